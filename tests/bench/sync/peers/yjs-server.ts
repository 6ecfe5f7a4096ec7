// Hocuspocus as its documentation starts it, documents in memory.
import { port, workOf } from '../rounds.ts';
import { peer } from './packages.ts';
import { documentOf } from './yjs-document.ts';

const { Server } = peer('@hocuspocus/server');

const server = new Server({
  port: port(),
  address: 'localhost',
  quiet: true,
  onLoadDocument: async ({ documentName }: { documentName: string }) => documentOf(workOf(documentName).records),
});
await server.listen();
// Held in memory between two visits, as a document kept in a database would be found again.
for (const set of (process.env['BENCH_SETS'] ?? '').split(',')) await server.hocuspocus.openDirectConnection(set);
process.send?.({ type: 'ready' });
