import { useSearchParams } from '@solidjs/router';
import { For, type JSX, Show } from 'solid-js';
import { useApp } from '../../app.ts';
import { Badge } from '../../parts/badge.tsx';
import { Heading } from '../../parts/heading.tsx';
import { Pager, pagerNames } from '../../parts/pager.tsx';
import { Press } from '../../parts/press.tsx';
import { SafetyMark } from '../../parts/safety-mark.tsx';
import { useWords } from '../../words.tsx';
import { NOT_YET } from './not-yet.ts';
import { PersonScreen } from './person-screen.tsx';
import { PER_PAGE } from './wall-page.ts';

/** My badges, four to a page, latest first, each with its name: text is a shape too. */
export const Badges = (): JSX.Element => {
  const app = useApp();
  const words = useWords();
  // In the address, so that back from a badge is the same page.
  const [search, setSearch] = useSearchParams<{ n?: string }>();
  const pages = () => Math.max(1, Math.ceil(app.badges().length / PER_PAGE));
  const page = () => Math.min(Math.max(0, Number(search.n) || 0), pages() - 1);
  const setPage = (n: number): void => setSearch({ n: n === 0 ? null : n }, { replace: true });
  const shown = () => app.badges().slice(page() * PER_PAGE, page() * PER_PAGE + PER_PAGE);
  return (
    <Show when={app.badges().length > 0} fallback={<NoBadge />}>
      <PersonScreen name="badges" say={['title.badges', ...shown().map((badge) => `mould.${badge.mould}`)]} back="/" scan="primary">
        <h1 class="only-heard">{words.t('title.badges')}</h1>
        <ul class="wall" classList={{ [`wall-of-${app.badges().length}`]: app.badges().length < 3 }}>
          <For each={shown()}>
            {(badge) => (
              <li class="wall-place">
                <Press class="wall-badge" href={`/badges/${badge.id}`} say={`mould.${badge.mould}`} name={badge.draw.title}>
                  <span class="wall-art">
                    <span class="wall-box">
                      <Badge draw={badge.draw} level={badge.level} ribbon={badge.ribbon} />
                      <Show when={badge.safety !== 'arrived'}>
                        <SafetyMark safety={badge.safety} name={words.t(`label.${badge.safety}`)} class="wall-safety" />
                      </Show>
                    </span>
                  </span>
                  <span class="badge-caption wall-name" dir="auto">
                    {badge.draw.title}
                  </span>
                </Press>
              </li>
            )}
          </For>
        </ul>
        <Show when={pages() > 1}>
          <Pager pages={pages()} page={page()} onPage={setPage} names={pagerNames(words, page(), pages())} />
        </Show>
      </PersonScreen>
    </Show>
  );
};

const NoBadge = (): JSX.Element => {
  const app = useApp();
  const words = useWords();
  return (
    <PersonScreen name="no-badge" say={['title.first-badge', 'line.first-badge']} back="/" scan="primary">
      <Show when={app.who() === 'person'}>
        <span class="two-badges two-badges-large fill" data-say="say.to-win">
          <For each={NOT_YET}>{(draw) => <Badge draw={draw} state="to-win" />}</For>
        </span>
        <Heading
          title={words.t('title.first-badge')}
          say="title.first-badge"
          line={words.t('line.first-badge')}
          lineSay="line.first-badge"
        />
      </Show>
    </PersonScreen>
  );
};
