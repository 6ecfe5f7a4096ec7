import { toBase64url } from '#base/bytes';
import { BOX_KEY } from '#domain/box-key';
import type { PersonId, StaffId } from '#domain/ids';
import { CATALOGUE, type EventId, type MouldId } from '#domain/ids';
import type { Mould } from '#domain/mould';
import { put } from '#domain/record';
import { eventPatches, invitationPatches, personPatches, staffPatches, structurePatches } from '#server/actions/set-up';
import { anEvent, DRAW, MOULD, ORIGIN, STRUCTURE, uuidOf } from '../build/field.ts';
import type { Dice } from './dice.ts';
import type { Profile } from './profile.ts';
import { boxPairOf, type SimServer } from './sim-server.ts';

export const START = Date.parse('2026-05-30T09:00Z');
export const DAY = 86_400_000;
export const GIVEN_MOULDS = ['savoir-a', 'savoir-b', 'savoir-c'] as readonly string[] as readonly MouldId[];

const mould = (kind: Mould['kind']): Mould => ({
  kind,
  draw: DRAW,
  title: { fr: 'Je participe' },
  criteria: { fr: 'Je viens et je participe.' },
  levels: 0,
  alignments: [],
});

export const personOf = (i: number): PersonId => uuidOf(i + 1) as PersonId;
export const eventOf = (i: number): EventId => uuidOf(200 + i) as EventId;
export const reflectionOf = (person: string): string => uuidOf(7000 + Number.parseInt(person.slice(0, 4), 16));
export const secretOf = (kind: string, i: number): string => `${kind}${i}`.padEnd(22, 'x').slice(0, 22);
const STAFF = uuidOf(900) as StaffId;

/** What the world begins with: a structure, its people, its events, its staff. */
export const seed = async (server: SimServer, profile: Profile, dice: Dice): Promise<void> => {
  const looks = { figure: 'woman', mark: 'drop', structure: STRUCTURE } as const;
  const people = Array.from({ length: profile.people }, (_, i) => ({
    id: personOf(i),
    person: { firstName: `Person ${i}`, ...looks },
    subject: `person${i}`.padEnd(22, '2'),
    card: secretOf('card', i),
  }));
  const events = Array.from({ length: profile.events }, (_, i) => eventOf(i));
  const window = { opens: START - DAY, closes: START + 4000 * DAY };
  await server.write([
    ...structurePatches(STRUCTURE, { name: 'Atelier des Pins', kind: 'siae' }, dice.bytes),
    ...(await Promise.all(people.map((person) => personPatches({ origin: ORIGIN }, person)))).flat(),
    ...events.flatMap((event) => eventPatches(event, anEvent(window))),
    ...staffPatches(STRUCTURE, STAFF, { face: { firstName: 'Fatou', figure: 'woman', mark: 'leaf' } }),
    ...(await invitationPatches(STRUCTURE, secretOf('invite', 0), { lasting: true })),
    ...(await invitationPatches(STRUCTURE, secretOf('invite', 1), { lasting: true }, { role: 'advisor', staff: STAFF })),
    put(BOX_KEY.scope, BOX_KEY.kind, BOX_KEY.id, { key: toBase64url(boxPairOf(profile).publicKey) }),
    put(CATALOGUE, 'mould', MOULD, mould('event')),
    ...GIVEN_MOULDS.map((id) => put(CATALOGUE, 'mould', id, mould('transversal'))),
  ]);
};
