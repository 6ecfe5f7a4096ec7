import type { JSX } from 'solid-js';
import { Refused } from '../../parts/refused.tsx';
import { useWords } from '../../words.tsx';
import { PersonScreen } from './person-screen.tsx';

/** A plain http address: no camera, no keys, no offline. Nothing here can work, trying again neither, so it says what will. */
export const Insecure = (): JSX.Element => {
  const words = useWords();
  return (
    <PersonScreen name="refused" say={['title.insecure', 'line.insecure']} alone>
      <Refused
        scene={{ picture: 'secure-needed' }}
        title={words.t('title.insecure')}
        line={words.t('line.insecure')}
        say="title.insecure"
        lineSay="line.insecure"
      />
    </PersonScreen>
  );
};
