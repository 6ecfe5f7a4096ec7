import { createEffect, createResource, createSignal, type JSX, on, onCleanup, Show } from 'solid-js';
import type { ReceivedView } from '#client/views/received-view';
import type { BadgeId } from '#domain/ids';
import { useApp } from '../../../app.ts';
import { Badge } from '../../../parts/badge.tsx';
import { BigButton } from '../../../parts/big-button.tsx';
import { Face } from '../../../parts/face.tsx';
import { Glyph } from '../../../parts/glyph.tsx';
import { GLYPHS } from '../../../parts/glyphs.gen.ts';
import { Heading } from '../../../parts/heading.tsx';
import { Press } from '../../../parts/press.tsx';
import { useWords } from '../../../words.tsx';
import { PersonScreen } from '../person-screen.tsx';
import './received.css';

type Giver = NonNullable<ReceivedView['by']>;

/** A badge was given to me: who gives it, with their voice; the badge, large; merci, or later. On a plain ground, the grand badge too. */
export const Received = (props: { readonly badge: BadgeId }): JSX.Element => {
  const app = useApp();
  const words = useWords();
  const [busy, setBusy] = createSignal(false);
  const badge = () => app.badges().find(({ id }) => id === props.badge);
  const view = () => app.received().find((one) => one.badge === props.badge);
  const isKey = () => view()?.isKey ?? false;
  const title = () => (isKey() ? 'title.key-given' : 'title.received');
  const line = () => (isKey() ? 'line.key-given' : 'line.received');
  const says = (mould: string) => [title(), line(), `mould.${mould}`, ...(view()?.by?.voice ? ['say.giver-voice'] : []), 'label.thanks'];
  const thanks = async (): Promise<void> => {
    setBusy(true);
    await app.receive(props.badge);
    setBusy(false);
  };
  return (
    <Show when={badge()} fallback={<div class="waiting" aria-busy="true" />}>
      {(given) => (
        <PersonScreen name="received" say={says(given().mould)}>
          <Show when={view()?.by}>{(by) => <GivenBy by={by()} />}</Show>
          <Badge
            draw={given().draw}
            level={given().level}
            ribbon={given().ribbon}
            landing
            class="fill received-badge"
            say={`mould.${given().mould}`}
          />
          <Heading title={words.t(title())} say={title()} line={words.t(line())} lineSay={line()} />
          <div class="actions actions-two">
            <BigButton
              tone="paper"
              tall
              picture="badge-pocket"
              label={words.t('label.later')}
              say="label.later"
              onPress={() => app.putOff(props.badge)}
            />
            <BigButton
              tone="yes"
              tall
              primary
              picture="take-badge"
              label={words.t('label.thanks')}
              say="label.thanks"
              disabled={busy()}
              onPress={() => void thanks()}
            />
          </div>
        </PersonScreen>
      )}
    </Show>
  );
};

/** The giver's face and first name, and their voice when there is one. */
const GivenBy = (props: { readonly by: Giver }): JSX.Element => (
  <div class="received-by">
    <span class="received-giver" data-say="say.giver">
      <Face figure={props.by.face.figure} mark={props.by.face.mark} class="received-face" />
      <strong class="received-name" dir="auto">
        {props.by.face.firstName}
      </strong>
    </span>
    <Show when={props.by.voice}>{(voice) => <GiverVoice voice={voice()} />}</Show>
  </div>
);

const GiverVoice = (props: { readonly voice: NonNullable<Giver['voice']> }): JSX.Element => {
  const app = useApp();
  const words = useWords();
  const [address] = createResource(
    () => ({ scope: props.voice.scope, media: props.voice.media }),
    ({ scope, media }) => app.mediaAddress(scope, media),
  );
  const [playing, setPlaying] = createSignal(false);
  let sound: HTMLAudioElement | undefined;
  const stop = (): void => {
    sound?.pause();
    setPlaying(false);
  };
  const play = (): void => {
    const from = address();
    if (!from) return;
    app.hush();
    sound ??= new Audio(from);
    sound.onended = stop;
    setPlaying(true);
    void sound.play().catch(stop);
  };
  createEffect(on(address, stop, { defer: true }));
  onCleanup(stop);
  return (
    <Show when={address()}>
      <Press class="received-voice" say="say.giver-voice" name={words.t('say.giver-voice')} onPress={() => (playing() ? stop() : play())}>
        <Glyph of={playing() ? GLYPHS.pause : GLYPHS.play} />
      </Press>
    </Show>
  );
};
