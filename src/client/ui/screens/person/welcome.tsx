import type { JSX } from 'solid-js';
import { BigButton } from '../../parts/big-button.tsx';
import { Heading } from '../../parts/heading.tsx';
import { Scene } from '../../parts/scene.tsx';
import { useWords } from '../../words.tsx';
import { PersonScreen } from './person-screen.tsx';

/** A device that is nobody's yet: take your card, scan it. */
export const Welcome = (): JSX.Element => {
  const words = useWords();
  return (
    <PersonScreen name="welcome" say={['title.welcome', 'line.welcome']}>
      <Scene of={{ card: null }} class="fill" say="line.welcome" />
      <Heading title={words.t('title.welcome')} say="title.welcome" line={words.t('line.welcome')} lineSay="line.welcome" />
      <div class="actions actions-equal">
        <BigButton tone="paper" tall picture="a-badge" label={words.t('label.try-it')} say="label.try-it" href="/look" />
        <BigButton tone="ink" primary tall picture="scan-poster" label={words.t('label.my-card')} say="label.my-card" href="/scan" />
      </div>
    </PersonScreen>
  );
};
