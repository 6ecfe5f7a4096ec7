import { For, type JSX, Match, Show, Switch } from 'solid-js';
import type { RequestView } from '#client/views/requests-view';
import { useApp } from '../../../app.ts';
import { Badge } from '../../../parts/badge.tsx';
import { Face } from '../../../parts/face.tsx';
import { Glyph } from '../../../parts/glyph.tsx';
import { GLYPHS } from '../../../parts/glyphs.gen.ts';
import { Picture } from '../../../parts/picture.tsx';
import { useWords } from '../../../words.tsx';

const STAGES = ['prepare', 'sent', 'looking', 'yes'] as const;
const AT: Readonly<Partial<Record<RequestView['step'], number>>> = { sent: 1, looking: 2, talk: 2, given: 3 };

/** Je prépare → envoyé → on regarde → oui: where it is has ink and light, what is behind its tick. *Envoyé* shows where it really is. */
export const RequestStages = (props: { readonly request: RequestView }): JSX.Element => {
  const app = useApp();
  const words = useWords();
  const at = (): number => AT[props.request.step] ?? 0;
  return (
    <ol class="fill request-stages">
      <For each={STAGES}>
        {(stage, i) => (
          <li
            class="request-stage"
            classList={{ 'request-stage-here': i() === at(), 'request-stage-ahead': i() > at() }}
            data-say={stage === 'sent' && i() === at() ? `label.${props.request.safety}` : `label.stage-${stage}`}
            aria-current={i() === at() ? 'step' : undefined}
          >
            <span class="request-stage-picture">
              <Switch>
                <Match when={stage === 'prepare' && app.me()}>{(me) => <Face figure={me().figure} mark={me().mark} />}</Match>
                <Match when={stage === 'sent'}>
                  <Picture of={props.request.safety} />
                </Match>
                <Match when={stage === 'looking'}>
                  <Show when={props.request.by} fallback={<Picture of="headset-person" />}>
                    {(by) => <Face figure={by().face.figure} mark={by().face.mark} />}
                  </Show>
                </Match>
                <Match when={stage === 'yes'}>
                  <Badge draw={props.request.draw} state={props.request.step === 'given' ? 'held' : 'to-win'} />
                </Match>
              </Switch>
            </span>
            <span class="request-stage-label">{words.t(`label.stage-${stage}`)}</span>
            <Show when={i() < at()}>
              <span class="tile-tick" aria-hidden="true">
                <Glyph of={GLYPHS.tick} />
              </span>
            </Show>
          </li>
        )}
      </For>
    </ol>
  );
};
