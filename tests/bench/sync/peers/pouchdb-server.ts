// PouchDB's own server over LevelDB on the disk, its default.
import { mkdirSync } from 'node:fs';
import { port, scratch, workOf } from '../rounds.ts';
import { peer } from './packages.ts';

const PouchDB = peer('pouchdb');
const folder = `${scratch()}/pouchdb`;
mkdirSync(folder, { recursive: true });
process.chdir(folder);
const Kept = PouchDB.defaults({ prefix: `${folder}/` });
const app = peer('express')();
app.use('/', peer('express-pouchdb')(Kept, { mode: 'minimumForPouchDB', overrideMode: { include: ['compression'] } }));
// Only databases made from here on are served.
for (const set of (process.env['BENCH_SETS'] ?? '').split(',')) {
  const records = workOf(set).records.map(({ id, body }) => ({ _id: id, body }));
  await new Kept(`set-${set}`).bulkDocs(records);
}
app.listen(port(), 'localhost', () => process.send?.({ type: 'ready' }));
