import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import { luckOf } from './fuzz-luck.ts';
import type { FuzzTarget } from './fuzz-parsers.ts';

/** The longest one input may take, in milliseconds. */
export const SLOW_MS = 100;
/** How much more memory than at the start may be in use at any time, in bytes. */
export const MAX_GROWTH = 256 * 1024 * 1024;

export interface FuzzProblem {
  readonly kind: 'thrown' | 'slow' | 'network' | 'memory';
  readonly index: number;
  readonly what: string;
}

/** What came of fuzzing one parser. Times in milliseconds, memory in bytes. */
export interface FuzzReport {
  readonly cases: number;
  readonly problems: readonly FuzzProblem[];
  readonly perSecond: number;
  readonly slowest: number;
  readonly growth: number;
  /** How often each answer was given. */
  readonly answers: ReadonlyMap<string, number>;
}

interface Asked {
  readonly name: string;
  readonly target: FuzzTarget;
  readonly seed: string;
  readonly from?: number;
  readonly count: number;
}

const MAX_PROBLEMS = 20;
const MEMORY_EVERY = 256;

/** The longest input, in bytes: what takes long only because it is long is for the parsers' own limits to refuse. */
const MAX_INPUT = 256 * 1024;

/** Case `index` of a seed: the same input each time. */
export const fuzzCase = async ({ name, target, seed }: Pick<Asked, 'name' | 'target' | 'seed'>, index: number) => {
  const input = await target.make(luckOf(`${seed} ${name} ${index}`));
  return input.length > MAX_INPUT ? input.slice(0, MAX_INPUT) : input;
};

/** Gives a parser `count` inputs and reports what it threw on, what took it too long, and whether it asked the network. */
export const fuzz = async (asked: Asked): Promise<FuzzReport> => {
  const { target, from = 0, count } = asked;
  const problems: FuzzProblem[] = [];
  const answers = new Map<string, number>();
  const start = performance.now();
  const held = used();
  let slowest = 0;
  let growth = 0;
  let cases = 0;
  for (; cases < count && problems.length < MAX_PROBLEMS; cases++) {
    const index = from + cases;
    const input = await fuzzCase(asked, index);
    const { took, answer, problem } = await readOnce(target, input);
    answers.set(answer, (answers.get(answer) ?? 0) + 1);
    if (problem !== null) problems.push({ ...problem, index });
    const least = took > Math.min(slowest, SLOW_MS) ? await leastOf(target, input, took) : took;
    if (least > SLOW_MS) problems.push({ kind: 'slow', index, what: `${least.toFixed(0)} ms for ${input.length} bytes` });
    slowest = Math.max(slowest, least);
    if (cases % MEMORY_EVERY !== 0) continue;
    growth = Math.max(growth, used() - held);
    if (growth > MAX_GROWTH) problems.push({ kind: 'memory', index, what: `${growth} bytes more than at the start` });
  }
  return { cases, problems, perSecond: (cases * 1000) / (performance.now() - start), slowest, growth, answers };
};

const used = (): number => {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

type Found = { readonly took: number; readonly answer: string; readonly problem: Omit<FuzzProblem, 'index'> | null };

const readOnce = async (target: FuzzTarget, input: Uint8Array<ArrayBuffer>): Promise<Found> => {
  const calls = calledOut;
  const start = performance.now();
  try {
    const answer = await target.read(input);
    const took = performance.now() - start;
    return { took, answer, problem: calledOut > calls ? { kind: 'network', what: 'asked the network' } : null };
  } catch (error) {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { took: performance.now() - start, answer: 'thrown', problem: { kind: calledOut > calls ? 'network' : 'thrown', what } };
  }
};

/** What was slow only because something else ran meanwhile is not slow: it is read again, and the time of this process alone counts. */
const leastOf = async (target: FuzzTarget, input: Uint8Array<ArrayBuffer>, first: number): Promise<number> => {
  let least = first;
  for (let again = 0; again < 3; again++) {
    const before = process.cpuUsage();
    await readOnce(target, input);
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
};

let calledOut = 0;

/** Makes every way out to a network throw and be counted; the result puts them back. */
export const cutNetwork = (): (() => void) => {
  const was = { connect: net.Socket.prototype.connect, lookup: dns.lookup, fetch: globalThis.fetch };
  const refuse = (): never => {
    calledOut += 1;
    throw new Error('no network here');
  };
  net.Socket.prototype.connect = refuse;
  Object.assign(dns, { lookup: refuse });
  globalThis.fetch = refuse;
  syncBuiltinESMExports();
  return () => {
    net.Socket.prototype.connect = was.connect;
    Object.assign(dns, { lookup: was.lookup });
    globalThis.fetch = was.fetch;
    syncBuiltinESMExports();
  };
};
