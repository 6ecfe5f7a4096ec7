import { useParams, useSearchParams } from '@solidjs/router';
import { createMemo, For, type JSX, Match, Switch } from 'solid-js';
import type { GrowthView } from '#client/views/asking-view';
import { useApp } from '../../../app.ts';
import { BigButton } from '../../../parts/big-button.tsx';
import { ChoiceScene } from '../../../parts/choice-scene.tsx';
import { DayPicture } from '../../../parts/day-picture.tsx';
import { Pager, pagerNames } from '../../../parts/pager.tsx';
import { useWords } from '../../../words.tsx';
import { Looking } from '../looking.tsx';
import { NotHere } from '../not-here.tsx';
import { PersonScreen } from '../person-screen.tsx';
import '../../../css/asking.css';

/** The same question at two times, side by side: one question a page, *how* first. */
export const Growth = (): JSX.Element => {
  const app = useApp();
  const words = useWords();
  const params = useParams<{ mould: string }>();
  const [search, setSearch] = useSearchParams<{ n?: string }>();
  const growth = createMemo(() => app.growth(params.mould));
  const pages = () => growth()() ?? [];
  const page = () => Math.min(Math.max(0, Number(search.n) || 0), Math.max(0, pages().length - 1));
  return (
    <Switch fallback={<NotHere back="/badges" />}>
      <Match when={growth()() === undefined}>
        <Looking scene={{ picture: 'ask-badge' }} />
      </Match>
      <Match when={pages()[page()]}>
        {(shown) => (
          <PersonScreen name="growth" say={['title.growth', shown().say]} back="/badges">
            <h1 class="title asking-title" data-say={shown().say}>
              {shown().question}
            </h1>
            <div class="fill growth">
              <Time time={shown().first} say="say.before" />
              <Time time={shown().last} say="say.now" />
            </div>
            <Pager
              pages={pages().length}
              page={page()}
              onPage={(n) => setSearch({ n: n === 0 ? null : n }, { replace: true })}
              names={pagerNames(words, page(), pages().length)}
            >
              <BigButton tone="ink" primary label={words.t('label.think')} say="label.think" href={`/ask/${params.mould}`} />
            </Pager>
          </PersonScreen>
        )}
      </Match>
    </Switch>
  );
};

const Time = (props: { readonly time: GrowthView['first']; readonly say: string }): JSX.Element => {
  const app = useApp();
  const words = useWords();
  return (
    <figure class="growth-time" data-say={props.say}>
      <figcaption class="only-heard">{words.t(props.say === 'say.now' ? 'say.now' : 'say.before')}</figcaption>
      <DayPicture at={props.time.at} locale={words.locale} />
      <span class={`growth-pictures growth-pictures-${Math.min(props.time.pictures.length, 4)}`}>
        <For each={props.time.pictures}>
          {(one) => (
            <span class="growth-picture" data-say={one.say}>
              <ChoiceScene of={one.picture} figure={app.me()?.figure ?? 'figure-13'} mark={app.me()?.mark ?? 'drop'} />
              <span class="only-heard">{one.label}</span>
            </span>
          )}
        </For>
      </span>
    </figure>
  );
};
