import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { projectRoot } from '#tools/project-root';

/** The real server, a process of its own that keeps its port and its data from one life to the next. */
export interface KillableServer {
  readonly origin: string;
  /** Begins a life; resolves at once. */
  begin(): void;
  /** Resolves when it serves. */
  serves(): Promise<void>;
  /** SIGKILL: it answers nothing more and flushes nothing. */
  kill(): Promise<void>;
}

export const killableServer = (port: number, data: string): KillableServer => {
  const origin = `http://localhost:${port}`;
  const env = { ...process.env, PORT: String(port), HOST: 'localhost', PEPITES_DATA: data, NODE_OPTIONS: '' };
  let child: ChildProcess | undefined;
  let said = '';
  const kill = async (): Promise<void> => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  process.once('exit', () => child?.kill('SIGKILL'));
  return {
    origin,
    begin: () => {
      said = '';
      child = spawn(process.execPath, [join(projectRoot, 'tests/soak/serve.ts')], {
        cwd: projectRoot,
        env,
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      child.stderr?.on('data', (part: Buffer) => {
        said += part.toString();
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
  };
};
