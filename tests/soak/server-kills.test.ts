import { randomInt } from 'node:crypto';
import { expect, it } from 'vitest';
import { isSound } from './look-at-data.ts';
import { soakServer } from './server-kills.ts';

// A tenth of what `npm run soak` does, or as much of it as there is time for.
const KILLS = 20;
const AT_MOST_MS = 20_000;

it('a server that is killed again and again under pushing phones loses and doubles nothing it had acknowledged', async () => {
  const seed = randomInt(1_000_000);
  const { kills, acts, acknowledged, wrongs, end } = await soakServer({ kills: KILLS, seed, atMostMs: AT_MOST_MS });
  console.log(`soak: seed ${seed}, ${kills} kills, ${acts} acts`);
  expect(wrongs).toEqual([]);
  expect(end).toSatisfy(isSound);
  expect(acknowledged).toBe(acts);
  expect(acts).toBeGreaterThan(kills);
}, 60_000);
