import { useParams } from '@solidjs/router';
import { type JSX, Show } from 'solid-js';
import { useApp } from '../../app.ts';
import { Badge } from '../../parts/badge.tsx';
import { BigButton } from '../../parts/big-button.tsx';
import { useWords } from '../../words.tsx';
import { findPetal } from './find-petal.ts';
import { NotHere } from './not-here.tsx';
import { PersonScreen } from './person-screen.tsx';

/** One badge to be won: what it will say of me, and to ask for it. */
export const NextStop = (): JSX.Element => {
  const app = useApp();
  const words = useWords();
  const params = useParams<{ stop: string }>();
  const found = () => findPetal(app.roads(), params.stop);
  const request = () => app.pending().find(({ mould }) => mould === found().petal?.mould)?.request;
  const ask = () => (request() ? 'label.my-request' : 'label.ask');
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
          name="stop"
          say={['say.to-win', `mould.${petal().mould}`, `mould.${petal().mould}.criteria`, ask()]}
          back={found().back}
        >
          <Badge draw={petal().draw} state="to-win" class="fill" say="say.to-win" />
          <h1 class="title" data-say={`mould.${petal().mould}`}>
            {petal().draw.title}
          </h1>
          <p class="line criteria" dir="auto" data-say={`mould.${petal().mould}.criteria`}>
            {petal().criteria}
          </p>
          <div class="actions">
            <BigButton
              tone="ink"
              primary
              tall
              picture="ask-badge"
              label={words.t(ask())}
              say={ask()}
              href={request() ? `/asked/${request()}` : `/ask/${petal().mould}`}
            />
          </div>
        </PersonScreen>
      )}
    </Show>
  );
};
