import { useParams } from '@solidjs/router';
import { type JSX, Show } from 'solid-js';
import { useApp } from '../../app.ts';
import { Badge } from '../../parts/badge.tsx';
import { BigButton } from '../../parts/big-button.tsx';
import { useWords } from '../../words.tsx';
import { NotHere } from './not-here.tsx';
import { PersonScreen } from './person-screen.tsx';

/** One badge to be won: what it will say of me, and to ask for it by showing this screen. `stop` is `next` or `<road>-<petal>`. */
export const NextStop = (): JSX.Element => {
  const app = useApp();
  const words = useWords();
  const params = useParams<{ stop: string }>();
  const petal = () => {
    const [road = 0, index = app.roads()[0]?.next ?? -1] = params.stop === 'next' ? [] : params.stop.split('-').map(Number);
    return app.roads()[road]?.petals[index];
  };
  return (
    <Show
      when={petal()}
      fallback={
        <Show when={app.who() !== 'unknown'}>
          <NotHere back="/road" />
        </Show>
      }
    >
      {(found) => (
        <PersonScreen name="stop" say={['say.to-win', `mould.${found().mould}`, 'label.ask']} back="/road">
          <Badge draw={found().draw} state="to-win" class="fill" say="say.to-win" />
          <h1 class="title" data-say={`mould.${found().mould}`}>
            {found().draw.title}
          </h1>
          <p class="line criteria" dir="auto" data-say={`mould.${found().mould}`}>
            {found().criteria}
          </p>
          <div class="actions">
            <BigButton tone="ink" primary tall picture="ask-badge" label={words.t('label.ask')} say="label.ask" href="/help" />
          </div>
        </PersonScreen>
      )}
    </Show>
  );
};
