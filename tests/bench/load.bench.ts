// npm run bench -- load: one real server under a room full of phones. `--short`: a tenth, for a machine that others use.
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Signer } from '#base/ambient';
import { DEMO_STRUCTURE } from '#content/demo';
import { signerFromSeed } from '#credentials/keys';
import type { Actor } from '#domain/device';
import { type DeviceId, type PersonId, type StaffId, scopeOf } from '#domain/ids';
import { type Patch, put } from '#domain/record';
import type { Action } from '#protocol/action';
import { digestOf } from '#protocol/cursor-digest';
import { sealSegment } from '#protocol/segment';
import { CONTENT_TYPE } from '#protocol/version';
import { personPatches, write } from '#server/actions/set-up';
import { signedInToken } from '#server/actions/sign-in';
import { projectRoot } from '#tools/project-root';
import { hmacTokens } from '../../src/server/hmac-tokens.ts';
import { openData } from '../../src/server/open-data.ts';
import { chanceOf, uuidOf } from '../build/field.ts';
import { freePort } from '../journeys/kit/free-port.ts';
import type { Done, Planned } from './load/generator.ts';
import { workload } from './sync/workload.ts';

const short = process.argv.includes('--short');
const PHONES = short ? 400 : 2000;
const FIRST = short ? 100 : 300;
const RATE = 500;
const ROWS = 50;
const FIRST_ROWS = 1320;
const ADVISED = 60;

const folder = mkdtempSync(join(tmpdir(), 'pepites-load-'));
const data = join(folder, 'data');
const port = await freePort();
const origin = `http://localhost:${port}`;

const begin = async (): Promise<ChildProcess> => {
  const env = { ...process.env, PORT: String(port), HOST: 'localhost', PEPITES_DATA: data };
  const child = spawn(process.execPath, [join(projectRoot, 'src/server/main.ts')], {
    cwd: projectRoot,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  process.once('exit', () => child.kill('SIGKILL'));
  while (!(await fetch(`${origin}/healthz`).catch(() => undefined))?.ok) await new Promise((resolve) => setTimeout(resolve, 50));
  return child;
};

const opened = await openData(
  { dataFolder: data, databaseUrl: undefined, media: { folder: join(data, 'media') }, backup: undefined },
  (error) => {
    throw error;
  },
);
if (!opened.ok) throw new Error(opened.error);
const { store, keys } = opened.value;
const tokens = hmacTokens(keys.serverSecret());

interface Device {
  readonly signer: Signer;
  readonly id: DeviceId;
  readonly cookie: string;
  readonly actor: Actor;
}

const aDevice = async (n: number, actor: Actor): Promise<{ readonly device: Device; readonly patches: readonly Patch[] }> => {
  const signer = await signerFromSeed(chanceOf(70_000 + n)(32));
  const id = signer.publicKey as DeviceId;
  const cookie = `pepites=${signedInToken({ tokens, clock: Date.now }, id)}`;
  const patches = [put(scopeOf('d', id), 'device', id, { actor, enrolledAt: Date.now(), revoked: false, last: 0, head: '' })];
  return { device: { signer, id, cookie, actor }, patches };
};

const aPerson = async (n: number, rows: number): Promise<Device> => {
  const id = uuidOf(500_000 + n) as PersonId;
  const person = { firstName: `Personne ${n}`, figure: 'woman', mark: 'drop', structure: DEMO_STRUCTURE.id } as const;
  const { device, patches } = await aDevice(n, { role: 'person', person: id });
  const card = `load-card-number-${String(n).padStart(6, '0')}`;
  const hers = await personPatches({ origin }, { id, person, subject: `load${String(n).padStart(18, '2')}`, card });
  const records = RECORDS.slice(0, rows).map(({ id: name, body }) => put(scopeOf('q', id), 'reflection', name, body));
  // Not all in the demonstration's structure: its advisor has so many people, and no more.
  await write(store, [...hers.filter(({ kind }) => kind !== 'member' || n < ADVISED), ...patches, ...records]);
  return device;
};

const RECORDS = workload(1).records;

const pushOf = async ({ signer }: Device, n: number): Promise<string> => {
  const actions = Array.from({ length: 5 }, (_, i): Action => {
    const shown = {
      kind: 'photo',
      media: uuidOf(n * 10 + i)
        .replaceAll('-', '')
        .padEnd(64, '0'),
      faces: 'none',
    };
    const args = { evidence: uuidOf(2_000_000 + n * 10 + i), shown, with: 'self' };
    return { id: uuidOf(3_000_000 + n * 10 + i) as Action['id'], n: i + 1, at: Date.now(), v: 1, name: 'add-evidence', args };
  });
  const { segment } = await sealSegment(signer, '', actions);
  return gzipSync(JSON.stringify({ protocol: 1, nonce: NONCE, segments: [segment] })).toString('base64');
};

const NONCE = 'nonce-nonce-nonce';
const question = ({ id }: Device, more: object = {}): string =>
  JSON.stringify({ protocol: 1, nonce: NONCE, device: id, cursors: {}, ...more });

const generate = async (plan: readonly Planned[]): Promise<{ readonly done: readonly Done[]; readonly took: number }> => {
  const path = join(folder, 'plan.json');
  writeFileSync(path, JSON.stringify(plan));
  const env = { ...process.env, BENCH_PORT: String(port), BENCH_PLAN: path };
  const child = fork(join(projectRoot, 'tests/bench/load/generator.ts'), [], { env });
  const [said] = await once(child, 'message');
  return said as { done: readonly Done[]; took: number };
};

const quantile = (values: readonly number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(values.length * part) - 1)] ?? Number.NaN;
const say = (what: string, value: number, unit: string, goal: number, isReached = value <= goal): void =>
  console.log(`${what}: ${value.toFixed(value < 10 ? 2 : 0)} ${unit} (goal ${goal}: ${isReached ? 'reached' : 'MISSED'})`);

/** Megabytes of memory and milliseconds of processor time (Linux). */
const memoryOf = (pid: number): number => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
const cpuOf = (pid: number): number => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
};

console.log(
  `${new Date().toISOString().slice(0, 10)}, Node ${process.version}${short ? ', short' : ''}, load average ${loadavg()[0]?.toFixed(1)}`,
);
let server = await begin();
const people: Device[] = [];
for (let n = 0; n < PHONES; n++) people.push(await aPerson(n, ROWS));
const late: Device[] = [];
for (let n = 0; n < FIRST; n++) late.push(await aPerson(PHONES + n, FIRST_ROWS));
const { device: advisor, patches } = await aDevice(999_999, {
  role: 'advisor',
  structure: DEMO_STRUCTURE.id,
  staff: uuidOf(77) as StaffId,
});
await write(store, patches);
const pushes = await Promise.all(people.map(pushOf));
// A fresh process: what filling has left in memory is not what is measured.
server.kill('SIGTERM');
await once(server, 'exit');
server = await begin();
const pid = server.pid ?? 0;
let most = 0;
const watch = setInterval(() => {
  most = Math.max(most, memoryOf(pid));
}, 100);

const half = Math.floor(PHONES * 0.75);
const busy = people.slice(0, half).flatMap((device, i): readonly Planned[] => [
  { at: (i * 2 * 1000) / RATE, what: 'push', cookie: device.cookie, body: pushes[i] ?? '' },
  { at: ((i * 2 + 1) * 1000) / RATE, what: 'pull', cookie: device.cookie, body: question(device, { snapshots: true }) },
]);
const cpuBefore = cpuOf(pid);
const open = await generate(busy);
const cpuEach = (cpuOf(pid) - cpuBefore) / busy.length;
const failed = open.done.filter(({ status }) => status !== 200);
console.log(
  `open loop: ${half} phones, 5 actions and ${ROWS} rows each, ${busy.length} requests due at ${RATE}/s; ${failed.length} failed`,
);
say('requests answered', (busy.length * 1000) / open.took, '/s', 480, (busy.length * 1000) / open.took >= 480);
say(
  'p99',
  quantile(
    open.done.map(({ ms }) => ms),
    0.99,
  ),
  'ms',
  250,
);
console.log(
  `p50 ${quantile(
    open.done.map(({ ms }) => ms),
    0.5,
  ).toFixed(0)} ms`,
);
console.log(
  `processor time of the server: ${cpuEach.toFixed(2)} ms a request, so ${(1000 / cpuEach).toFixed(0)} a second of one processor`,
);
say('memory (RSS) at most', most, 'MB', 400);

const crowd = [
  ...late.map(
    (device): Planned => ({ at: 0, what: 'first', cookie: device.cookie, body: question(device, { snapshots: true, sums: true }) }),
  ),
  ...people.slice(half).map((device, i): Planned => ({ at: i * 20, what: 'push', cookie: device.cookie, body: pushes[half + i] ?? '' })),
];
const crowdBefore = cpuOf(pid);
const at = await generate(crowd);
console.log(`processor time of the server: ${((cpuOf(pid) - crowdBefore) / 1000).toFixed(1)} s for all of it`);
const times = (what: Planned['what']): readonly number[] => at.done.filter((one) => one.what === what).map(({ ms }) => ms);
console.log(
  `${FIRST} first syncs at once (${FIRST_ROWS} rows each) beside a push every 20 ms; ${at.done.filter(({ status }) => status !== 200).length} failed`,
);
say('first sync p95', quantile(times('first'), 0.95) / 1000, 's', 15);
say("others' push p95", quantile(times('push'), 0.95), 'ms', 500);
say('memory (RSS) at most', most, 'MB', 400);
clearInterval(watch);

/** Bytes both ways, as they stand on the socket, of the second of two questions over one connection. */
const onTheWire = async (device: Device, body: string): Promise<number> => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const askOnce = (): Promise<number> =>
    new Promise((resolve, reject) => {
      const headers = { cookie: device.cookie, 'content-type': CONTENT_TYPE, 'accept-encoding': 'gzip' };
      const sent = request({ port, host: 'localhost', agent, method: 'POST', path: '/api/sync/pull', headers }, (answer) => {
        answer.resume();
        answer.on('end', () => resolve((sent.socket?.bytesRead ?? 0) + (sent.socket?.bytesWritten ?? 0)));
      });
      sent.on('error', reject);
      sent.end(body);
    });
  const first = await askOnce();
  const both = await askOnce();
  agent.destroy();
  return both - first;
};

const cursorsOf = async (device: Device): Promise<Record<string, number>> => {
  const cursors: Record<string, number> = {};
  for (;;) {
    const headers = { cookie: device.cookie, 'content-type': CONTENT_TYPE };
    const response = await fetch(`${origin}/api/sync/pull`, { method: 'POST', headers, body: question(device, { cursors }) });
    const page = (await response.json()) as { more: boolean; scopes: readonly { scope: string; cursor: number }[] };
    for (const { scope, cursor } of page.scopes) cursors[scope] = cursor;
    if (!page.more) return cursors;
  }
};

const [quiet] = people;
if (quiet) {
  const body = question(quiet, { cursors: await cursorsOf(quiet) });
  say('idle sync of a person, both ways with headers', await onTheWire(quiet, body), 'bytes', 1024);
  const idle = Array.from({ length: 280 }, (_, i): Planned => ({ at: i * 5, what: 'pull', cookie: quiet.cookie, body }));
  const before = cpuOf(pid);
  await generate(idle);
  console.log(`of which its question's body: ${body.length} bytes`);
  say('processor time of the server for it', (cpuOf(pid) - before) / idle.length, 'ms', 1);
}
const known = await cursorsOf(advisor);
const { cursors: _none, ...rest } = JSON.parse(question(advisor));
const asked = JSON.stringify({ ...rest, digest: await digestOf(Object.entries(known) as never) });
console.log(`an advisor's device holds ${Object.keys(known).length} scopes`);
say('idle sync of an advisor, both ways with headers', await onTheWire(advisor, asked), 'bytes', 4096);

console.log(`load average after ${loadavg()[0]?.toFixed(1)}`);
await store.close();
server.kill('SIGTERM');
await once(server, 'exit');
rmSync(folder, { recursive: true, force: true });
