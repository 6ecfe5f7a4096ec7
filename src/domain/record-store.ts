import type { Scope } from './ids.ts';
import type { Need, Patch, Records, Row } from './record.ts';

/** What a rule decided inside a transaction: the writes, and the answer for the caller. */
export interface Verdict<T> {
  readonly patches: readonly Patch[];
  readonly answer: T;
}

/** A page of a scope's feed: its current rows after `cursor`, by `seq`. */
export interface Feed {
  readonly rows: readonly Row[];
  /** The cursor to continue from. */
  readonly cursor: number;
  readonly more: boolean;
}

/**
 * The server's records, whatever the engine. Declared here because both its users (server/actions) and its engines
 * (server/storage) may know the domain and not each other. One contract suite proves every engine.
 */
export interface RecordStore {
  /**
   * One atomic judgement: locks the needed scopes in sorted order, loads the needs, calls the synchronous pure `rule` once,
   * writes its patches (each scope's `seq` grows by one per row) and resolves only when they are durable.
   * If `rule` throws, nothing is written and the promise rejects.
   */
  judge<T>(needs: readonly Need[], rule: (records: Records) => Verdict<T>): Promise<T>;
  /** A consistent look at some records, without locks. */
  read(needs: readonly Need[]): Promise<Records>;
  /** At most `limit` rows of a scope with `seq > cursor`, in order of `seq`; deleted rows included, so that they are deleted elsewhere too. */
  feed(scope: Scope, cursor: number, limit: number): Promise<Feed>;
  /** All scopes that start with `letter` and hold at least one live record, in order (administration and start-up only). */
  scopes(letter: string): Promise<readonly Scope[]>;
  close(): Promise<void>;
}
