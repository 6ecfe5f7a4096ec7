import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { DEMO_PEOPLE } from '#content/demo';
import { chanceOf } from '../build/field.ts';
import { freePort } from '../journeys/kit/free-port.ts';
import { killableServer } from './killable-server.ts';
import { isSound, lookAtData, type Wrongs } from './look-at-data.ts';
import { restlessPhone } from './restless-phone.ts';

export interface Soaked {
  readonly kills: number;
  readonly acts: number;
  readonly acknowledged: number;
  readonly photos: number;
  /** After each death that left something wrong, and at the end. */
  readonly wrongs: readonly Wrongs[];
  readonly end: Wrongs;
}

const PHONES = 6;
// A life is long enough to serve something, or so short that it ends while it begins.
const LIFE_MS = { least: 20, most: 400 } as const;

interface Soak {
  readonly kills: number;
  readonly seed: number;
  /** Comes to rest after so many milliseconds, however few have been the kills. */
  readonly atMostMs?: number;
  readonly note?: (line: string) => void;
}

/**
 * Kills the real server again and again under phones that act, push, pull and bring photos, looks at its data after each death, and lets
 * everything come to rest at the end. `seed` decides when and what; the race of the processes is not repeatable.
 */
export const soakServer = async ({ kills, seed, atMostMs = Number.POSITIVE_INFINITY, note }: Soak): Promise<Soaked> => {
  const data = mkdtempSync(join(tmpdir(), 'pepites-soak-'));
  const server = killableServer(await freePort(), data);
  const chance = chanceOf(seed);
  const number = (below: number): number => ((chance(1)[0] ?? 0) * 256 + (chance(1)[0] ?? 0)) % below;
  try {
    server.begin();
    await server.serves();
    const phones = await Promise.all(
      Array.from({ length: PHONES }, (_, i) => {
        const { id, card } = DEMO_PEOPLE[i % DEMO_PEOPLE.length] ?? DEMO_PEOPLE[0];
        return restlessPhone({ origin: server.origin, card, person: id, chance: chanceOf(seed * 100 + i) });
      }),
    );
    const told = () => Promise.all(phones.map((phone) => phone.told()));
    const wrongs: Wrongs[] = [];
    const begun = performance.now();
    let kill = 0;
    while (kill < kills && performance.now() - begun < atMostMs) {
      kill++;
      // One in ten dies while it begins.
      if (number(10) > 0) await server.serves();
      await after(LIFE_MS.least + number(LIFE_MS.most - LIFE_MS.least));
      await server.kill();
      const found = lookAtData(data, await told(), false);
      if (!isSound(found)) wrongs.push(found);
      if (kill % 20 === 0) note?.(`${kill} deaths, ${wrongs.length} with something wrong`);
      server.begin();
    }
    await server.serves();
    await Promise.all(phones.map((phone) => phone.rest()));
    await server.kill();
    const all = await told();
    const end = lookAtData(
      data,
      all.map((one) => ({ ...one, acknowledged: one.acts.length })),
      true,
    );
    const sum = (of: (one: (typeof all)[number]) => number): number => all.reduce((total, one) => total + of(one), 0);
    return {
      kills: kill,
      acts: sum((one) => one.acts.length),
      acknowledged: sum((one) => one.acknowledged),
      photos: sum((one) => one.arrived.length),
      wrongs,
      end,
    };
  } finally {
    await server.kill();
    rmSync(data, { recursive: true, force: true });
  }
};
