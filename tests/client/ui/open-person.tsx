import type { JSX } from 'solid-js';
import type { App } from '#client/ui/app';
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
import { type Opened, openScreens } from './open-screens.tsx';

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

/** The person's screens at an address that was come to from `/elsewhere`, over an App that says `change` differently. */
export const openPerson = (address: string, change: Partial<App> = {}): Opened => openScreens(address, SCREENS, change);
