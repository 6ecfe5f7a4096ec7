import type { Scope } from './ids.ts';
import type { Kind, Need, Patch, Records, Row } from './record.ts';

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

/** Where a scope's counter stands, and up to where its rows are in the continuous backup. */
export interface Head {
  readonly seq: number;
  readonly safe: number;
}

/**
 * The server's records, whatever the engine. Declared here because both its users (server/actions) and its engines
 * (server/storage) may know the domain and not each other. One contract suite proves every engine.
 */
export interface RecordStore {
  /**
   * One atomic judgement: locks the needed scopes in sorted order, loads the needs, calls the synchronous pure `rule` once,
   * writes its patches (each scope's `seq` grows by one per row) and resolves only when they are durable.
   * If `rule` throws, nothing is written and the promise rejects. An engine that must try again calls the rule anew, on fresh records.
   */
  judge<T>(needs: readonly Need[], rule: (records: Records) => Verdict<T>): Promise<T>;
  /** A consistent look at some records, without locks. */
  read(needs: readonly Need[]): Promise<Records>;
  /** At most `limit` rows of a scope with `seq > cursor`, in order of `seq`; deleted rows included, so that they are deleted elsewhere too. */
  feed(scope: Scope, cursor: number, limit: number): Promise<Feed>;
  /** Where the counters of some scopes stand; one that was never written is not in the answer. */
  heads(scopes: readonly Scope[]): Promise<ReadonlyMap<Scope, Head>>;
  /** The row of a kind written last among those with `seq <= upTo`. */
  latest(scope: Scope, kind: Kind, upTo: number): Promise<Row | undefined>;
  /** All scopes that start with `letter` and hold at least one live record, in order (administration and start-up only). */
  scopes(letter: string): Promise<readonly Scope[]>;
  /**
   * Tells after each commit which scopes it wrote, until the returned function is called. A hint that may be late or lost (a write of
   * another server process, for one): nothing may depend on it.
   */
  watch(written: (scopes: readonly Scope[]) => void): () => void;
  close(): Promise<void>;
}
