import { createContext, useContext } from 'solid-js';
import type { BadgeView, RoadView, Safety } from '#client/views/badge-view';
import type { EventView } from '#client/views/events-view';
import type { RefusalView } from '#client/views/refusals-view';
import type { Actor } from '#domain/device';
import type { Draw } from '#domain/draw';
import type { BadgeId } from '#domain/ids';
import type { Mark } from '#domain/person';
import type { Refusal } from '#domain/refusal';
import type { AskingApp } from './app-asking.ts';
import type { CaptureApp } from './app-capture.ts';
import type { CourierApp } from './app-courier.ts';
import type { FirstApp } from './app-first.ts';
import type { GivingApp } from './app-giving.ts';
import type { LeavingApp } from './app-leaving.ts';
import type { PackedApp } from './app-packed.ts';
import type { PublicBadge } from './app-public.ts';
import type { SendingApp } from './app-sending.ts';

/** The person this device belongs to. */
export interface Me {
  readonly firstName: string;
  readonly figure: string;
  readonly mark: Mark;
}

/** What came of looking at a scanned text. `unproven`: well signed, but this phone does not know the organiser yet. */
export type ScanOutcome =
  | { readonly type: 'ticket'; readonly draw: Draw; readonly proof: 'proven' | 'unproven' }
  | { readonly type: 'refused'; readonly refusal: Refusal }
  | { readonly type: 'card' }
  /** Somebody asks who saw it: `bringCard`, then `/w`. */
  | { readonly type: 'witness' }
  /** Somebody shows one badge for a while: `bringCard`, then `/k`. */
  | { readonly type: 'link' }
  | { readonly type: 'badge'; readonly badge: string }
  /** A badge itself, or a part of it: `/verifier` reads on. */
  | { readonly type: 'packed' }
  | { readonly type: 'foreign' };

/** Why something that needs the server did not happen. */
export type EntryRefusal =
  | 'no-network'
  | 'CardUnknown'
  | 'CardVoid'
  | 'CodeWrong'
  | 'CodeLocked'
  | 'Broken'
  | 'TooMany'
  | 'Malformed'
  | 'NotAllowed';

export type OpenedCard = { readonly me: Me; readonly hasCode: boolean };

/** What the camera tells while it looks. */
export type CameraState = 'starting' | 'looking' | 'too-dark' | 'refused' | 'missing';

/** A running camera; `stop` releases it. `torch` is null where there is none. */
export interface Scanning {
  stop(): void;
  readonly torch: ((on: boolean) => void) | null;
}

/** Why a badge that was brought is not, or not wholly, confirmed: each has its picture and its sentence. */
export type BadgeProblem =
  | 'unreadable'
  | 'too-big'
  | 'changed'
  | 'not-signed'
  | 'other-key'
  | 'other-kind'
  | 'badly-made'
  | 'ended'
  | 'not-yet'
  | 'taken-back'
  | 'paused'
  | 'to-ask'
  | 'someone-else'
  | 'part'
  | 'secret';

/** What came of a badge somebody brought to be checked. `more`: one of several codes was read; `nothing`: there is no badge to show. */
export type BroughtBadge =
  | { readonly state: 'more'; readonly have: number; readonly of: number }
  | { readonly state: 'nothing'; readonly problems: readonly BadgeProblem[] }
  | (Extract<PublicBadge, { state: 'shown' }> & { readonly problems: readonly BadgeProblem[] });

/**
 * All that screens know of the rest of the program. Accessors are Solid signals; acts are promises of an outcome, never throws.
 * The real one is made in main.tsx; the gallery makes one of fixed values.
 */
export interface App extends AskingApp, CaptureApp, GivingApp, PackedApp, CourierApp, FirstApp, LeavingApp, SendingApp {
  /** `unknown` until the device has looked at what it keeps. */
  readonly who: () => 'unknown' | 'nobody' | Actor['role'];
  readonly me: () => Me | undefined;
  /** Latest first. */
  readonly badges: () => readonly BadgeView[];
  readonly roads: () => readonly RoadView[];
  /** The least safe of all my things: the mark on my face. */
  readonly safety: () => Safety;
  readonly online: () => boolean;
  /** Precache and scanner are here: the app starts with no network. */
  readonly readyOffline: () => boolean;
  readonly locale: () => string;
  setLocale(locale: string): void;
  readonly sound: () => 'aloud' | 'earphones' | 'quiet' | 'not-asked';
  setSound(sound: 'aloud' | 'earphones' | 'quiet'): void;
  /** Plays the clips of these sound keys one after the other; stops what was playing. */
  /** `on`: told which key begins, and null at the end or when it was hushed. */
  say(keys: readonly string[], on?: (key: string | null) => void): void;
  hush(): void;
  /** The secret of the card or invitation whose address was opened, already gone from the address bar. */
  readonly cardSecret: () => string | undefined;
  /** A card, a witness's code or a link was scanned in the app (`look` said so): `cardSecret`, `witnessSecret` or `linkSecret` has its secret from now on. */
  bringCard(text: string): void;
  openCard(secret: string): Promise<OpenedCard | EntryRefusal>;
  enrol(secret: string, code: readonly number[]): Promise<'enrolled' | EntryRefusal>;
  enrolOrganiser(secret: string): Promise<'enrolled' | EntryRefusal>;
  /** The text of the ticket whose address was opened or that was kept from before enrolment. */
  readonly keptTicket: () => string | undefined;
  /** Keeps a ticket scanned before the device is somebody's; false when the text is no ticket of ours. */
  keepTicket(text: string): Promise<boolean>;
  dropTicket(): void;
  /** Starts the camera in `view`; calls back with texts and states. */
  scan(view: HTMLElement, on: { text(text: string): void; state(state: CameraState): void }): Scanning;
  /** Reads a QR from a photo or a file; null when there is none in it. */
  scanFile(file: File): Promise<string | null>;
  /** Looks at a scanned text and checks it, changing nothing. */
  look(text: string): Promise<ScanOutcome>;
  /** Takes the badge of a ticket; it is on the device when this resolves. */
  claim(text: string): Promise<BadgeId | Refusal>;
  /** What the server could not do of what was done here, and nobody has looked at yet; latest first. */
  readonly refusals: () => readonly RefusalView[];
  /** The person has seen and heard this one. */
  forgetRefusal(n: number): void;
  show(badge: BadgeId, to: 'me' | 'world'): Promise<void>;
  /** The public address of a badge. */
  addressOf(badge: BadgeId): string;
  /** Opens the phone's own share sheet; false where there is none. */
  share(title: string, address: string): Promise<boolean>;
  /** SVG of a QR code. */
  qr(text: string): Promise<string>;
  readonly events: () => readonly EventView[];
  /** A fresh ticket address of an event, signed by this device; `poster`: without a step. Null when this device may not sign. */
  ticket(event: string, poster: boolean): Promise<string | null>;
  /** Milliseconds until the next step, for the calm mark. */
  untilNextStep(): number;
  /** Keeps the screen lit until the returned stop is called. */
  keepAwake(): () => void;
  publicBadge(badge: string): () => PublicBadge;
  /** Checks, in this browser, a badge somebody brought: a file, a pasted or scanned text, an address. Never throws. */
  checkBadge(brought: Blob | string): Promise<BroughtBadge>;
  reload(): void;
  /** Home is drawn, until the returned stop is called: what stands there is what the next cold start shows first. */
  homeStands(): () => void;
  /** Whether more than the first screens can be done already: that part comes by itself, or when it is asked for. */
  readonly isWhole: () => boolean;
  comeWhole(): void;
}

export const AppContext = createContext<App>();

/** Whether this device is a structure's, not a person's: an advisor may do all that an organiser may. */
export const isStaff = (app: App): boolean => app.who() === 'organiser' || app.who() === 'advisor';

/** The app, inside any screen. */
export const useApp = (): App => {
  const app = useContext(AppContext);
  if (!app) throw new Error('no App above this part: wrap it in AppContext.Provider');
  return app;
};
