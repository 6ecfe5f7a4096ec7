import { useParams } from '@solidjs/router';
import { type JSX, onCleanup, Show } from 'solid-js';
import { useApp } from '../../app.ts';
import { Badge } from '../../parts/badge.tsx';
import { Face } from '../../parts/face.tsx';
import { Heading } from '../../parts/heading.tsx';
import { useWords } from '../../words.tsx';
import { findPetal } from './find-petal.ts';
import { NotHere } from './not-here.tsx';
import { PersonScreen } from './person-screen.tsx';

/**
 * Asking for a badge as it can be done today: a screen held out to one's team. Who asks, which badge, and what it will say, large enough for
 * the other person to read; nothing is sent, and nothing here says so.
 */
export const Ask = (): JSX.Element => {
  const app = useApp();
  const words = useWords();
  const params = useParams<{ stop: string }>();
  const found = () => findPetal(app.roads(), params.stop);
  onCleanup(app.keepAwake());
  return (
    <Show
      when={found().petal}
      fallback={
        <Show when={app.who() !== 'unknown'}>
          <NotHere back="/road" />
        </Show>
      }
    >
      {(petal) => (
        <PersonScreen
          name="ask"
          say={['title.ask', `mould.${petal().mould}`, `mould.${petal().mould}.criteria`, 'line.ask']}
          back={`/road/${params.stop}`}
        >
          <Heading title={words.t('title.ask')} say="title.ask" line={words.t('line.ask')} lineSay="line.ask" />
          <article class={`asked hue-${petal().draw.hue}`} data-primary="" data-say="line.ask">
            <div class="asked-scene">
              <Show when={app.me()}>
                {(me) => (
                  <p class="asked-me" data-say="say.figure">
                    <Face figure={me().figure} mark={me().mark} />
                    {me().firstName}
                  </p>
                )}
              </Show>
              <Badge draw={petal().draw} state="to-win" class="asked-badge" say="say.to-win" />
            </div>
            <p class="asked-title" data-say={`mould.${petal().mould}`}>
              {petal().draw.title}
            </p>
            <p class="line criteria" dir="auto" data-say={`mould.${petal().mould}.criteria`}>
              {petal().criteria}
            </p>
          </article>
        </PersonScreen>
      )}
    </Show>
  );
};
