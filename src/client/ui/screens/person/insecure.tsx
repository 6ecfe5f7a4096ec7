import type { JSX } from 'solid-js';
import { useApp } from '../../app.ts';
import { BigButton } from '../../parts/big-button.tsx';
import { GLYPHS } from '../../parts/glyphs.gen.ts';
import { Refused } from '../../parts/refused.tsx';
import { useWords } from '../../words.tsx';
import { PersonScreen } from './person-screen.tsx';

/** A plain http address: no camera, no keys, no offline. Nothing here can work, so it says what will. */
export const Insecure = (): JSX.Element => {
  const app = useApp();
  const words = useWords();
  return (
    <PersonScreen name="refused" say={['title.insecure', 'line.insecure']}>
      <Refused
        scene={{ picture: 'secure-needed' }}
        title={words.t('title.insecure')}
        line={words.t('line.insecure')}
        say="title.insecure"
        lineSay="line.insecure"
      >
        <BigButton tone="ink" primary glyph={GLYPHS.again} label={words.t('label.try')} say="label.try" onPress={app.reload} />
      </Refused>
    </PersonScreen>
  );
};
