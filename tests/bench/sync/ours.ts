import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { DEMO_STRUCTURE } from '#content/demo';
import { type PersonId, scopeOf } from '#domain/ids';
import { put } from '#domain/record';
import { freshSecret, freshSubject, personPatches, write } from '#server/actions/set-up';
import { type Data, openData } from '../../../src/server/open-data.ts';
import { uuidOf } from '../../build/field.ts';
import type { WorkRecord } from './workload.ts';

const chance = (size: number) => new Uint8Array(randomBytes(size));

/** The administration's hand in the data of a server that runs: the same database, another process. */
export const openHand = async (origin: string, dataFolder: string, databaseUrl?: string) => {
  const places = { dataFolder, databaseUrl, media: { folder: join(dataFolder, 'media') }, backup: undefined } as const;
  const opened = await openData(places, (error) => {
    throw error;
  });
  if (!opened.ok) throw new Error(opened.error);
  const { store }: Data = opened.value;
  const idOf = (n: number): PersonId => uuidOf(900_000 + n) as PersonId;
  return {
    /** A person with a card. */
    person: async (n: number): Promise<{ readonly id: PersonId; readonly card: string }> => {
      const card = freshSecret(chance);
      const person = { firstName: `Personne ${n}`, figure: 'woman', mark: 'drop', structure: DEMO_STRUCTURE.id } as const;
      await write(store, await personPatches({ origin }, { id: idOf(n), person, subject: freshSubject(chance), card }));
      return { id: idOf(n), card };
    },
    /** Her records, as if an earlier device of hers had brought them. */
    fill: (n: number, records: readonly WorkRecord[]): Promise<void> => {
      const scope = scopeOf('q', idOf(n));
      return write(
        store,
        records.map(({ id, body }) => put(scope, 'reflection', id, body)),
      );
    },
    store,
    close: () => store.close(),
  };
};
