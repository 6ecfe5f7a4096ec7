import { type Component, type JSX, Show } from 'solid-js';
import { useApp } from '../../app.ts';
import { Welcome } from './welcome.tsx';

/** A screen of somebody's: on a device that is nobody's, whoever comes there by an old link or by Back is welcomed instead. */
export const hers = (Screen: Component) => (): JSX.Element => {
  const app = useApp();
  return (
    <Show when={app.who() !== 'nobody'} fallback={<Welcome />}>
      <Screen />
    </Show>
  );
};
