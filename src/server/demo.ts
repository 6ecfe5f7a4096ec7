import { createHash } from 'node:crypto';
import { err, ok, type Result } from '#base/result';
import { DEMO_ADVISOR, DEMO_EVENT, DEMO_INVITATION, DEMO_NETWORK, DEMO_PEOPLE, DEMO_STRUCTURE } from '#content/demo';
import { scopeOf } from '#domain/ids';
import type { Patch } from '#domain/record';
import type { RecordStore } from '#domain/record-store';
import type { Site } from '#protocol/site';
import { eventPatches, invitationPatches, personPatches, staffPatches, structurePatches } from '#server/actions/set-up';
import type { KeyFiles } from './key-files.ts';

const digest = (text: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash('sha256').update(`pepites demonstration ${text}`).digest());

/**
 * Installs the demonstration network (content/demo), once; what a later version added to it (the people's places in their structure, the
 * advisor) is put beside what an older start has left, which stays as it is. Everything in it is fixed, its keys too, so it refuses to exist
 * anywhere but on http://localhost.
 */
export const seedDemo = async (store: RecordStore, keys: KeyFiles, site: Site): Promise<Result<void, string>> => {
  if (new URL(site.origin).hostname !== 'localhost' || !site.origin.startsWith('http:'))
    return err('The demonstration has fixed secrets and exists on http://localhost only.');
  const [first] = DEMO_PEOPLE;
  const scope = scopeOf('p', first.id);
  const isNew = !(await store.read([{ scope, kind: 'person', id: first.id }])).get(scope, 'person', first.id);
  if (isNew) for (const { id } of STRUCTURES) keys.create(id, { key: digest(`key of ${id}`), tokens: digest(`token key of ${id}`) });
  await writeMissing(store, await demoPatches(site));
  return ok(undefined);
};

const STRUCTURES = [DEMO_NETWORK, DEMO_STRUCTURE];

const demoPatches = async (site: Site): Promise<readonly Patch[]> => [
  ...STRUCTURES.flatMap(({ id, structure }) => structurePatches(id, structure, (size) => digest(`indexes of ${id}`).slice(0, size))),
  ...(await Promise.all(DEMO_PEOPLE.map((person) => personPatches(site, person)))).flat(),
  ...eventPatches(DEMO_EVENT.id, DEMO_EVENT.event),
  ...(await invitationPatches(DEMO_STRUCTURE.id, DEMO_INVITATION, { lasting: true })),
  ...staffPatches(DEMO_STRUCTURE.id, DEMO_ADVISOR.id, DEMO_ADVISOR.staff),
  ...(await invitationPatches(DEMO_STRUCTURE.id, DEMO_ADVISOR.invitation, { lasting: true }, { role: 'advisor', staff: DEMO_ADVISOR.id })),
];

const writeMissing = (store: RecordStore, patches: readonly Patch[]): Promise<void> =>
  store.judge(
    patches.map(({ scope, kind, id }) => ({ scope, kind, id })),
    (records) => ({ patches: patches.filter(({ scope, kind, id }) => records.get(scope, kind, id) === undefined), answer: undefined }),
  );

/** The addresses to open in a demonstration. */
export const demoAddresses = ({ origin }: Site): readonly string[] => [
  `The app: ${origin}/`,
  ...DEMO_PEOPLE.slice(0, 1).map(({ person, card }) => `${person.firstName}'s card: ${origin}/c#${card}`),
  `Nadia's event page, with its QR: ${origin}/o#${DEMO_INVITATION}`,
  `Nadia's own page, where badges are asked of her: ${origin}/o#${DEMO_ADVISOR.invitation}`,
];
