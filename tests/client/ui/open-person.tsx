import { createMemoryHistory, MemoryRouter, Route } from '@solidjs/router';
import type { JSX } from 'solid-js';
import { render } from 'solid-js/web';
import { vi } from 'vitest';
import { type App, AppContext } from '#client/ui/app';
import { fixedApp } from '#client/ui/gallery/fixed-app';
import { AskingScreen } from '#client/ui/screens/person/asking/asking-screen.tsx';
import { MyRequest } from '#client/ui/screens/person/asking/my-request.tsx';
import { Badges } from '#client/ui/screens/person/badges.tsx';
import { CardEntry } from '#client/ui/screens/person/card-entry.tsx';
import { Claim } from '#client/ui/screens/person/claim.tsx';
import { ConsentScreen } from '#client/ui/screens/person/first/consent.tsx';
import { EraseScreen } from '#client/ui/screens/person/first/erase-screen.tsx';
import { InstallScreen } from '#client/ui/screens/person/first/install-screen.tsx';
import { LookFirst } from '#client/ui/screens/person/first/look-first.tsx';
import { MyData } from '#client/ui/screens/person/first/my-data.tsx';
import { Help } from '#client/ui/screens/person/help.tsx';
import { Home } from '#client/ui/screens/person/home.tsx';
import { Insecure } from '#client/ui/screens/person/insecure.tsx';
import { Language } from '#client/ui/screens/person/language.tsx';
import { MeScreen } from '#client/ui/screens/person/me.tsx';
import { NextStop } from '#client/ui/screens/person/next-stop.tsx';
import { OneBadge } from '#client/ui/screens/person/one-badge.tsx';
import { Road } from '#client/ui/screens/person/road.tsx';
import { Scan } from '#client/ui/screens/person/scan.tsx';
import { ShowBadge } from '#client/ui/screens/person/show-badge.tsx';
import { Verifier } from '#client/ui/screens/witness/verifier.tsx';
import { Speech } from '#client/ui/words.tsx';
import { ALL_PARTS } from '#i18n/words';

const SCREENS: Readonly<Record<string, () => JSX.Element>> = {
  '/': Home,
  '/c': CardEntry,
  '/e': Claim,
  '/scan': Scan,
  '/badges': Badges,
  '/badges/:id': OneBadge,
  '/badges/:id/show': ShowBadge,
  '/road': Road,
  '/road/:stop': NextStop,
  '/ask/:mould': AskingScreen,
  '/asked/:request': MyRequest,
  '/help': Help,
  '/me': MeScreen,
  '/me/language': Language,
  '/look': LookFirst,
  '/consent': ConsentScreen,
  '/install': InstallScreen,
  '/me/data': MyData,
  '/me/data/erase': EraseScreen,
  '/insecure': Insecure,
  '/verifier': Verifier,
};

export interface Opened {
  readonly place: HTMLElement;
  /** The address now. */
  at(): string;
  /** The phone's own Back. */
  back(): void;
  leave(): void;
}

/** The person's screens at an address that was come to from `/elsewhere`, over an App that says `change` differently. */
export const openPerson = (address: string, change: Partial<App>): Opened => {
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
            {Object.entries(SCREENS).map(([path, component]) => (
              <Route path={path} component={component} />
            ))}
            <Route path="*" component={() => <main data-screen="elsewhere" />} />
          </MemoryRouter>
        </Speech>
      </AppContext.Provider>
    ),
    place,
  );
  const leave = (): void => {
    unmount();
    place.remove();
  };
  return { place, at: history.get, back: history.back, leave };
};

export const seen = (place: HTMLElement, selector: string): Promise<HTMLElement> =>
  vi.waitFor(() => place.querySelector<HTMLElement>(selector) ?? Promise.reject(new Error(`${selector} is not there`)));

export const press = async (place: HTMLElement, selector: string): Promise<void> => (await seen(place, selector)).click();

/** The screen of this name, as soon as it stands. */
export const on = (place: HTMLElement, name: string): Promise<HTMLElement> => seen(place, `[data-screen="${name}"]`);

/** Touches pictures of the grid by their place, as a finger would. */
export const touch = async (place: HTMLElement, ...places: readonly number[]): Promise<void> => {
  for (const n of places) await press(place, `.code-key:nth-child(${n})`);
};
