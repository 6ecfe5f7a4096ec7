import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { projectRoot } from '#tools/project-root';

/** The real server, a process of its own that keeps its port and its data from one life to the next. */
export interface KillableServer {
  readonly origin: string;
  /** Begins a life; resolves at once. */
  begin(options?: Life): void;
  /** Resolves when it serves. */
  serves(): Promise<void>;
  /** SIGKILL: it answers nothing more and flushes nothing. */
  kill(): Promise<void>;
  /** How its last life ended by itself: the exit code, once it is over. */
  ended(): Promise<number | null>;
  /** What the last life said on stderr and stdout. */
  said(): string;
}

/** How one life differs from the others. */
interface Life {
  /** A program and its arguments that runs the server. */
  readonly under?: readonly string[];
}

/** `more`: settings over those of the environment. */
export const killableServer = (port: number, data: string, more: Readonly<Record<string, string>> = {}): KillableServer => {
  const origin = `http://localhost:${port}`;
  const env = { ...process.env, PORT: String(port), HOST: 'localhost', PEPITES_DATA: data, NODE_OPTIONS: '', ...more };
  let child: ChildProcess | undefined;
  let said = '';
  let wrapped = false;
  const kill = async (): Promise<void> => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    strike();
    await ended;
  };
  // What runs the server ends by itself after it, with all it has to say.
  const strike = (): void => {
    if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const inner = wrapped ? readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'latin1').trim() : '';
    process.kill(inner === '' ? child.pid : Number(inner.split(' ')[0]), 'SIGKILL');
  };
  process.once('exit', strike);
  return {
    origin,
    begin: ({ under = [] } = {}) => {
      said = '';
      wrapped = under.length > 0;
      const [program = process.execPath, ...args] = [...under, process.execPath, join(projectRoot, 'tests/soak/serve.ts')];
      child = spawn(program, args, { cwd: projectRoot, env, stdio: ['ignore', 'pipe', 'pipe'] });
      for (const stream of [child.stderr, child.stdout])
        stream?.on('data', (part: Buffer) => {
          said = (said + part.toString()).slice(-20_000);
        });
    },
    serves: async () => {
      const deadline = Date.now() + 20_000;
      while (!(await fetch(`${origin}/healthz`).catch(() => undefined))?.ok) {
        if (child?.exitCode !== null || Date.now() > deadline) throw new Error(`the server did not start again: ${said}`);
        await after(10);
      }
    },
    kill,
    ended: async () => {
      if (child && child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      return child?.exitCode ?? null;
    },
    said: () => said,
  };
};
