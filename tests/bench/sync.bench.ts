// npm run bench:sync [-- --postgres] [-- --only LAN|3G]: our engine and server beside RxDB, PouchDB and Yjs, on one workload (protocol.md
// "Figures to beat"), in one run on one machine. Each server and each client is a process of its own, with a line between them.
// Ours has rights, stamps, signatures and fsync on; its client keeps in memory, as those of the peers do.
import { type ChildProcess, fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { projectRoot } from '#tools/project-root';
import { startPostgres } from '../build/start-postgres.ts';
import { freePort } from '../journeys/kit/free-port.ts';
import { median } from './kit/figures.ts';
import { openHand } from './sync/ours.ts';
import { ROUNDS, type Round } from './sync/rounds.ts';
import { LAN, type LineProfile, openSlowLine, THREE_G } from './sync/slow-line.ts';
import { workload } from './sync/workload.ts';

const PACKAGES = [
  'rxdb@17.6.0',
  'rxjs@7.8.2',
  'yjs@13.6.33',
  '@hocuspocus/server@4.7.0',
  '@hocuspocus/provider@4.8.0',
  'ws@8.23.0',
  'pouchdb@9.0.0',
  'pouchdb-adapter-memory@9.0.0',
  'express-pouchdb@4.2.0',
  'express@4.22.3',
] as const;

const wants = (flag: string): boolean => process.argv.includes(flag);
const only = process.argv[process.argv.indexOf('--only') + 1];
const profiles = [LAN, THREE_G].filter(({ name }) => !wants('--only') || name === only);
const kept = process.env['PEPITES_BENCH_DIR'];
const folder = mkdtempSync(join(tmpdir(), 'pepites-sync-'));
const peersFolder = kept ? join(kept, 'peers') : join(folder, 'peers');

interface Contender {
  readonly name: string;
  readonly client: string;
  /** Starts its server on a port for the sets of one profile; what it gives ends it. */
  serve(port: number, sets: readonly string[]): Promise<{ answer(question: Question): Promise<object>; end(): Promise<void> }>;
}
interface Question {
  readonly type: string;
  readonly set?: string;
  readonly rounds?: readonly Round[];
}

const children = new Set<ChildProcess>();
// Whatever becomes of the bench, nothing is left running.
process.once('exit', () => {
  for (const child of children) child.kill('SIGKILL');
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const program = (path: string, port: number, sets: readonly string[], more: Readonly<Record<string, string>> = {}): ChildProcess => {
  const env = {
    ...process.env,
    BENCH_PORT: String(port),
    BENCH_FOLDER: folder,
    BENCH_SETS: sets.join(','),
    NODE_ENV: 'production',
    ...more,
  };
  const child = fork(join(projectRoot, path), [], { cwd: folder, env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  children.add(child);
  child.once('exit', () => children.delete(child));
  return child;
};

const end = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const impatient = setTimeout(() => child.kill('SIGKILL'), 6000);
  await once(child, 'exit');
  clearTimeout(impatient);
};

const peer = (name: string, file: string): Contender => ({
  name,
  client: `tests/bench/sync/peers/${file}-client.ts`,
  serve: async (port, sets) => {
    const child = program(`tests/bench/sync/peers/${file}-server.ts`, port, sets);
    await once(child, 'message');
    return { answer: async () => ({}), end: () => end(child) };
  },
});

const ours = (name: string, databaseUrl?: () => Promise<string>): Contender => ({
  name,
  client: 'tests/bench/sync/ours-client.ts',
  serve: async (port) => {
    const data = mkdtempSync(join(folder, 'data-'));
    const url = await databaseUrl?.();
    const place = { PORT: String(port), HOST: 'localhost', PEPITES_DATA: data, ...(url && { PEPITES_DATABASE_URL: url }) };
    const child = program('src/server/main.ts', port, [], place);
    const origin = `http://localhost:${port}`;
    while (!(await fetch(`${origin}/healthz`).catch(() => undefined))?.ok) await new Promise((resolve) => setTimeout(resolve, 50));
    const hand = await openHand(origin, data, url);
    return {
      answer: async ({ type, set = '' }) => {
        const n = Number(set);
        if (type === 'person') return hand.person(n);
        await hand.fill(n, workload(n).records);
        return {};
      },
      end: async () => {
        await hand.close();
        await end(child);
      },
    };
  },
});

const setOf = (profile: LineProfile, round: number): string => String(profiles.indexOf(profile) * ROUNDS + round + 1);

const measure = async (contender: Contender): Promise<ReadonlyMap<LineProfile, readonly Round[]>> => {
  const port = await freePort();
  const setsOf = (profile: LineProfile) => Array.from({ length: ROUNDS }, (_, round) => setOf(profile, round));
  const server = await contender.serve(port, profiles.flatMap(setsOf));
  const measured = new Map<LineProfile, readonly Round[]>();
  for (const profile of profiles) {
    const line = await openSlowLine(port, profile);
    const child = program(contender.client, line.port, setsOf(profile));
    const rounds = await new Promise<readonly Round[]>((resolve, reject) => {
      child.on('message', async (question: Question) => {
        if (question.type === 'done') return resolve(question.rounds ?? []);
        child.send(question.type === 'carried' ? line.carried() : await server.answer(question));
      });
      child.once('exit', (code) => reject(new Error(`the client of ${contender.name} ended with ${code}`)));
    });
    measured.set(profile, rounds);
    console.log(
      `· ${contender.name} ${profile.name}: pull ${middle(rounds, 'pull', 'ms').toFixed(0)} ms, push ${middle(rounds, 'push', 'ms').toFixed(0)} ms`,
    );
    await end(child);
    await line.stop();
  }
  await server.end();
  return measured;
};

const install = (): void => {
  mkdirSync(peersFolder, { recursive: true });
  const has = PACKAGES.every((name) => existsSync(join(peersFolder, 'node_modules', name.slice(0, name.lastIndexOf('@')))));
  if (!has) {
    writeFileSync(join(peersFolder, 'package.json'), '{"private":true}');
    const args = ['install', '--no-audit', '--no-fund', '--save-exact', '--omit=dev', ...PACKAGES];
    const done = spawnSync('npm', args, { cwd: peersFolder, stdio: ['ignore', 'ignore', 'inherit'] });
    if (done.status !== 0) throw new Error('The peers could not be installed: this bench needs a registry.');
  }
};

type Measured = ReadonlyMap<string, ReadonlyMap<LineProfile, readonly Round[]>>;
type Part = 'pull' | 'push';

const middle = (rounds: readonly Round[] | undefined, part: Part, of: 'ms' | 'up' | 'down' | 'both'): number =>
  median((rounds ?? []).map((round) => (of === 'both' ? round[part].up + round[part].down : round[part][of])));

const tellAll = (measured: Measured): void => {
  const cell = (text: string): string => text.padStart(12);
  for (const profile of profiles) {
    console.log(
      `\n${profile.name}: ${profile.oneWayMs} ms each way, ${profile.downBitsPerSecond / 1e6} / ${profile.upBitsPerSecond / 1e6} Mbit/s`,
    );
    console.log(
      ['pull ms', 'kB down', 'kB up', 'push ms', 'kB up', 'kB down']
        .map(cell)
        .join('')
        .padStart(24 + 72),
    );
    for (const [name, of] of measured) {
      const rounds = of.get(profile);
      const figures = (['pull', 'push'] as const).flatMap((part) => {
        const [first, second] = part === 'pull' ? (['down', 'up'] as const) : (['up', 'down'] as const);
        return [middle(rounds, part, 'ms').toFixed(0), ...[first, second].map((way) => (middle(rounds, part, way) / 1000).toFixed(1))];
      });
      const each = (['pull', 'push'] as const).map((part) => (rounds ?? []).map((round) => round[part].ms.toFixed(0)).join(' '));
      console.log(`${name.padEnd(24)}${figures.map(cell).join('')}   pulls ${each[0]} · pushes ${each[1]}`);
    }
  }
};

const tellGoals = (measured: Measured, name: string, gzipped: number): void => {
  const rounds = (of: string, profile: LineProfile) => measured.get(of)?.get(profile);
  const others = [...measured.keys()].filter((one) => !one.startsWith('Pépites'));
  const say = (what: string, value: number, goal: number, digits = 2): void =>
    console.log(`${what}: ${value.toFixed(digits)} (goal ${goal}: ${value <= goal ? 'reached' : 'MISSED'})`);
  console.log(`\n${name}`);
  for (const profile of profiles) {
    const mine = rounds(name, profile);
    for (const other of others)
      for (const part of ['pull', 'push'] as const)
        console.log(
          `${part} ${profile.name}, part of ${other}: ${(middle(mine, part, 'ms') / middle(rounds(other, profile), part, 'ms')).toFixed(2)}`,
        );
    const pull = middle(mine, 'pull', 'ms');
    say(`pull ${profile.name}, part of RxDB's time`, pull / middle(rounds('RxDB 17', profile), 'pull', 'ms'), profile === LAN ? 0.5 : 1);
    const best = Math.min(...others.map((other) => middle(rounds(other, profile), 'push', 'ms')));
    const push = middle(mine, 'push', 'ms');
    if (profile === LAN) say("push LAN, part of the best peer's time", push / best, 0.5);
    else say("push 3G, part of Yjs' time", push / middle(rounds('Yjs 13', profile), 'push', 'ms'), 0.9);
    say(`pull ${profile.name}, bytes down per byte of the JSON in gzip`, middle(mine, 'pull', 'down') / gzipped, 1.05, 3);
    say(`push ${profile.name}, kB both ways`, middle(mine, 'push', 'both') / 1000, 100, 1);
  }
};

install();
process.env['BENCH_PEERS'] = peersFolder;
let json = 0;
let gzipped = 0;
for (let set = 1; set <= profiles.length * ROUNDS; set++) {
  const work = workload(set);
  const text = JSON.stringify(work.records);
  [json, gzipped] = [text.length, gzipSync(text).length];
  writeFileSync(join(folder, `work-${set}.json`), JSON.stringify(work));
}
console.log(
  `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, load average before ${loadavg()
    .map((load) => load.toFixed(1))
    .join(' ')}`,
);
console.log(
  `1 320 records = ${(json / 1000).toFixed(0)} kB of JSON, ${(gzipped / 1000).toFixed(0)} kB in gzip; 1 000 edits; medians of ${ROUNDS - 1} after a warm-up`,
);
const postgres = wants('--postgres') ? await startPostgres() : undefined;
const contenders = [
  ours('Pépites'),
  ...(postgres ? [ours('Pépites on PostgreSQL', () => postgres.freshUrl())] : []),
  ...(wants('--alone') ? [] : [peer('RxDB 17', 'rxdb'), peer('PouchDB 9', 'pouchdb'), peer('Yjs 13', 'yjs')]),
];
const measured = new Map<string, ReadonlyMap<LineProfile, readonly Round[]>>();
try {
  for (const contender of contenders) measured.set(contender.name, await measure(contender));
  tellAll(measured);
  for (const { name } of contenders.filter((one) => one.name.startsWith('Pépites'))) tellGoals(measured, name, gzipped);
  console.log(
    `load average after ${loadavg()
      .map((load) => load.toFixed(1))
      .join(' ')}`,
  );
} finally {
  await postgres?.remove();
  rmSync(folder, { recursive: true, force: true });
}
