import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#tools/project-root';

export interface ServerOptions {
  readonly port: number;
  /** Data folder; kept when the server is killed. */
  readonly data: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** The real server, as a process of its own that can die at any moment. */
export interface Server {
  /** SIGKILL: it answers nothing more, flushes nothing. */
  kill(): Promise<void>;
  /** Starts it again on the same data and port. */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Everything it has printed since the beginning. */
  output(): string;
}

const alive = (child: ChildProcess | undefined): child is ChildProcess =>
  child !== undefined && child.exitCode === null && child.signalCode === null;

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (alive(child)) child.once('exit', () => resolve());
    else resolve();
  });

const answers = async (port: number): Promise<boolean> => {
  try {
    return (await fetch(`http://localhost:${port}/healthz`)).ok;
  } catch {
    return false;
  }
};

/** Starts `src/server/main.ts` on the built app; throws with what it printed when it does not answer within 20 seconds. */
export const startServer = async ({ port, data, env = {} }: ServerOptions): Promise<Server> => {
  if (!existsSync(join(projectRoot, 'dist', 'index.html'))) throw new Error('The journeys need the built app: run npm run build first.');
  let child: ChildProcess | undefined;
  let printed = '';
  const start = async (): Promise<void> => {
    const mine = spawn(process.execPath, [join(projectRoot, 'src/server/main.ts')], {
      cwd: projectRoot,
      env: { ...process.env, PORT: String(port), HOST: 'localhost', PEPITES_DATA: data, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child = mine;
    const keep = (part: Buffer): void => {
      printed += part.toString();
    };
    mine.stdout?.on('data', keep);
    mine.stderr?.on('data', keep);
    const deadline = Date.now() + 20_000;
    while (!(await answers(port))) {
      if (!alive(mine) || Date.now() > deadline) throw new Error(`the server did not start:\n${printed}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (!alive(child)) return;
    const dying = child;
    dying.kill(signal);
    await ended(dying);
  };
  await start();
  return { kill: () => end('SIGKILL'), stop: () => end('SIGTERM'), start, output: () => printed };
};
