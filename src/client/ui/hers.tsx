import { type Component, type JSX, Show } from 'solid-js';
import { useApp } from './app.ts';
import { Welcome } from './screens/person/welcome.tsx';

interface Preloads {
  readonly preload?: () => unknown;
}

/** A screen of somebody's: on a device that is nobody's, whoever comes there by an old link or by Back is welcomed instead. */
export const hers = (Screen: Component & Preloads): Component & Preloads =>
  Object.assign(
    (): JSX.Element => {
      const app = useApp();
      return (
        <Show when={app.who() !== 'nobody'} fallback={<Welcome />}>
          <Screen />
        </Show>
      );
    },
    { preload: () => Screen.preload?.() },
  );
