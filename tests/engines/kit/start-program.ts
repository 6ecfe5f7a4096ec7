import { spawn } from 'node:child_process';

/** A program that runs until it is stopped, with all it has started itself. */
export interface Running {
  /** Everything it has printed since the beginning. */
  output(): string;
  stop(): Promise<void>;
}

const WAIT = 60_000;
const GRACE = 5_000;

/** Starts a program in a process group of its own. Rejects when it has not printed `ready` within a minute; `found` is what it did print. */
export const startProgram = async (
  program: string,
  args: readonly string[],
  { ready = /(?:)/, env = {} }: { readonly ready?: RegExp; readonly env?: Readonly<Record<string, string>> },
): Promise<Running & { readonly found: string }> => {
  const child = spawn(program, args, { detached: true, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const signal = (name: NodeJS.Signals): void => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, name);
    } catch {
      // Nobody of the group is left.
    }
  };
  const dieWithUs = (): void => signal('SIGKILL');
  process.once('exit', dieWithUs);
  const stop = async (): Promise<void> => {
    signal('SIGTERM');
    const impatient = setTimeout(() => signal('SIGKILL'), GRACE);
    if (child.pid !== undefined) await ended;
    clearTimeout(impatient);
    // Children that outlive their parent for a moment go too.
    signal('SIGKILL');
    process.removeListener('exit', dieWithUs);
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
    child.once('error', ({ message }) => fail(`did not start (${message})`));
    child.once('exit', (code) => fail(`ended with code ${code}`));
  }).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return { found, output: () => printed, stop };
};
