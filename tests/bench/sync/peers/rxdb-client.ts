// RxDB over its storage in memory, with batches so large that one request does it.
import { type Client, port, runRounds } from '../rounds.ts';
import { EDITS, RECORDS, type WorkEdit } from '../workload.ts';
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
  const failing = (replication: { error$: { subscribe(told: (error: Error) => void): void } }) =>
    replication.error$.subscribe((error) => {
      console.error(error.message.slice(0, 200));
      process.exit(1);
    });
  const fetchRows = async (checkpoint: { at: number } | undefined, limit: number) =>
    (await fetch(`${address}?at=${checkpoint?.at ?? 0}&limit=${limit}`)).json();
  let sent = 0;
  const sendRows = async (rows: readonly object[]) => {
    const response = await fetch(address, { method: 'POST', body: JSON.stringify(rows), headers: { 'content-type': 'application/json' } });
    const conflicts = (await response.json()) as readonly object[];
    if (conflicts.length > 0) throw new Error(`${conflicts.length} conflicts where there are none`);
    sent += rows.length;
    return conflicts;
  };
  const pulling = { handler: fetchRows, batchSize: BATCH };
  const replicate = () => {
    const replication = replicateRxCollection({ ...shared, pull: pulling, push: { handler: sendRows, batchSize: BATCH } });
    failing(replication);
    return replication;
  };
  let initial: Promise<void> = Promise.resolve();
  return {
    pull: async () => {
      const replication = replicate();
      initial = replication.awaitInitialReplication();
      let received = 0;
      // Once they are written; what it does next, finding that it has nothing to push, is not counted.
      await new Promise<void>((resolve) => {
        replication.received$.subscribe(() => (++received === RECORDS ? resolve() : undefined));
      });
      return received;
    },
    edit: async (edits: readonly WorkEdit[]) => {
      await initial;
      for (const { id, here, item, answer } of edits) {
        const doc = await docs.findOne(id).exec();
        await doc.incrementalModify((data: { body: { here: string; answers: object } }) => {
          const { body } = data;
          data.body = { ...body, here, answers: { ...body.answers, [item]: answer } };
          return data;
        });
      }
      sent = 0;
    },
    push: async () => {
      await replicate().awaitInitialReplication();
      if (sent !== EDITS) throw new Error(`${sent} edits were pushed`);
    },
    close: async () => {
      await database.close();
    },
  };
};

await runRounds(open);
