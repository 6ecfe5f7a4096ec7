import { createMemoryHistory, MemoryRouter, Route } from '@solidjs/router';
import type { JSX } from 'solid-js';
import { render } from 'solid-js/web';
import { onTestFinished, vi } from 'vitest';
import { type App, AppContext } from '#client/ui/app';
import { fixedApp } from '#client/ui/gallery/fixed-app';
import { Speech } from '#client/ui/words.tsx';
import { ALL_PARTS } from '#i18n/words';

export interface Opened {
  readonly place: HTMLElement;
  /** The address now. */
  at(): string;
  /** The phone's own Back. */
  back(): void;
}

let left = (): void => undefined;

/** Closes what is open; done by itself when the test is over. */
export const leave = (): void => left();

/** Screens by their paths, at an address that was come to from `/elsewhere`, over an App that says `change` differently. */
export const openScreens = (address: string, screens: Readonly<Record<string, () => JSX.Element>>, change: Partial<App>): Opened => {
  const place = document.body.appendChild(document.createElement('div'));
  const history = createMemoryHistory();
  history.set({ value: '/elsewhere' });
  history.set({ value: address });
  const Inside = (props: { readonly children?: JSX.Element }): JSX.Element => props.children;
  const unmount = render(
    () => (
      <AppContext.Provider value={fixedApp(change)}>
        <Speech locale="fr" parts={ALL_PARTS}>
          <MemoryRouter history={history} root={Inside}>
            {Object.entries(screens).map(([path, component]) => (
              <Route path={path} component={component} />
            ))}
            <Route path="*" component={() => <main data-screen="elsewhere" class="elsewhere" />} />
          </MemoryRouter>
        </Speech>
      </AppContext.Provider>
    ),
    place,
  );
  left = () => {
    unmount();
    place.remove();
    left = () => undefined;
  };
  onTestFinished(leave);
  return { place, at: history.get, back: history.back };
};

// A screen that is loaded when asked for may take its time on a busy machine.
const PATIENCE = { timeout: 10_000 };

export const seen = (place: HTMLElement, selector: string): Promise<HTMLElement> =>
  vi.waitFor(() => place.querySelector<HTMLElement>(selector) ?? Promise.reject(new Error(`${selector} is not there`)), PATIENCE);

export const press = async (place: HTMLElement, selector: string): Promise<void> => (await seen(place, selector)).click();

/** The screen of this name, as soon as it stands. */
export const on = (place: HTMLElement, name: string): Promise<HTMLElement> => seen(place, `[data-screen="${name}"]`);

/** Touches pictures of the grid by their place, as a finger would. */
export const touch = async (place: HTMLElement, ...places: readonly number[]): Promise<void> => {
  for (const n of places) await press(place, `.code-key:nth-child(${n})`);
};
