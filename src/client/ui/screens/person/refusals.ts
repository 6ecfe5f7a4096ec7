import type { PictureName } from '#artwork/picture-list';
import type { Refusal } from '#domain/refusal';
import type { EntryRefusal } from '../../app.ts';

/** Why a scan gives no badge: what the domain refuses, and what is not for this person to take. */
export type ScanRefusal = Refusal['type'] | 'foreign' | 'card' | 'other-person';

/** The one way on from a refusal. */
export type WayOn = 'my-badge' | 'scan' | 'home' | 'help';

/** One picture and one way on for everything that can be refused; the words are `refused.<type>` and `next.<type>`. */
export const SCAN_REFUSALS: { readonly [type in ScanRefusal]: { readonly picture: PictureName; readonly way: WayOn } } = {
  AlreadyHeld: { picture: 'already-held', way: 'my-badge' },
  TooEarly: { picture: 'too-early', way: 'home' },
  EventOver: { picture: 'event-over', way: 'home' },
  EventUnknown: { picture: 'foreign-code', way: 'scan' },
  TicketForged: { picture: 'forged-ticket', way: 'scan' },
  TicketExpired: { picture: 'event-over', way: 'scan' },
  BadgeUnknown: { picture: 'foreign-code', way: 'home' },
  NotYours: { picture: 'foreign-code', way: 'home' },
  ActionUnknown: { picture: 'headset-person', way: 'help' },
  ActionMalformed: { picture: 'headset-person', way: 'help' },
  foreign: { picture: 'foreign-code', way: 'scan' },
  card: { picture: 'foreign-code', way: 'scan' },
  'other-person': { picture: 'foreign-code', way: 'home' },
};

/** The same for what the server says while a card is opened; the words are `entry.<type>` and `next.<type>`. */
export const ENTRY_REFUSALS: { readonly [type in EntryRefusal]: { readonly picture: PictureName; readonly way: 'code' | 'again' | 'scan' | 'help' } } = {
  'no-network': { picture: 'no-network', way: 'again' },
  CardUnknown: { picture: 'foreign-code', way: 'scan' },
  CardVoid: { picture: 'event-over', way: 'scan' },
  CodeWrong: { picture: 'headset-person', way: 'code' },
  CodeLocked: { picture: 'secure-needed', way: 'help' },
  Broken: { picture: 'headset-person', way: 'again' },
  TooMany: { picture: 'too-early', way: 'again' },
  Malformed: { picture: 'foreign-code', way: 'scan' },
  NotAllowed: { picture: 'headset-person', way: 'help' },
};
