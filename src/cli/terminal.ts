import type { Millis } from '#base/ambient';
import type { AskOutside } from '#server/actions/fetch-document';

/** What a command may know of where it runs. stdout carries data and nothing else. */
export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Relative paths are taken from here: the folder npm was called in. */
  readonly folder: string;
  readonly now: Millis;
  /** How other hosts are asked instead of really (tests, which have no public address to ask). */
  readonly outside?: AskOutside;
  /** One line of data. */
  print(line: string): void;
  /** One line for the person at the keyboard, and the exit code of a command that could not be done. */
  fail(line: string): number;
}

/** One thing that can be typed; `run` gives the exit code. */
export interface Command {
  /** What is typed after the name, on one line. */
  readonly usage: string;
  /** What it does and what its exit codes mean, in plain words. */
  readonly help: string;
  /** The exit code when what was typed cannot be done; 1 unless another one means something else. */
  readonly misused?: number;
  run(args: readonly string[], terminal: Terminal): Promise<number>;
}
