import type { Clock } from '#base/ambient';
import type { BytePlace } from '#domain/byte-place';
import { chainsIn, readComplete, writeBegun } from './backup-format.ts';
import { type BackedUp, forgetOldChains, newChain, type Since, writeGroup } from './write-backup.ts';

interface KeepOptions extends BackedUp {
  readonly target: BytePlace;
  readonly clock: Clock;
  readonly said: (line: object) => void;
  /** Milliseconds between the end of one run and the next (default 5 s: what is lost in a fire is younger than ten seconds). */
  readonly everyMs?: number;
}

/** A backup that goes on while the server serves. */
export interface KeptBackup {
  /** Writes what is new now; rejects when it cannot. */
  run(): Promise<void>;
  /** One last run, then no more. */
  close(): Promise<void>;
}

// A chain grows by a group every few seconds at most; reading it back takes time, and what was erased stays in it.
const MOST_GROUPS = 5000;
const OLDEST_MS = 30 * 86_400_000;

/**
 * Continuous backup: every few seconds, what was written since. Which rows are in it is said in the database itself (`safe`), only after
 * they are, so several server processes and any crash do no harm but writing something twice.
 */
export const keepBackup = (options: KeepOptions): KeptBackup => {
  const { said, everyMs = 5000 } = options;
  const end = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  const once = runner(options);
  // One after the other: a slow place is never asked twice at once.
  const run = (): Promise<void> => {
    const next = running.then(once);
    running = next.catch(() => undefined);
    return next;
  };
  const runAndSay = (): Promise<void> =>
    run().catch((error: unknown) => said({ level: 'error', task: 'backup', error: error instanceof Error ? error.message : 'unknown' }));

  const schedule = (): void => {
    if (end.signal.aborted) return;
    timer = setTimeout(async () => {
      await runAndSay();
      schedule();
    }, everyMs);
    timer.unref();
  };
  schedule();

  return {
    run,
    close: async () => {
      end.abort();
      clearTimeout(timer);
      await runAndSay();
    },
  };
};

/** One run after the other; remembers which chain it is on, so that a run with little to write asks the place for little. */
const runner = (options: KeepOptions): (() => Promise<void>) => {
  const { store, target, media, clock, said } = options;
  let known: { readonly chain: string; groups: number; isWhole: boolean } | undefined;

  const begin = async () => {
    const chain = newChain('kept', clock());
    // In the place first: a chain the database speaks of can always be found.
    await writeBegun(target, chain);
    await store.beginSafe(chain);
    return { chain, groups: 0, isWhole: false };
  };

  /** The chain the database speaks of, if it is here and neither long nor old; else a new one. */
  const chainNow = async () => {
    const chain = await store.meta('backup');
    if (known === undefined || known.chain !== chain) known = await chainHere(target, chain);
    if (known === undefined || known.groups >= MOST_GROUPS || known.chain < newChain('kept', clock() - OLDEST_MS)) known = await begin();
    return known;
  };

  return async () => {
    const now = await chainNow();
    const since: Since = { which: 'unsafe', after: ({ safe }) => safe, isOurs: ({ backup }) => backup === now.chain };
    const written = await writeGroup(options, target, now, since, clock());
    // Null: another process has begun another chain; this one goes on with that the next time.
    if (written === null) return;
    const isFirst = !now.isWhole;
    now.isWhole = true;
    if (written.scopes.length === 0) return;
    now.groups++;
    if (written.missing.length > 0) said({ level: 'error', task: 'backup', error: `${written.missing.length} media are missing` });
    const points = written.scopes.map(({ scope, to }) => ({ scope, seq: to }));
    const kept = await store.markSafe(now.chain, points);
    if (kept && isFirst) await forgetOldChains(target, media, 'kept');
  };
};

const chainHere = async (target: BytePlace, chain: string | undefined) => {
  const parts = chain === undefined ? undefined : (await chainsIn(target)).get(chain);
  if (chain === undefined || parts === undefined) return undefined;
  return { chain, groups: parts.length, isWhole: (await readComplete(target, chain)) !== undefined };
};
