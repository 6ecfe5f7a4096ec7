// PouchDB over its storage in memory, with batches so large that one does it.
import { type Client, port, runRounds } from '../rounds.ts';
import { peer } from './packages.ts';

const PouchDB = peer('pouchdb');
PouchDB.plugin(peer('pouchdb-adapter-memory'));

const BATCH = { batch_size: 2000, batches_limit: 10 };

const open = async (set: string): Promise<Client> => {
  const remote = `http://localhost:${port()}/set-${set}`;
  const local = new PouchDB(`bench-${set}`, { adapter: 'memory' });
  return {
    pull: async () => {
      const done = await PouchDB.replicate(remote, local, BATCH);
      return done.docs_written;
    },
    edit: async (edits) => {
      for (const { id, here, item, answer } of edits) {
        const doc = await local.get(id);
        await local.put({ ...doc, body: { ...doc.body, here, answers: { ...doc.body.answers, [item]: answer } } });
      }
    },
    push: async () => {
      const done = await PouchDB.replicate(local, remote, BATCH);
      if (done.docs_written !== 1000) throw new Error(`${done.docs_written} edits were pushed`);
    },
    close: () => local.destroy(),
  };
};

await runRounds(open);
