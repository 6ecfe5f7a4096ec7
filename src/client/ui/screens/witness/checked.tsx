import { For, type JSX, Show } from 'solid-js';
import { Glyph } from '../../parts/glyph.tsx';
import { GLYPHS } from '../../parts/glyphs.gen.ts';
import { useWords } from '../../words.tsx';
import { factsOf, type Mark, type ShownBadge, verdictOf } from './public-facts.ts';

const MARKS: { readonly [mark in Mark]: string } = { good: GLYPHS.tick, bad: GLYPHS.x, doubt: GLYPHS.question, wait: GLYPHS.clock };
const ABOUT = { signature: GLYPHS.seal, issuer: GLYPHS.building, status: GLYPHS.calendar } as const;

/** What this browser found out by itself: one verdict, with the date of what it rests on, and the facts under it. */
export const Checked = (props: { readonly badge: ShownBadge }): JSX.Element => {
  const words = useWords();
  const verdict = () => verdictOf(props.badge);
  const asOf = (): string | undefined => {
    const at = props.badge.statusAsOf;
    return at && words.t('fact.as-of', { date: new Intl.DateTimeFormat(words.locale, { dateStyle: 'long' }).format(Date.parse(at)) });
  };
  return (
    <section class="public-card checked" aria-live="polite">
      <h2 class={`verdict verdict-${verdict().mark}`}>
        <MarkSign mark={verdict().mark} />
        <span class="verdict-says">{words.t(verdict().says)}</span>
        <Show when={verdict().mark !== 'wait' && asOf()}>{(date) => <span class="verdict-date">{date()}</span>}</Show>
      </h2>
      <ul class="facts">
        <For each={factsOf(props.badge)}>
          {(fact) => (
            <li class={`fact fact-${fact.mark}`}>
              <Glyph of={ABOUT[fact.about]} class="fact-about" />
              <span class="fact-says">
                <Show when={fact.says} fallback={<span class="fact-ghost" />}>
                  {(says) => words.t(says(), { name: props.badge.issuer })}
                </Show>
                <Show when={fact.about === 'status' && asOf()}>{(date) => <small class="fact-date">{date()}</small>}</Show>
              </span>
              <MarkSign mark={fact.mark} />
            </li>
          )}
        </For>
      </ul>
      <p class="checked-how">{words.t('fact.check')}</p>
    </section>
  );
};

/** Good, bad, unsure or waiting: told apart by outline and by sign, never by colour alone. */
const MarkSign = (props: { readonly mark: Mark }): JSX.Element => (
  <span class={`mark mark-${props.mark}`}>
    <Glyph of={MARKS[props.mark]} />
  </span>
);
