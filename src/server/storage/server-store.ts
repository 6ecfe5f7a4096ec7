import type { Millis } from '#base/ambient';
import type { Scope } from '#domain/ids';
import type { Row } from '#domain/record';
import type { Feed, Head, RecordStore } from '#domain/record-store';

/**
 * Facts about the installation itself, kept beside the records: `host` (credentials are bound to it), `epoch`, `seed`, `backup` (which
 * continuous backup the `safe` counters speak of), `restoring` (from where, until everything is back; then empty).
 */
export type MetaKey = 'host' | 'epoch' | 'seed' | 'backup' | 'restoring';

/** A scope and where its counter stands. */
export interface Counter extends Head {
  readonly scope: Scope;
}

/** Everything as it was at one moment, however long one looks. */
export interface Moment {
  /** All counters, or only those of scopes with rows that are in no continuous backup yet; by scope. */
  counters(which: 'all' | 'unsafe'): Promise<readonly Counter[]>;
  feed(scope: Scope, cursor: number, limit: number): Promise<Feed>;
  facts(): Promise<Readonly<Record<string, string>>>;
}

/** What the composition root needs of an engine: the records, the few facts about the installation, and what backups live on. */
export interface ServerStore extends RecordStore {
  meta(key: MetaKey): Promise<string | undefined>;
  /** Says a fact unless it is said already, whoever else is saying it; gives what holds. */
  firstMeta(key: MetaKey, value: string): Promise<string>;
  /** Durable when it resolves. */
  setMeta(key: MetaKey, value: string): Promise<void>;
  /** Looks at one moment of everything; others go on reading and writing meanwhile. */
  look<T>(at: (moment: Moment) => Promise<T>): Promise<T>;
  /** Another continuous backup begins under this name (kept as the fact `backup`): no row is in it yet. */
  beginSafe(backup: string): Promise<void>;
  /**
   * Rows up to these counters are in the continuous backup of this name now. False, and nothing is said, when another one has begun
   * meanwhile. Never takes back what was said before.
   */
  markSafe(backup: string, points: readonly Pick<Counter, 'scope' | 'seq'>[]): Promise<boolean>;
  /** Puts rows back exactly as they were, with their `seq`; a row that is there with a later one stays. Safe to repeat. */
  putBack(rows: readonly Row[], counters: readonly Pick<Counter, 'scope' | 'seq'>[]): Promise<void>;
  /** Forgets removed records that were removed before `time`; gives how many. Counters stay. */
  forgetRemoved(time: Millis): Promise<number>;
}
