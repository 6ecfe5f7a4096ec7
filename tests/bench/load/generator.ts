// The load generator, a process of its own: sends what a plan says when it says so, whether or not earlier answers have come (open loop).
// An answer's time counts from the moment its question was due.
import { readFileSync } from 'node:fs';
import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { gunzipSync } from 'node:zlib';
import type { Scope } from '#domain/ids';
import { snapshotPath } from '#protocol/snapshot-path';
import { CONTENT_TYPE } from '#protocol/version';

/** One thing to do at `at` ms: a single request, or a whole first sync, page after page. */
export interface Planned {
  readonly at: number;
  readonly what: 'push' | 'pull' | 'first';
  readonly cookie: string;
  /** JSON, or gzip in base64 for a push. */
  readonly body: string;
}

/** How long each took, and what did not go well. */
export interface Done {
  readonly what: Planned['what'];
  readonly ms: number;
  readonly status: number;
  readonly bytes: number;
}

const port = Number(process.env['BENCH_PORT']);
const agent = new Agent({ keepAlive: true, maxSockets: 400 });

interface Said {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

const ask = (method: 'GET' | 'POST', path: string, headers: Record<string, string>, body?: Buffer): Promise<Said> =>
  new Promise((resolve) => {
    const sent = request({ port, host: 'localhost', agent, method, path, headers: { 'accept-encoding': 'gzip', ...headers } }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }));
    });
    sent.on('error', () => resolve({ status: 0, headers: {}, body: Buffer.alloc(0) }));
    sent.end(body);
  });

const jsonOf = ({ headers, body }: Said) => JSON.parse((headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body).toString());

interface Page {
  readonly epoch: string;
  readonly more: boolean;
  readonly scopes: readonly { readonly scope: Scope; readonly cursor: number; readonly snapshot?: number }[];
}

const firstSync = async (planned: Planned): Promise<{ readonly status: number; readonly bytes: number }> => {
  const question = JSON.parse(planned.body);
  const cursors: Record<string, number> = {};
  let bytes = 0;
  for (;;) {
    const body = Buffer.from(JSON.stringify({ ...question, cursors }));
    const said = await ask('POST', '/api/sync/pull', { cookie: planned.cookie, 'content-type': CONTENT_TYPE }, body);
    bytes += said.body.length;
    if (said.status !== 200) return { status: said.status, bytes };
    const page: Page = jsonOf(said);
    for (const { scope, cursor, snapshot } of page.scopes) {
      cursors[scope] = snapshot ?? cursor;
      if (snapshot !== undefined) bytes += (await ask('GET', snapshotPath(page.epoch, scope, snapshot), {})).body.length;
    }
    if (!page.more) return { status: 200, bytes };
  }
};

const doOne = async (planned: Planned): Promise<{ readonly status: number; readonly bytes: number }> => {
  const { what, cookie, body } = planned;
  if (what === 'first') return firstSync(planned);
  const packed = what === 'push';
  const headers = { cookie, 'content-type': CONTENT_TYPE, ...(packed && { 'content-encoding': 'gzip' }) };
  const said = await ask('POST', `/api/sync/${what}`, headers, Buffer.from(body, packed ? 'base64' : 'utf8'));
  return { status: said.status, bytes: said.body.length };
};

const plan: readonly Planned[] = JSON.parse(readFileSync(process.env['BENCH_PLAN'] ?? '', 'utf8'));
const begun = performance.now() + 200;
const done = await Promise.all(
  plan.map(
    (planned) =>
      new Promise<Done>((resolve) => {
        setTimeout(
          async () => {
            const said = await doOne(planned);
            resolve({ what: planned.what, ms: performance.now() - begun - planned.at, ...said });
          },
          begun - performance.now() + planned.at,
        );
      }),
  ),
);
process.send?.({ done, took: performance.now() - begun }, () => process.exit(0));
