import { createHash } from 'node:crypto';
import { err, ok, type Result } from '#base/result';
import { DEMO_ADVISOR, DEMO_EVENT, DEMO_INVITATION, DEMO_NETWORK, DEMO_PEOPLE, DEMO_STRUCTURE } from '#content/demo';
import { scopeOf } from '#domain/ids';
import type { RecordStore } from '#domain/record-store';
import { eventPatches, invitationPatches, personPatches, staffPatches, structurePatches, write } from '#server/actions/set-up';
import type { Site } from '#server/actions/site';
import type { KeyFiles } from './key-files.ts';

const digest = (text: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash('sha256').update(`pepites demonstration ${text}`).digest());

/**
 * Installs the demonstration network (content/demo), once. Everything in it is fixed, its keys too, so it refuses to exist anywhere but
 * on http://localhost.
 */
export const seedDemo = async (store: RecordStore, keys: KeyFiles, site: Site): Promise<Result<void, string>> => {
  if (new URL(site.origin).hostname !== 'localhost' || !site.origin.startsWith('http:'))
    return err('The demonstration has fixed secrets and exists on http://localhost only.');
  const [first] = DEMO_PEOPLE;
  const scope = scopeOf('p', first.id);
  if ((await store.read([{ scope, kind: 'person', id: first.id }])).get(scope, 'person', first.id)) return ok(undefined);
  const structures = [DEMO_NETWORK, DEMO_STRUCTURE];
  for (const { id } of structures) keys.create(id, digest(`key of ${id}`));
  const people = await Promise.all(DEMO_PEOPLE.map((person) => personPatches(site, person)));
  await write(store, [
    ...structures.flatMap(({ id, structure }) => structurePatches(id, structure, (size) => digest(`indexes of ${id}`).slice(0, size))),
    ...people.flat(),
    ...eventPatches(DEMO_EVENT.id, DEMO_EVENT.event),
    ...(await invitationPatches(DEMO_STRUCTURE.id, DEMO_INVITATION, { lasting: true })),
    ...staffPatches(DEMO_STRUCTURE.id, DEMO_ADVISOR.id, DEMO_ADVISOR.staff),
    ...(await invitationPatches(
      DEMO_STRUCTURE.id,
      DEMO_ADVISOR.invitation,
      { lasting: true },
      { role: 'advisor', staff: DEMO_ADVISOR.id },
    )),
  ]);
  return ok(undefined);
};

/** The addresses to open in a demonstration. */
export const demoAddresses = ({ origin }: Site): readonly string[] => [
  `The app: ${origin}/`,
  ...DEMO_PEOPLE.slice(0, 1).map(({ person, card }) => `${person.firstName}'s card: ${origin}/c#${card}`),
  `Nadia's event page, with its QR: ${origin}/o#${DEMO_INVITATION}`,
];
