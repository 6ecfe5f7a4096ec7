import { createResource, createSignal, For, type JSX, Match, Show, Switch } from 'solid-js';
import type { ShownView } from '#client/views/shown-view';
import { useApp } from '../../app.ts';
import { Glyph } from '../../parts/glyph.tsx';
import { GLYPHS } from '../../parts/glyphs.gen.ts';
import { Press } from '../../parts/press.tsx';
import { useWords } from '../../words.tsx';

/** What somebody shows: pictures that open large, films and voices that play here. What has not come yet says so. */
export const ShownThings = (props: { readonly shown: readonly ShownView[] }): JSX.Element => (
  <ul class="shown-list">
    <For each={props.shown}>
      {(one) => (
        <li>
          <ShownThing shown={one} />
        </li>
      )}
    </For>
  </ul>
);

const ShownThing = (props: { readonly shown: ShownView }): JSX.Element => {
  const app = useApp();
  const words = useWords();
  // Asked again when its bytes have arrived.
  const [address] = createResource(
    () => ({ scope: props.shown.scope, media: props.shown.media, safety: props.shown.safety }),
    ({ scope, media }) => app.mediaAddress(scope, media),
  );
  const name = (): string => words.t(`staff.show.${props.shown.kind}`);
  return (
    <Show
      when={address()}
      fallback={
        <p class="shown-missing" aria-busy={address.loading}>
          <Glyph of={GLYPHS[SIGN[props.shown.kind]]} />
          <span>{name()}</span>
          <Show when={!address.loading}>
            <small>{words.t('staff.shown.not-here')}</small>
          </Show>
        </p>
      }
    >
      {(from) => (
        <Switch>
          <Match when={props.shown.kind === 'voice'}>
            <Voice address={from()} name={name()} />
          </Match>
          <Match when={props.shown.kind === 'video'}>
            {/* biome-ignore lint/a11y/useMediaCaption: what somebody filmed at work has none; the answers stand beside it */}
            <video class="shown-video" controls playsinline preload="metadata" src={from()} aria-label={name()} />
          </Match>
          <Match when={true}>
            <Photo address={from()} name={name()} />
          </Match>
        </Switch>
      )}
    </Show>
  );
};

const SIGN = { photo: 'camera', video: 'video', voice: 'microphone', attestation: 'copy' } as const;

/** A voice, with the browser's own player: it has keys, a position, and needs no lesson. */
export const Voice = (props: { readonly address: string; readonly name: string }): JSX.Element => (
  <span class="shown-voice">
    <Glyph of={GLYPHS.microphone} />
    {/* biome-ignore lint/a11y/useMediaCaption: a voice as it was recorded on the spot */}
    <audio controls preload="metadata" src={props.address} aria-label={props.name} />
  </span>
);

const Photo = (props: { readonly address: string; readonly name: string }): JSX.Element => {
  const words = useWords();
  const [large, setLarge] = createSignal<HTMLDialogElement>();
  return (
    <>
      <Press class="shown-photo" say="staff.shown" name={props.name} onPress={() => large()?.showModal()}>
        <img src={props.address} alt="" />
      </Press>
      <dialog class="shown-large" ref={setLarge} aria-label={props.name}>
        <img src={props.address} alt="" />
        <Press class="plain-button plain-button-ink" say="staff.shown.close" onPress={() => large()?.close()}>
          <Glyph of={GLYPHS.x} />
          {words.t('staff.shown.close')}
        </Press>
      </dialog>
    </>
  );
};
