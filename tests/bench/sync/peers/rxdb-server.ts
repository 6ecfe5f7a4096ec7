// RxDB has no server of its own over HTTP: this is the endpoint of its documentation, over SQLite with fsync, one transaction a batch.
import { createServer } from 'node:http';
import { DatabaseSync } from 'node:sqlite';
import { isDeepStrictEqual } from 'node:util';
import { gzipSync } from 'node:zlib';
import { port, scratch, workOf } from '../rounds.ts';

interface Doc {
  readonly id: string;
}
interface Pushed {
  readonly newDocumentState: Doc;
  readonly assumedMasterState?: Doc;
}

const db = new DatabaseSync(`${scratch()}/rxdb.sqlite`);
db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
db.exec('CREATE TABLE IF NOT EXISTS docs (space TEXT, id TEXT, at INTEGER, body TEXT, PRIMARY KEY (space, id))');
db.exec('CREATE INDEX IF NOT EXISTS feed ON docs (space, at, id)');
let at = 0;
const put = db.prepare('INSERT INTO docs VALUES (?, ?, ?, ?) ON CONFLICT (space, id) DO UPDATE SET at = excluded.at, body = excluded.body');
const one = db.prepare('SELECT body FROM docs WHERE space = ? AND id = ?');
const feed = db.prepare('SELECT at, body FROM docs WHERE space = ? AND at > ? ORDER BY at LIMIT ?');

const fill = (space: string): void => {
  db.exec('BEGIN');
  for (const { id, body } of workOf(space).records) put.run(space, id, ++at, JSON.stringify({ id, body, _deleted: false }));
  db.exec('COMMIT');
};
for (const set of (process.env['BENCH_SETS'] ?? '').split(',')) fill(set);

const pull = (space: string, after: number, limit: number) => {
  const found = feed.all(space, after, limit);
  return { documents: found.map(({ body }) => JSON.parse(String(body))), checkpoint: { at: Number(found.at(-1)?.['at'] ?? after) } };
};

const push = (space: string, rows: readonly Pushed[]): readonly Doc[] => {
  const conflicts: Doc[] = [];
  db.exec('BEGIN IMMEDIATE');
  for (const { newDocumentState, assumedMasterState } of rows) {
    const held = one.get(space, newDocumentState.id)?.['body'];
    if (held !== undefined && !isDeepStrictEqual(assumedMasterState, JSON.parse(String(held)))) conflicts.push(JSON.parse(String(held)));
    else put.run(space, newDocumentState.id, ++at, JSON.stringify(newDocumentState));
  }
  db.exec('COMMIT');
  return conflicts;
};

createServer(async (request, response) => {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const [, space = ''] = url.pathname.split('/');
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const said =
    request.method === 'POST'
      ? push(space, JSON.parse(Buffer.concat(parts).toString()))
      : pull(space, Number(url.searchParams.get('at')), Number(url.searchParams.get('limit')));
  response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(gzipSync(JSON.stringify(said)));
}).listen(port(), 'localhost', () => process.send?.({ type: 'ready' }));
