import { useSearchParams } from '@solidjs/router';
import { For, type JSX, Show } from 'solid-js';
import { flowerLayout, flowerSvg } from '#artwork/flower';
import { pictureHref } from '#artwork/picture-href';
import type { PictureName } from '#artwork/picture-list';
import type { RoadView } from '#client/views/badge-view';
import type { Draw } from '#domain/draw';
import { useApp } from '../../app.ts';
import { BigButton } from '../../parts/big-button.tsx';
import { Drawing } from '../../parts/drawing.tsx';
import { Face } from '../../parts/face.tsx';
import { GLYPHS } from '../../parts/glyphs.gen.ts';
import { Pager, pagerNames } from '../../parts/pager.tsx';
import { Refused } from '../../parts/refused.tsx';
import { useWords } from '../../words.tsx';
import { PersonScreen } from './person-screen.tsx';

/** My road as a flower whose petals fill; what comes next is the one thing to press. */
export const Road = (): JSX.Element => {
  const app = useApp();
  const words = useWords();
  // In the address, so that back from a petal is the same flower.
  const [search, setSearch] = useSearchParams<{ n?: string }>();
  const page = (): number => Math.min(Number(search.n ?? 0) || 0, Math.max(0, app.roads().length - 1));
  const setPage = (n: number): void => setSearch({ n: n === 0 ? null : n }, { replace: true });
  const road = () => app.roads()[page()];
  return (
    <Show
      when={road()}
      fallback={
        <Show when={app.who() !== 'unknown'}>
          <NoRoad />
        </Show>
      }
    >
      {(found) => (
        <PersonScreen name="road" say={['title.road', 'say.flower', ...(found().next === null ? [] : ['say.next-step'])]} back="/">
          <h1 class="title" data-say="title.road">
            {found().title}
          </h1>
          <Flower road={found()} />
          <Show
            when={app.roads().length > 1}
            fallback={
              <div class="actions">
                <GoOn road={found()} page={page()} />
              </div>
            }
          >
            <Pager pages={app.roads().length} page={page()} onPage={setPage} names={pagerNames(words, page(), app.roads().length)}>
              <GoOn road={found()} page={page()} />
            </Pager>
          </Show>
        </PersonScreen>
      )}
    </Show>
  );
};

/** The next stop; at the end of the road, what it gave. */
const GoOn = (props: { readonly road: RoadView; readonly page: number }): JSX.Element => {
  const words = useWords();
  return (
    <Show
      when={props.road.petals[props.road.next ?? -1]}
      fallback={<BigButton tone="ink" primary label={words.t('label.my-badges')} say="label.my-badges" href="/badges" />}
    >
      {(petal) => (
        <BigButton
          tone="ink"
          primary
          glyph={GLYPHS['arrow-right']}
          label={petal().draw.title}
          say="say.next-step"
          href={`/road/${props.page}-${props.road.next ?? 0}`}
        />
      )}
    </Show>
  );
};

const look = (draw: Draw, held: boolean) => ({
  shape: draw.shape,
  hue: draw.hue,
  title: draw.title,
  picture: { href: pictureHref(draw.picture as PictureName) },
  ribbon: 'none' as const,
  state: held ? ('held' as const) : ('to-win' as const),
});

/** Where a round spot of the flower lies on its box. */
const placeOf = ({ x, y, r }: { readonly x: number; readonly y: number; readonly r: number }) => ({
  left: `${(x - r) * 100}%`,
  top: `${(y - r) * 100}%`,
  width: `${r * 200}%`,
  height: `${r * 200}%`,
});

/** The flower tells what each petal is when it is touched; the one way on is below it (eight petals would be eight choices). */
const Flower = (props: { readonly road: RoadView }): JSX.Element => {
  const app = useApp();
  const layout = () => flowerLayout(props.road.petals.length);
  const svg = (): string =>
    flowerSvg({
      hue: props.road.key.hue,
      title: props.road.title,
      centre: look(props.road.key, props.road.keyHeld),
      petals: props.road.petals.map((petal) => look(petal.draw, petal.held)),
      needed: props.road.needed,
      ...(props.road.next === null ? {} : { next: props.road.next }),
    });
  return (
    <div class="fill flower-place" data-say="say.flower">
      <div class="flower-box">
        <Drawing svg={svg()} />
        <div class="petal-place" data-say="say.key-badge" style={placeOf(layout().centre)} />
        <For each={layout().petals}>
          {(spot, index) => (
            <div class="petal-place" data-say={`mould.${props.road.petals[index()]?.mould ?? ''}`} style={placeOf(spot)}>
              <Show when={index() === props.road.next && app.me()}>
                {(me) => <Face figure={me().figure} mark={me().mark} class="petal-me" />}
              </Show>
            </div>
          )}
        </For>
      </div>
    </div>
  );
};

const NoRoad = (): JSX.Element => {
  const words = useWords();
  return (
    <PersonScreen name="refused" say={['title.no-road', 'line.no-road']} back="/">
      <Refused
        scene={{ picture: 'road-to-come' }}
        title={words.t('title.no-road')}
        line={words.t('line.no-road')}
        say="title.no-road"
        lineSay="line.no-road"
      >
        <BigButton tone="ink" primary glyph={GLYPHS['ask-help']} label={words.t('label.help')} say="label.help" href="/help" />
      </Refused>
    </PersonScreen>
  );
};
