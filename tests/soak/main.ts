// npm run soak [-- --kills N] [-- --seed S]: the real server dies N times (200) under pushing phones; see server-kills.ts.
import { randomInt } from 'node:crypto';
import { loadavg } from 'node:os';
import { isSound } from './look-at-data.ts';
import { soakServer } from './server-kills.ts';

const option = (name: string): number | undefined => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : Number(process.argv[at + 1]);
};

const [kills, seed] = [option('kills') ?? 200, option('seed') ?? randomInt(1_000_000)];
console.log(`${new Date().toISOString().slice(0, 10)}: ${kills} kills, seed ${seed}, load average ${loadavg()[0]?.toFixed(1)}`);
const begun = performance.now();
const { acts, acknowledged, photos, wrongs, end } = await soakServer({ kills, seed, note: (line) => console.log(line) });
console.log(`${acts} acts (${acknowledged} acknowledged), ${photos} photos arrived, ${((performance.now() - begun) / 1000).toFixed(0)} s`);
for (const wrong of [...wrongs, end].filter((one) => !isSound(one))) console.log(JSON.stringify(wrong));
console.log(wrongs.length === 0 && isSound(end) ? 'nothing lost, nothing doubled, database and photos sound' : 'FAILED');
process.exitCode = wrongs.length === 0 && isSound(end) ? 0 : 1;
