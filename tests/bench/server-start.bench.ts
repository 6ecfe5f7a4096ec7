// How long a prepared server takes to serve, and how much memory it then holds. Linux only for the memory.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../journeys/kit/free-port.ts';
import { report } from './kit/figures.ts';

const data = await mkdtemp(join(tmpdir(), 'pepites-bench-'));
const port = await freePort();
const times: number[] = [];
const memories: number[] = [];

const serves = async (): Promise<boolean> => {
  try {
    return (await fetch(`http://localhost:${port}/healthz`)).ok;
  } catch {
    return false;
  }
};

// The first run makes the database and is not counted: a prepared checkout is what is measured.
for (let run = 0; run < 6; run++) {
  const begun = performance.now();
  const child = spawn('npm', ['start'], {
    env: { ...process.env, PORT: String(port), PEPITES_DATA: data },
    stdio: 'ignore',
    detached: true,
  });
  while (!(await serves())) await new Promise((resolve) => setTimeout(resolve, 10));
  const took = performance.now() - begun;
  if (run > 0) {
    times.push(took);
    memories.push(memoryOfServer());
  }
  process.kill(-(child.pid ?? 0), 'SIGTERM');
  await new Promise((resolve) => child.once('close', resolve));
  while (await serves()) await new Promise((resolve) => setTimeout(resolve, 10));
}
rmSync(data, { recursive: true, force: true });
report('npm start to serving', times, 'ms', 2000);
report('server memory (RSS) after start', memories, 'MB', 150);

/** The biggest memory (VmRSS, megabytes) among the processes of this bench's npm start: npm's own shells are small beside the server. */
function memoryOfServer(): number {
  const held = readdirSync('/proc').flatMap((pid) => {
    try {
      if (!readFileSync(`/proc/${pid}/environ`, 'utf8').includes(`PEPITES_DATA=${data}`)) return [];
      if (!readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('start.ts')) return [];
      return [Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024];
    } catch {
      return [];
    }
  });
  return Math.max(0, ...held);
}
