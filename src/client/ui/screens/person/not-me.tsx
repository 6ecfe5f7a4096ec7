import type { JSX } from 'solid-js';
import { BigButton } from '../../parts/big-button.tsx';
import { GLYPHS } from '../../parts/glyphs.gen.ts';
import { Refused } from '../../parts/refused.tsx';
import { useWords } from '../../words.tsx';
import { PersonScreen } from './person-screen.tsx';

/** The wrong card was opened, and nothing has happened: look for your own. */
export const NotMe = (props: { readonly back: () => void }): JSX.Element => {
  const words = useWords();
  return (
    <PersonScreen name="refused" say={['title.not-me', 'line.not-me']} back={props.back}>
      <Refused
        scene={{ card: null }}
        sign={GLYPHS.search}
        title={words.t('title.not-me')}
        line={words.t('line.not-me')}
        say="title.not-me"
        lineSay="line.not-me"
      >
        <BigButton tone="ink" primary glyph={GLYPHS.scan} label={words.t('label.scan')} say="label.scan" href="/scan" />
      </Refused>
    </PersonScreen>
  );
};
