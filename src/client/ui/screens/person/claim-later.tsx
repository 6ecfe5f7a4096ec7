import { type JSX, onMount } from 'solid-js';
import type { Draw } from '#domain/draw';
import { useApp } from '../../app.ts';
import { Badge } from '../../parts/badge.tsx';
import { BigButton } from '../../parts/big-button.tsx';
import { Heading } from '../../parts/heading.tsx';
import { Scene } from '../../parts/scene.tsx';
import { useWords } from '../../words.tsx';
import { PersonScreen } from './person-screen.tsx';

/** A good ticket, opened where nobody is known (the phone's own camera opens the browser): it is kept; open your app or show your card. */
export const ClaimLater = (props: { readonly draw: Draw; readonly text: string }): JSX.Element => {
  const app = useApp();
  const words = useWords();
  onMount(() => void app.keepTicket(props.text));
  return (
    <PersonScreen name="claim-later" say={['title.open-app', 'line.open-app', 'label.my-card']} back="/">
      <span class={`stage stage-pair hue-${props.draw.hue}`} data-say="label.kept-here">
        <Badge draw={props.draw} ribbon="open" class="fill" />
        <Scene of={{ app: true }} class="fill" say="title.open-app" />
      </span>
      <Heading title={words.t('title.open-app')} say="title.open-app" line={words.t('line.open-app')} lineSay="line.open-app" />
      <div class="actions">
        <BigButton tone="ink" primary tall picture="scan-poster" label={words.t('label.my-card')} say="label.my-card" href="/scan" />
      </div>
    </PersonScreen>
  );
};
