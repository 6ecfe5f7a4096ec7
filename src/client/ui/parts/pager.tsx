import { type JSX, Show } from 'solid-js';
import type { Words } from '#i18n/words';
import { Glyph } from './glyph.tsx';
import { GLYPHS } from './glyphs.gen.ts';
import { Press } from './press.tsx';
import { Steps } from './steps.tsx';

interface PagerProps {
  readonly pages: number;
  readonly page: number;
  readonly onPage: (page: number) => void;
  readonly children?: JSX.Element;
  readonly names: { readonly before: string; readonly next: string; readonly here: string };
}

/** What the pager says to who sees nothing: here is page `page` (from 0) of `pages`. */
export const pagerNames = (words: Words, page: number, pages: number): PagerProps['names'] => ({
  before: words.t('label.before'),
  next: words.t('label.next'),
  here: words.t('name.page', { at: page + 1, of: pages }),
});

/** A long wall does not need a stone per page: five tell how far one is. */
const STONES = 5;

const stone = (page: number, pages: number): number => (pages <= STONES ? page : Math.round((page / (pages - 1)) * (STONES - 1)));

/** Two big arrows and, between them, where one is (or the one thing to press). A long set is pages, never a scroll. */
export const Pager = (props: PagerProps): JSX.Element => (
  <div class={props.children ? 'pager-row' : 'pager'}>
    <Press
      class="pager-arrow"
      name={props.names.before}
      say="label.before"
      disabled={props.page === 0}
      onPress={() => props.onPage(props.page - 1)}
    >
      <Glyph of={GLYPHS['arrow-left']} class="forward" />
    </Press>
    <Show
      when={props.children}
      fallback={<Steps of={Math.min(props.pages, STONES)} at={stone(props.page, props.pages)} name={props.names.here} />}
    >
      {props.children}
    </Show>
    <Press
      class="pager-arrow"
      name={props.names.next}
      say="label.next"
      disabled={props.page >= props.pages - 1}
      onPress={() => props.onPage(props.page + 1)}
    >
      <Glyph of={GLYPHS['arrow-right']} class="forward" />
    </Press>
  </div>
);
