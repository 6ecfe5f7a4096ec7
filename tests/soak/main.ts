// npm run soak -- [--kills N] [--power-cuts N] [--disk-faults N] [--seed S]: the real server dies N times under pushing
// phones (200 if nothing else is asked), is opened on N states in which a power cut could leave its disk, or has a failing disk for N
// lives and then a full one; see the files named after it.
import { randomInt } from 'node:crypto';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { failDisk, fillDisk } from './disk-faults.ts';
import { isSound } from './look-at-data.ts';
import { cutPower } from './power-cuts.ts';
import { soakServer } from './server-kills.ts';

const number = { type: 'string' } as const;
const { values } = parseArgs({ options: { kills: number, 'power-cuts': number, 'disk-faults': number, seed: number } });
const seed = Number(values.seed ?? randomInt(1_000_000));
const begun = performance.now();
const note = (line: string): void => console.log(`${((performance.now() - begun) / 1000).toFixed(0)} s: ${line}`);

const killServer = async (kills: number): Promise<boolean> => {
  const { acts, acknowledged, photos, wrongs, end } = await soakServer({ kills, seed, note });
  note(`${kills} kills, ${acts} acts (${acknowledged} acknowledged), ${photos} photos arrived`);
  for (const wrong of [...wrongs, end].filter((one) => !isSound(one))) console.log(JSON.stringify(wrong));
  return wrongs.length === 0 && isSound(end);
};

const cutPowerOften = async (images: number): Promise<boolean> => {
  const done = await cutPower({ images, seed, note });
  if (!done) throw new Error('strace is needed to record what the server writes (on Debian: apt-get install strace)');
  const { wrongs, ...figures } = done;
  note(JSON.stringify(figures));
  for (const wrong of wrongs) console.log(wrong);
  return wrongs.length === 0;
};

const failDiskOften = async (rounds: number): Promise<boolean> => {
  const [failing, full] = [await failDisk({ rounds, seed, note }), await fillDisk(seed)];
  if (!failing || !full) throw new Error('strace is needed to make the disk fail, and the right to mount a small one');
  note(JSON.stringify(failing));
  note(JSON.stringify(full));
  const told = full.toldFull && full.stillServed && failing.endedWell === 0;
  return told && [...failing.wrongs, ...full.wrongs].length === 0 && isSound(failing.end) && isSound(full.end);
};

const soaks = { kills: killServer, 'power-cuts': cutPowerOften, 'disk-faults': failDiskOften } as const;
const asked = (['kills', 'power-cuts', 'disk-faults'] as const).filter((name) => values[name] !== undefined);
console.log(`${new Date().toISOString().slice(0, 10)}: seed ${seed}, load average ${loadavg()[0]?.toFixed(1)}`);
for (const name of asked.length > 0 ? asked : (['kills'] as const)) {
  const sound = await soaks[name](Number(values[name] ?? 200));
  console.log(`${name}: ${sound ? 'nothing lost, nothing doubled, database and photos sound' : 'FAILED'}`);
  if (!sound) process.exitCode = 1;
}
process.exit();
