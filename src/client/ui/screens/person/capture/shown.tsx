import { useNavigate, useSearchParams } from '@solidjs/router';
import { For, type JSX, Show } from 'solid-js';
import { useApp } from '../../../app.ts';
import { BigButton } from '../../../parts/big-button.tsx';
import { Glyph } from '../../../parts/glyph.tsx';
import { GLYPHS } from '../../../parts/glyphs.gen.ts';
import { Heading } from '../../../parts/heading.tsx';
import { Pager, pagerNames } from '../../../parts/pager.tsx';
import { Picture } from '../../../parts/picture.tsx';
import { ShownThumb, shownSay } from '../../../parts/shown-thumb.tsx';
import { Tile } from '../../../parts/tile.tsx';
import { useWords } from '../../../words.tsx';
import { PersonScreen } from '../person-screen.tsx';
import { SHOWN_PER_PAGE } from './shown-page.ts';
import '../../../css/capture.css';

/** What I keep to show, three to a page, latest first, each with where it is; and a way to add one. */
export const Shown = (): JSX.Element => {
  const app = useApp();
  const words = useWords();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams<{ n?: string }>();
  const pages = () => Math.max(1, Math.ceil(app.shown().length / SHOWN_PER_PAGE));
  const page = () => Math.min(Math.max(0, Number(search.n) || 0), pages() - 1);
  const here = () => app.shown().slice(page() * SHOWN_PER_PAGE, page() * SHOWN_PER_PAGE + SHOWN_PER_PAGE);
  return (
    <Show when={app.shown().length > 0} fallback={<NothingShown />}>
      <PersonScreen name="shown" say={['title.shown', ...here().map(({ kind }) => shownSay(kind))]} back="/me/data">
        <h1 class="title title-small" data-say="title.shown">
          {words.t('title.shown')}
        </h1>
        <ul class="shown-wall">
          <li class="shown-place">
            <Add />
          </li>
          <For each={here()}>
            {(one) => (
              <li class="shown-place">
                <ShownThumb shown={one} onPress={() => navigate(`/me/shown/${one.id}`)} />
              </li>
            )}
          </For>
        </ul>
        <Show when={pages() > 1}>
          <Pager
            pages={pages()}
            page={page()}
            onPage={(n) => setSearch({ n: n === 0 ? null : n }, { replace: true })}
            names={pagerNames(words, page(), pages())}
          />
        </Show>
      </PersonScreen>
    </Show>
  );
};

const Add = (): JSX.Element => {
  const words = useWords();
  return (
    <Tile class="shown-add" primary label={words.t('label.add')} say="label.add" href="/me/shown/new">
      <Glyph of={GLYPHS.plus} class="big-glyph" />
    </Tile>
  );
};

const NothingShown = (): JSX.Element => {
  const words = useWords();
  return (
    <PersonScreen name="nothing-shown" say={['title.nothing-shown', 'line.nothing-shown']} back="/me/data">
      <Picture of="my-shown" class="fill" say="title.nothing-shown" />
      <Heading
        title={words.t('title.nothing-shown')}
        say="title.nothing-shown"
        line={words.t('line.nothing-shown')}
        lineSay="line.nothing-shown"
      />
      <div class="actions">
        <BigButton tone="ink" primary glyph={GLYPHS.plus} label={words.t('label.add')} say="label.add" href="/me/shown/new" />
      </div>
    </PersonScreen>
  );
};
