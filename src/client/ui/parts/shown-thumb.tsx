import { createResource, type JSX, Match, Show, Switch } from 'solid-js';
import type { ShownView } from '#client/views/shown-view';
import { useApp } from '../app.ts';
import { useWords } from '../words.tsx';
import { Glyph } from './glyph.tsx';
import { GLYPHS } from './glyphs.gen.ts';
import { Press } from './press.tsx';
import { SafetyMark } from './safety-mark.tsx';

const SAY = { photo: 'say.photo', video: 'say.film', voice: 'say.voice', attestation: 'say.paper' } as const;

/** The sound key of a kind of thing to show. */
export const shownSay = (kind: ShownView['kind']): (typeof SAY)[ShownView['kind']] => SAY[kind];

/** One thing I show, small: what it looks like and where it is. The one part that asks the App: its address is made when it is seen. */
export const ShownThumb = (props: { readonly shown: ShownView; readonly onPress?: () => void }): JSX.Element => {
  const words = useWords();
  const name = (): string => `${words.t(SAY[props.shown.kind])} ${words.t(`label.${props.shown.safety}`)}`;
  return (
    <Show
      when={props.onPress}
      fallback={
        <span class="shown-thumb" data-say={SAY[props.shown.kind]}>
          <Look shown={props.shown} />
          <span class="only-heard">{name()}</span>
        </span>
      }
    >
      {(press) => (
        <Press class="shown-thumb" name={name()} say={SAY[props.shown.kind]} onPress={() => press()()}>
          <Look shown={props.shown} />
        </Press>
      )}
    </Show>
  );
};

const Look = (props: { readonly shown: ShownView }): JSX.Element => {
  const app = useApp();
  const [address] = createResource(
    () => ({ scope: props.shown.scope, media: props.shown.media }),
    ({ scope, media }) => app.mediaAddress(scope, media),
  );
  return (
    <>
      <Switch>
        <Match when={props.shown.kind === 'voice'}>
          <Glyph of={GLYPHS.microphone} class="shown-thumb-glyph" />
        </Match>
        <Match when={props.shown.kind === 'video'}>
          <Show when={address.latest}>
            {(at) => <video class="shown-thumb-picture" src={`${at()}#t=0.1`} muted playsinline preload="metadata" />}
          </Show>
          <span class="shown-thumb-sign">
            <Glyph of={GLYPHS.play} />
          </span>
        </Match>
        <Match when={address.latest}>{(at) => <img class="shown-thumb-picture" src={at()} alt="" decoding="async" />}</Match>
      </Switch>
      <SafetyMark safety={props.shown.safety} name="" class="shown-thumb-safety" />
    </>
  );
};
