import type { JSX } from 'solid-js';
import { BigButton } from '../../parts/big-button.tsx';
import { GLYPHS } from '../../parts/glyphs.gen.ts';
import { Refused } from '../../parts/refused.tsx';
import { useWords } from '../../words.tsx';
import { PersonScreen } from './person-screen.tsx';

/** An address that leads nowhere on this device. */
export const NotHere = (props: { readonly back?: string }): JSX.Element => {
  const words = useWords();
  return (
    <PersonScreen name="refused" say={['title.nothing-here', 'line.nothing-here']} back={props.back ?? '/'}>
      <Refused
        scene={{ glyph: GLYPHS.question }}
        title={words.t('title.nothing-here')}
        line={words.t('line.nothing-here')}
        say="title.nothing-here"
        lineSay="line.nothing-here"
      >
        <BigButton tone="ink" primary glyph={GLYPHS.house} label={words.t('label.home')} say="label.home" href="/" />
      </Refused>
    </PersonScreen>
  );
};
