import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { DEMO_PEOPLE } from '#content/demo';
import { openServer } from '#server/open-server';
import { readSettings } from '#server/settings';
import { chanceOf } from '../build/field.ts';
import { freePort } from '../journeys/kit/free-port.ts';
import { type Below, belowOf, type DiskHistory, followLog, writeImage } from './disk-images.ts';
import { type FileEvent, readFileLog, recorded } from './file-log.ts';
import { killableServer } from './killable-server.ts';
import { isSound, lookAtData, type Wrongs } from './look-at-data.ts';
import { restlessPhone, type Told, toldBy } from './restless-phone.ts';

export interface PowerCuts {
  readonly images: number;
  /** Of them, those that missed something the server had written. */
  readonly incomplete: number;
  readonly recordings: number;
  readonly calls: number;
  readonly fsyncs: number;
  readonly acts: number;
  readonly photos: number;
  /** Each image with something wrong, in words. */
  readonly wrongs: readonly string[];
}

interface Asked {
  readonly images: number;
  readonly seed: number;
  /** Images made from one recording (200). */
  readonly each?: number;
  readonly note?: (line: string) => void;
}

/** Lives of one recording, in milliseconds: the second begins on what the killed first one left. */
const LIVES_MS = [2500, 1500] as const;
const PHONES = 3;

/**
 * Records what the real server writes and fsyncs under phones that act and bring photos, and makes from it states in which a disk could be
 * after a power cut: at any moment, without any part of what was not fsynced then. Each is opened by the real server and compared with what
 * phones had been told before. Undefined where there is no strace. `seed` decides the cuts; the race of the processes is not repeatable.
 */
export const cutPower = async ({ images, seed, each = 200, note }: Asked): Promise<PowerCuts | undefined> => {
  if (!recorded('')) return undefined;
  const below = belowOf(seed);
  const total = { images: 0, incomplete: 0, recordings: 0, calls: 0, fsyncs: 0, acts: 0, photos: 0 };
  const wrongs: string[] = [];
  while (total.images < images) {
    const folder = mkdtempSync(join(tmpdir(), 'pepites-power-'));
    try {
      const recording = await record(folder, seed * 100 + total.recordings);
      total.recordings++;
      total.calls += recording.events.length;
      total.fsyncs += recording.events.filter(({ what }) => what === 'sync').length;
      total.acts += recording.told.reduce((sum, { acts }) => sum + acts.length, 0);
      total.photos += recording.told.reduce((sum, { arrived }) => sum + arrived.length, 0);
      for (let i = 0; i < each && total.images < images; i++) {
        const { missing, wrong } = await cutOnce(recording, below, join(folder, 'images'));
        total.images++;
        if (missing > 0) total.incomplete++;
        if (wrong) wrongs.push(wrong);
      }
      note?.(`${total.images} images, ${wrongs.length} with something wrong`);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return { ...total, wrongs };
};

interface Recording {
  readonly port: number;
  readonly origin: string;
  readonly events: readonly FileEvent[];
  readonly history: DiskHistory;
  readonly told: readonly Told[];
  /** The secret that stands behind everything a phone holds of this server. */
  readonly secret: string;
}

const record = async (folder: string, seed: number): Promise<Recording> => {
  const data = join(folder, 'data');
  const port = await freePort();
  const server = killableServer(port, data);
  const logs: string[] = [];
  let phones: readonly Awaited<ReturnType<typeof restlessPhone>>[] = [];
  try {
    for (const [life, ms] of LIVES_MS.entries()) {
      const log = join(folder, `log-${life}`);
      logs.push(log);
      server.begin({ under: recorded(log) ?? [] });
      await server.serves();
      if (life === 0)
        phones = await Promise.all(
          DEMO_PEOPLE.slice(0, PHONES).map(({ id, card }, i) =>
            restlessPhone({ origin: server.origin, card, person: id, chance: chanceOf(seed * 10 + i) }),
          ),
        );
      await after(ms);
      await server.kill();
    }
    const told = await Promise.all(phones.map((phone) => phone.told()));
    const events = joined(logs.map((log) => readFileLog(log, data)));
    const secret = readFileSync(join(data, 'keys/server.secret'), 'utf8');
    return { port, origin: server.origin, events, history: followLog(events, data), told, secret };
  } finally {
    await server.kill();
    for (const phone of phones) phone.leave();
  }
};

/** One log of several lives; nothing is in between, since memory outlives a killed process. */
const joined = (lives: readonly (readonly FileEvent[])[]): readonly FileEvent[] => {
  let lines = 0;
  return lives.flatMap((events) => {
    const from = lines;
    for (const { start, end } of events) lines = Math.max(lines, from + start + 1, Number.isFinite(end) ? from + end + 1 : 0);
    return events.map((event) => ({ ...event, start: from + event.start, end: from + event.end }));
  });
};

const cutOnce = async (recording: Recording, below: Below, images: string) => {
  const { events, history, told } = recording;
  const { start: cut, at } = events[below(events.length)] ?? { start: 0, at: 0 };
  rmSync(images, { recursive: true, force: true });
  mkdirSync(images, { recursive: true });
  const data = join(images, 'data');
  const missing = writeImage(history, cut, below, data);
  const before = told.map((one) => toldBy(one, at));
  const problem = await open(recording, data);
  const found = problem ?? wordsFor(lookAtData(data, before, true));
  const kept =
    before.every(({ acknowledged }) => acknowledged === 0) || readFileSync(join(data, 'keys/server.secret'), 'utf8') === recording.secret;
  const wrong = found ?? (kept ? undefined : 'another secret of the server');
  return { missing, wrong: wrong && `cut at line ${cut}, ${missing} changes missing: ${wrong}` };
};

const wordsFor = (found: Wrongs): string | undefined => (isSound(found) ? undefined : JSON.stringify(found));

/** Opens the image as the server does after a power cut; what keeps it from serving, if anything. */
const open = async ({ port, origin }: Recording, data: string): Promise<string | undefined> => {
  const settings = readSettings({ PORT: String(port), HOST: 'localhost', PEPITES_DATA: data });
  if (!settings.ok) return settings.error;
  const fatal: Error[] = [];
  const opened = await openServer({
    settings: settings.value,
    origin,
    dist: join(data, 'no-app'),
    said: () => undefined,
    onFatal: (error) => fatal.push(error),
  }).catch((error: unknown) => ({ ok: false, error: String(error) }) as const);
  if (!opened.ok) return opened.error;
  const { status } = await opened.value.fetch(new Request(`${origin}/healthz`));
  opened.value.hush();
  await opened.value.close();
  return fatal[0]?.message ?? (status === 200 ? undefined : `healthz: ${status}`);
};
