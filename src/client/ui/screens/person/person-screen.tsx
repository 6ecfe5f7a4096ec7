import { createEffect, createMemo, type JSX, onCleanup, onMount, Show, untrack } from 'solid-js';
import { useApp } from '../../app.ts';
import { Face } from '../../parts/face.tsx';
import { Glyph } from '../../parts/glyph.tsx';
import { GLYPHS } from '../../parts/glyphs.gen.ts';
import { Picture } from '../../parts/picture.tsx';
import { Round } from '../../parts/round.tsx';
import { Screen } from '../../parts/screen.tsx';
import { Steps } from '../../parts/steps.tsx';
import { useWords } from '../../words.tsx';

interface PersonScreenProps {
  readonly name: string;
  /** Sound keys of the whole screen, in the order they are heard. */
  readonly say: readonly string[];
  /** Told which sound key begins, and null when the voice is over. */
  readonly onHeard?: (key: string | null) => void;
  /** Where back leads; without it my own face stands there. */
  readonly back?: string | (() => void);
  /** Going back is what this screen is for. */
  readonly backIsPrimary?: boolean;
  readonly steps?: { readonly at: number; readonly of: number };
  readonly middle?: JSX.Element;
  /** The scanner in the middle of the lower bar: home and wall only. `primary`: it is what this screen is for. */
  readonly scan?: 'shown' | 'primary';
  /** Nothing here leads anywhere: only the voice stays, and is what this screen is for. */
  readonly alone?: boolean;
  readonly children: JSX.Element;
}

const SOUND_GLYPHS = { aloud: 'speaker-high', earphones: 'headphones', quiet: 'speaker-slash', 'not-asked': 'speaker-high' } as const;

/** The frame of a person screen, filled: back or my face, where I am, the voice; home, scan, help. Speaks once when it opens, if asked to. */
export const PersonScreen = (props: PersonScreenProps): JSX.Element => {
  const app = useApp();
  const words = useWords();
  const keys = createMemo(() => props.say.join(' '));
  const tell = (now: string): void => {
    if (now === '') return;
    if (props.onHeard) app.say(now.split(' '), props.onHeard);
    else app.say(now.split(' '));
  };
  const mayOpenAloud = (): boolean => app.sound() === 'aloud' || app.sound() === 'earphones';
  createEffect(() => {
    const now = keys();
    untrack(() => {
      if (mayOpenAloud()) tell(now);
    });
  });
  onMount(() => document.addEventListener('pointerdown', app.hush, { capture: true }));
  onCleanup(() => {
    document.removeEventListener('pointerdown', app.hush, { capture: true });
    app.hush();
  });
  const listen = (): void => {
    if (!mayOpenAloud()) app.setSound('aloud');
    tell(keys());
  };
  return (
    <Screen
      name={props.name}
      onTouch={(key) => app.say([key])}
      topStart={
        <Show when={!props.alone}>
          <TopStart back={props.back} primary={props.backIsPrimary ?? false} />
        </Show>
      }
      topMiddle={
        <Show when={props.steps} fallback={props.middle}>
          {(steps) => <Steps {...steps()} name={words.t('name.step', { at: steps().at + 1, of: steps().of })} />}
        </Show>
      }
      topEnd={
        <Round class="round-ink" name={words.t('label.listen')} say="label.listen" primary={props.alone ?? false} onPress={listen}>
          <Glyph of={GLYPHS[SOUND_GLYPHS[app.sound()]]} />
        </Round>
      }
      bottomStart={
        <Show when={!props.alone && app.who() !== 'nobody'}>
          <Round name={words.t('label.home')} say="label.home" href="/">
            <Glyph of={GLYPHS.house} />
          </Round>
        </Show>
      }
      bottomMiddle={
        <Show when={props.scan}>
          <Round class="round-scan" name={words.t('label.scan')} say="label.scan" href="/scan" primary={props.scan === 'primary'}>
            <Picture of="scan-poster" />
          </Round>
        </Show>
      }
      bottomEnd={
        <Show when={!props.alone}>
          <Round class="round-help" name={words.t('label.help')} say="label.help" href="/help">
            <Picture of="headset-person" />
          </Round>
        </Show>
      }
    >
      {props.children}
    </Screen>
  );
};

const TopStart = (props: { readonly back: string | (() => void) | undefined; readonly primary: boolean }): JSX.Element => {
  const app = useApp();
  const words = useWords();
  const place = (): { href: string } | { onPress: () => void } | undefined => {
    if (typeof props.back === 'function') return { onPress: props.back };
    return props.back === undefined ? undefined : { href: props.back };
  };
  return (
    <Show
      when={place()}
      fallback={
        <Show when={app.me()}>
          {(me) => (
            <Round class="round-face" name={`${words.t('label.me')} · ${words.t(`label.${app.safety()}`)}`} say="say.figure" href="/me">
              <Face figure={me().figure} mark={me().mark} safety={app.safety()} />
            </Round>
          )}
        </Show>
      }
    >
      {(to) => (
        <Round name={words.t('label.back')} say="label.back" primary={props.primary} {...to()}>
          <Glyph of={GLYPHS['arrow-left']} class="forward" />
        </Round>
      )}
    </Show>
  );
};
