import type { JSX } from 'solid-js';
import { useApp } from '../../app.ts';
import { BigButton } from '../../parts/big-button.tsx';
import { Refused } from '../../parts/refused.tsx';
import { useWords } from '../../words.tsx';
import { PersonScreen } from './person-screen.tsx';
import { wayHome } from './way-home.ts';

/** An address that leads nowhere on this device. */
export const NotHere = (props: { readonly back?: string }): JSX.Element => {
  const app = useApp();
  const words = useWords();
  const way = () => wayHome(app);
  const line = () => (app.who() === 'nobody' ? 'line.welcome' : 'line.nothing-here');
  return (
    <PersonScreen name="refused" say={['title.nothing-here', line()]} back={props.back ?? '/'}>
      <Refused
        scene={{ picture: 'nothing-here' }}
        title={words.t('title.nothing-here')}
        line={words.t(line())}
        say="title.nothing-here"
        lineSay={line()}
      >
        <BigButton tone="ink" primary glyph={way().glyph} label={words.t(way().label)} say={way().label} href={way().href} />
      </Refused>
    </PersonScreen>
  );
};
