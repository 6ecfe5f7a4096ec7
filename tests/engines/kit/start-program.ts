import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A program that runs until it is stopped or whoever started it is gone, with all it has started itself. */
interface Running {
  /** What it printed that made it ready. */
  readonly found: string;
  stop(): Promise<void>;
}

const WAIT = 60_000;
const guard = fileURLToPath(new URL('./guard.ts', import.meta.url));

/** Starts a program in a process group of its own. Rejects when it has not printed `ready` within a minute. */
export const startProgram = async (
  program: string,
  args: readonly string[],
  { ready = /(?:)/, env = {} }: { readonly ready?: RegExp; readonly env?: Readonly<Record<string, string>> },
): Promise<Running> => {
  const child = spawn(process.execPath, [guard, program, ...args], { detached: true, env: { ...process.env, ...env }, stdio: 'pipe' });
  let printed = '';
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async (): Promise<void> => {
    child.stdin.end();
    await ended;
  };
  const found = await new Promise<string>((resolve, reject) => {
    const fail = (why: string): void => reject(new Error(`${program} ${why}:\n${printed}`));
    const late = setTimeout(() => fail('is not ready after a minute'), WAIT);
    const keep = (part: Buffer): void => {
      printed += part.toString();
      const match = ready.exec(printed);
      if (!match) return;
      clearTimeout(late);
      resolve(match[1] ?? match[0]);
    };
    if (ready.test('')) child.once('spawn', () => keep(Buffer.alloc(0)));
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('close', () => {
      clearTimeout(late);
      fail('ended');
    });
  }).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return { found, stop };
};
