import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { DEMO_PEOPLE } from '#content/demo';
import { findOnPath } from '#tools/find-browser';
import { chanceOf } from '../build/field.ts';
import { freePort } from '../journeys/kit/free-port.ts';
import { belowOf } from './disk-images.ts';
import { type KillableServer, killableServer } from './killable-server.ts';
import { isSound, lookAtData, type Wrongs } from './look-at-data.ts';
import { type RestlessPhone, restlessPhone } from './restless-phone.ts';

export interface DiskFaults {
  readonly rounds: number;
  /** Calls of the server that were made to fail. */
  readonly failed: number;
  /** Rounds in which the server ended by itself, with an exit code that says so. */
  readonly ended: number;
  /** Lives that ended by themselves as if all were well. */
  readonly endedWell: number;
  readonly acts: number;
  readonly photos: number;
  readonly wrongs: readonly Wrongs[];
  readonly end: Wrongs;
}

interface Asked {
  readonly rounds: number;
  readonly seed: number;
  readonly atMostMs?: number;
  readonly note?: (line: string) => void;
}

const PHONES = 3;
const LIFE_MS = 1500;

/** One fault: the calls it strikes, and what they then say. `N` stands for the number of the first call that is struck. */
const FAULTS = [
  'fsync:error=EIO:when=N',
  'pwrite64:error=EIO:when=N',
  'pwrite64:error=ENOSPC:when=N+',
  'fsync:error=ENOSPC:when=N',
] as const;

/**
 * Gives the real server, again and again, a disk that fails an fsync or a write, or is full from some write on, under phones that act and
 * bring photos; looks at its data after each such life. Undefined where there is no strace.
 */
export const failDisk = async ({ rounds, seed, atMostMs = Number.POSITIVE_INFINITY, note }: Asked): Promise<DiskFaults | undefined> => {
  const strace = findOnPath(['strace']);
  if (strace === undefined) return undefined;
  const below = belowOf(seed);
  return onServer(seed, async ({ server, phones, data, folder }) => {
    const wrongs: Wrongs[] = [];
    const sums = { rounds: 0, failed: 0, ended: 0, endedWell: 0 };
    const begun = performance.now();
    while (sums.rounds < rounds && performance.now() - begun < atMostMs) {
      sums.rounds++;
      await server.kill();
      const fault = (FAULTS[below(FAULTS.length)] ?? FAULTS[0]).replace('=N', `=${1 + below(60)}`);
      const log = join(folder, 'log');
      server.begin({ under: [strace, '-f', '-o', log, '-e', 'trace=fsync,pwrite64', '-e', `inject=${fault}`, '-e', 'signal=none'] });
      const code = await Promise.race([server.ended(), after(LIFE_MS, 'alive' as const)]);
      if (typeof code === 'number' && code > 0) sums.ended++;
      if (code === 0) sums.endedWell++;
      await server.kill();
      sums.failed += readFileSync(log, 'latin1').split('(INJECTED)').length - 1;
      const found = lookAtData(data, await Promise.all(phones.map((phone) => phone.told())), false);
      if (!isSound(found)) wrongs.push(found);
      if (sums.rounds % 20 === 0) note?.(`${sums.rounds} rounds, ${wrongs.length} with something wrong`);
      server.begin();
      await server.serves();
    }
    return { ...sums, wrongs };
  });
};

/** How long a full disk stays full under phones that go on. */
const FULL_MS = 3000;

export interface FullDisk extends Pick<DiskFaults, 'acts' | 'photos' | 'wrongs' | 'end'> {
  /** The server told phones that its disk is full, and was still there at the end. */
  readonly toldFull: boolean;
  readonly stillServed: boolean;
}

/** Fills a real small file system to its last byte, makes it larger, and sees everything arrive. Undefined where none can be mounted. */
export const fillDisk = async (seed: number, size = '6m'): Promise<FullDisk | undefined> => {
  const run = (...args: readonly string[]): boolean => spawnSync(args[0] ?? '', args.slice(1), { stdio: 'ignore' }).status === 0;
  const mountPoint = mkdtempSync(join(tmpdir(), 'pepites-full-'));
  if (!run('mount', '-t', 'tmpfs', '-o', `size=${size}`, 'none', mountPoint)) {
    rmSync(mountPoint, { recursive: true });
    return undefined;
  }
  try {
    return await onServer(
      seed,
      async ({ server, phones, data, folder }) => {
        for (const deadline = Date.now() + 30_000; !server.said().includes('"status":507') && Date.now() < deadline; ) await after(50);
        const toldFull = server.said().includes('"status":507');
        await after(FULL_MS);
        const stillServed = await server.serves().then(
          () => true,
          () => false,
        );
        await server.kill();
        // A copy, since there is no room to open it where it stands.
        cpSync(data, join(folder, 'copy'), { recursive: true });
        const found = lookAtData(join(folder, 'copy'), await Promise.all(phones.map((phone) => phone.told())), true);
        run('mount', '-o', 'remount,size=256m', mountPoint);
        server.begin();
        await server.serves();
        return { toldFull, stillServed, wrongs: isSound(found) ? [] : [found] };
      },
      join(mountPoint, 'data'),
    );
  } finally {
    run('umount', mountPoint);
    rmSync(mountPoint, { recursive: true, force: true });
  }
};

interface Scene {
  readonly server: KillableServer;
  readonly phones: readonly RestlessPhone[];
  readonly data: string;
  readonly folder: string;
}

/** A server with phones for some work on it; then everything comes to rest, and is looked at. */
const onServer = async <T>(seed: number, work: (scene: Scene) => Promise<T>, place?: string) => {
  const folder = mkdtempSync(join(tmpdir(), 'pepites-disk-'));
  const data = place ?? join(folder, 'data');
  if (!existsSync(data)) mkdirSync(data, { mode: 0o700 });
  const server = killableServer(await freePort(), data);
  const phones: RestlessPhone[] = [];
  try {
    server.begin();
    await server.serves();
    for (const [i, { id, card }] of DEMO_PEOPLE.slice(0, PHONES).entries())
      phones.push(await restlessPhone({ origin: server.origin, card, person: id, chance: chanceOf(seed * 100 + i) }));
    const done = await work({ server, phones, data, folder });
    await Promise.all(phones.map((phone) => phone.rest()));
    await server.kill();
    const all = await Promise.all(phones.map((phone) => phone.told()));
    const end = lookAtData(
      data,
      all.map((one) => ({ ...one, acknowledged: one.acts.length })),
      true,
    );
    const sum = (of: (one: (typeof all)[number]) => number): number => all.reduce((total, one) => total + of(one), 0);
    return { ...done, acts: sum(({ acts }) => acts.length), photos: sum(({ arrived }) => arrived.length), end };
  } finally {
    for (const phone of phones) phone.leave();
    await server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
};
