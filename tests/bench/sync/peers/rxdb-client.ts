// RxDB over its storage in memory, with batches so large that one request does it.
import { type Client, port, runRounds } from '../rounds.ts';
import type { WorkEdit } from '../workload.ts';
import { peer } from './packages.ts';

const { createRxDatabase } = peer('rxdb');
const { getRxStorageMemory } = peer('rxdb/plugins/storage-memory');
const { replicateRxCollection } = peer('rxdb/plugins/replication');

const BATCH = 2000;
const schema = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: { id: { type: 'string', maxLength: 40 }, body: { type: 'object' } },
  required: ['id', 'body'],
};

const open = async (set: string): Promise<Client> => {
  const address = `http://localhost:${port()}/${set}`;
  const database = await createRxDatabase({ name: `bench-${set}`, storage: getRxStorageMemory(), multiInstance: false });
  const { docs } = await database.addCollections({ docs: { schema } });
  const shared = { collection: docs, replicationIdentifier: address, live: false, retryTime: 1000 };
  const failing = (replication: { error$: { subscribe(told: (error: unknown) => void): void } }) =>
    replication.error$.subscribe((error) => console.error(error));
  return {
    pull: async () => {
      const handler = async (checkpoint: { at: number } | undefined, limit: number) =>
        (await fetch(`${address}?at=${checkpoint?.at ?? 0}&limit=${limit}`)).json();
      const replication = replicateRxCollection({ ...shared, pull: { handler, batchSize: BATCH } });
      failing(replication);
      await replication.awaitInitialReplication();
      return (await docs.find().exec()).length;
    },
    edit: async (edits: readonly WorkEdit[]) => {
      for (const { id, here, item, answer } of edits) {
        const doc = await docs.findOne(id).exec();
        await doc.incrementalModify((data: { body: { here: string; answers: object } }) => {
          const { body } = data;
          data.body = { ...body, here, answers: { ...body.answers, [item]: answer } };
          return data;
        });
      }
    },
    push: async () => {
      let sent = 0;
      const handler = async (rows: readonly object[]) => {
        const response = await fetch(address, {
          method: 'POST',
          body: JSON.stringify(rows),
          headers: { 'content-type': 'application/json' },
        });
        const conflicts = (await response.json()) as readonly object[];
        if (conflicts.length > 0) throw new Error(`${conflicts.length} conflicts where there are none`);
        sent += rows.length;
        return conflicts;
      };
      const replication = replicateRxCollection({ ...shared, push: { handler, batchSize: BATCH } });
      failing(replication);
      await replication.awaitInitialReplication();
      if (sent !== 1000) throw new Error(`${sent} edits were pushed`);
    },
    close: async () => {
      await database.close();
    },
  };
};

await runRounds(open);
