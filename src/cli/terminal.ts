import type { Millis } from '#base/ambient';

/** What a command may know of where it runs. stdout carries data and nothing else. */
export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Relative paths are taken from here: the folder npm was called in. */
  readonly folder: string;
  readonly now: Millis;
  /** One line of data. */
  print(line: string): void;
  /** One line for the person at the keyboard, and the exit code of a command that could not be done. */
  fail(line: string): number;
}
