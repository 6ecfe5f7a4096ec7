import { For, type JSX, Show } from 'solid-js';
import type { BadgeProblem } from '../../app.ts';
import { Glyph } from '../../parts/glyph.tsx';
import { GLYPHS } from '../../parts/glyphs.gen.ts';
import { useWords } from '../../words.tsx';

const SIGNS: Readonly<Record<BadgeProblem, string>> = {
  unreadable: GLYPHS.search,
  'too-big': GLYPHS.plus,
  changed: GLYPHS.pencil,
  'not-signed': GLYPHS.minus,
  'other-key': GLYPHS.lock,
  'other-kind': GLYPHS.language,
  'badly-made': GLYPHS.warning,
  ended: GLYPHS.calendar,
  'not-yet': GLYPHS.clock,
  'taken-back': GLYPHS.again,
  paused: GLYPHS.pause,
  'to-ask': GLYPHS['no-wifi'],
  'someone-else': GLYPHS.people,
  part: GLYPHS.talk,
  secret: GLYPHS.door,
};

/** Why a badge is not, or not wholly, confirmed: a sign and one plain sentence each. */
export const Problems = (props: { readonly of: readonly BadgeProblem[] }): JSX.Element => {
  const words = useWords();
  return (
    <Show when={props.of.length > 0}>
      <ul class="public-card problems">
        <For each={props.of}>
          {(problem) => (
            <li class="problem" data-problem={problem}>
              <Glyph of={SIGNS[problem]} />
              {words.t(`check.problem.${problem}`)}
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
};

/** There is no badge to show at all, and why. */
export const NoBadge = (props: { readonly problem: BadgeProblem }): JSX.Element => {
  const words = useWords();
  return (
    <div class="public-card public-alone no-badge" data-problem={props.problem}>
      <Glyph of={SIGNS[props.problem]} />
      <h1 class="public-title">{words.t(`check.problem.${props.problem}`)}</h1>
    </div>
  );
};
