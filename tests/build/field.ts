import type { Chance, Clock, Millis, Signer } from '#base/ambient';
import type { Bytes } from '#base/bytes';
import { toHex } from '#base/bytes';
import { formatUuid } from '#base/uuid';
import { signerFromSeed } from '#credentials/keys';
import type { Badge } from '#domain/badge';
import type { Draw } from '#domain/draw';
import type { Event, EventTicket } from '#domain/event';
import type { BadgeId, EventId, MouldId, PersonId, Scope, StructureId } from '#domain/ids';
import type { Bodies, Kind, Row } from '#domain/record';
import { put } from '#domain/record';
import type { Stamps } from '#domain/stamp';
import { signCertificate } from '#protocol/certificate';
import { signTicket } from '#protocol/ticket';

/** Milliseconds of an ISO time. */
export const at = (iso: string): Millis => Date.parse(iso);

/** A clock that stands still until told. */
export const clockAt = (iso: string): Clock & { now: Millis; tick(ms: number): void } => {
  const clock = Object.assign((): Millis => clock.now, {
    now: at(iso),
    tick: (ms: number) => {
      clock.now += ms;
    },
  });
  return clock;
};

/** Chance that can be repeated: a small xorshift stream. */
export const chanceOf = (seed: number): Chance => {
  let state = (seed ^ 0x9e3779b9) >>> 0 || 1;
  const byte = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) & 255;
  };
  return (size) => Uint8Array.from({ length: size }, byte);
};

/** The same UUID for the same number, different for others. */
export const uuidOf = (n: number): string => formatUuid(toHex(chanceOf(n + 1)(16)));

/** The Ed25519 signer of a number. */
export const signerOfNumber = (n: number): Promise<Signer> => signerFromSeed(chanceOf(n)(32));

export const ORIGIN = 'https://pepites.example';
export const HOST = 'pepites.example';
export const STRUCTURE = 'atelier-des-pins' as StructureId;
export const MOULD = 'je-participe' as MouldId;
export const EVENT = uuidOf(100) as EventId;
export const PERSON = uuidOf(1) as PersonId;
export const badgeId = (n: number): BadgeId => uuidOf(1000 + n) as BadgeId;

export const DRAW: Draw = { shape: 'circle', hue: 'teal', picture: 'people-table', title: 'Je participe' };

/** An event of one day in May. */
export const anEvent = (change: Partial<Event> = {}): Event => ({
  title: 'Forum des métiers',
  structure: STRUCTURE,
  mould: MOULD,
  draw: DRAW,
  opens: at('2026-05-30T08:00Z'),
  closes: at('2026-05-30T18:00Z'),
  ...change,
});

/** What its QR says at nine o'clock. */
export const aTicket = (change: Partial<EventTicket> = {}): EventTicket => ({
  event: EVENT,
  mould: MOULD,
  structure: STRUCTURE,
  opens: at('2026-05-30T08:00Z'),
  closes: at('2026-05-30T18:00Z'),
  step: at('2026-05-30T09:00Z'),
  draw: DRAW,
  ...change,
});

export const aBadge = (change: Partial<Extract<Badge, { step: 'claimed' }>> = {}): Badge => ({
  step: 'claimed',
  mould: MOULD,
  draw: DRAW,
  event: EVENT,
  structure: STRUCTURE,
  at: at('2026-05-30T09:00Z'),
  shown: 'me',
  ...change,
});

export const aSealedBadge = (change: Partial<Extract<Badge, { step: 'sealed' }>> = {}): Badge => ({
  ...aBadge(),
  sealedAt: at('2026-05-30T09:05Z'),
  ...change,
  step: 'sealed',
});

/** A stored row of a record. */
export const aRow = <K extends Kind>(scope: Scope, kind: K, id: string, body: Bodies[K] | null, seq = 1, stamps: Stamps = {}): Row => ({
  scope,
  kind,
  id,
  v: 1,
  body: body === null ? null : put(scope, kind, id, body).body,
  stamps,
  seq,
  deleted: body === null,
});

/** A structure with its key, and an organiser's device that may sign tickets for it. */
export interface Organisers {
  readonly organisation: Signer;
  readonly organiser: Signer;
  readonly certificate: Bytes;
  readonly keysOf: (structure: string) => readonly string[] | undefined;
  /** The text of a QR. */
  readonly qr: (change?: Partial<EventTicket>, origin?: string) => Promise<string>;
}

export const organisersOf = async (expires: Millis = at('2026-07-30T00:00Z')): Promise<Organisers> => {
  const [organisation, organiser] = [await signerOfNumber(11), await signerOfNumber(12)];
  const certificate = await signCertificate(organisation, HOST, { device: organiser.publicKey, structure: STRUCTURE, expires });
  return {
    organisation,
    organiser,
    certificate,
    keysOf: (structure) => (structure === STRUCTURE ? [organisation.publicKey] : undefined),
    qr: (change = {}, origin = ORIGIN) => signTicket(organiser, certificate, origin, aTicket(change)),
  };
};
