import type { Refusal } from '#domain/refusal';
import type { EntryRefusal } from '../../app.ts';
import { GLYPHS } from '../../parts/glyphs.gen.ts';
import type { SceneOf } from '../../parts/scene.tsx';

/** Why a scan gives no badge: what the domain refuses, and what is not for this person to take. */
export type ScanRefusal = Refusal['type'] | 'foreign' | 'card' | 'other-person';

/** The one way on from a refused scan. */
export type ScanWay = 'my-badge' | 'badges' | 'scan' | 'home' | 'help';

/** The one way on from a card that does not open. */
export type EntryWay = 'code' | 'again' | 'scan' | 'help';

/** A picture of why, with a sign about it in the corner, and what to do next. */
interface Explained<Way> {
  readonly scene: SceneOf;
  readonly sign?: string;
  readonly way: Way;
}

const card = { card: null } as const;
const event = { picture: 'event' } as const;
const badge = { picture: 'a-badge' } as const;
const asking = { picture: 'ask-badge' } as const;
const mending = { picture: 'being-mended' } as const;

/** One picture and one way on for everything that can be refused; the words are `refused.<type>` and `next.<type>`. */
export const SCAN_REFUSALS: { readonly [type in ScanRefusal]: Explained<ScanWay> } = {
  AlreadyHeld: { scene: { picture: 'already-held' }, way: 'my-badge' },
  TooEarly: { scene: { picture: 'too-early' }, way: 'home' },
  EventOver: { scene: { picture: 'event-over' }, way: 'home' },
  EventUnknown: { scene: event, sign: GLYPHS.question, way: 'scan' },
  TicketForged: { scene: { picture: 'forged-ticket' }, way: 'scan' },
  TicketExpired: { scene: { picture: 'scan-poster' }, sign: GLYPHS.refresh, way: 'scan' },
  BadgeUnknown: { scene: badge, sign: GLYPHS.question, way: 'badges' },
  AlreadyAsked: { scene: asking, sign: GLYPHS.clock, way: 'home' },
  NotReady: { scene: asking, sign: GLYPHS.pencil, way: 'home' },
  RequestUnknown: { scene: asking, sign: GLYPHS.question, way: 'home' },
  RequestClosed: { scene: asking, sign: GLYPHS.talk, way: 'home' },
  NotYours: { scene: badge, sign: GLYPHS.lock, way: 'badges' },
  ActionUnknown: { scene: { app: true }, sign: GLYPHS.refresh, way: 'help' },
  ActionMalformed: { scene: mending, way: 'help' },
  foreign: { scene: { picture: 'foreign-code' }, way: 'scan' },
  card: { scene: card, sign: GLYPHS.face, way: 'scan' },
  'other-person': { scene: card, sign: GLYPHS.people, way: 'home' },
};

/** The same for what the server says while a card is opened; the words are `entry.<type>` and `next.<type>`. */
export const ENTRY_REFUSALS: { readonly [type in EntryRefusal]: Explained<EntryWay> } = {
  'no-network': { scene: { picture: 'take-tablet' }, way: 'again' },
  CardUnknown: { scene: card, sign: GLYPHS.question, way: 'scan' },
  CardVoid: { scene: { picture: 'old-card' }, way: 'scan' },
  CodeWrong: { scene: card, sign: GLYPHS.again, way: 'code' },
  CodeLocked: { scene: card, sign: GLYPHS.lock, way: 'help' },
  Broken: { scene: mending, way: 'again' },
  TooMany: { scene: card, sign: GLYPHS.clock, way: 'again' },
  Malformed: { scene: card, sign: GLYPHS.question, way: 'scan' },
  NotAllowed: { scene: card, sign: GLYPHS.x, way: 'help' },
};
