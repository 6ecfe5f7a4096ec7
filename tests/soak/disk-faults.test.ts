import { randomInt } from 'node:crypto';
import { expect, it } from 'vitest';
import { failDisk, fillDisk } from './disk-faults.ts';
import { isSound } from './look-at-data.ts';

const ROUNDS = 10;
const AT_MOST_MS = 15_000;

// Where there is no strace, or no right to mount a file system, there is nothing to see: `npm run soak -- --disk-faults 200` is the whole.
it('a disk that fails an fsync or a write ends the server, which had confirmed nothing it had not kept', async ({ skip }) => {
  const seed = randomInt(1_000_000);
  const done = await failDisk({ rounds: ROUNDS, seed, atMostMs: AT_MOST_MS });
  if (!done) return skip();
  console.log(`disk faults: seed ${seed}, ${done.rounds} rounds, ${done.failed} calls failed, the server ended ${done.ended} times`);
  expect(done.wrongs).toEqual([]);
  expect(done.endedWell).toBe(0);
  expect(done.end).toSatisfy(isSound);
}, 60_000);

it('a full disk is told to phones, loses nothing, and takes everything once there is room', async ({ skip }) => {
  const done = await fillDisk(randomInt(1_000_000), '4m');
  if (!done) return skip();
  expect(done).toMatchObject({ toldFull: true, stillServed: true, wrongs: [] });
  expect(done.end).toSatisfy(isSound);
}, 60_000);
