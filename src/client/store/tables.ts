import type {
  Check,
  DeviceKey,
  HeldBox,
  Identity,
  OutboxEntry,
  Progress,
  Sealed,
  SealedSegment,
  SentBox,
  SetAside,
  Successor,
} from '#client/sync/client-store';
import type { Row } from '#domain/record';

/** The single values a device keeps, each under its name. */
export interface Meta {
  readonly key: DeviceKey;
  readonly identity: Identity;
  readonly progress: Progress;
  /** Where the chain stands. */
  readonly sealed: Sealed;
  /** The number the next act will have. */
  readonly next: number;
  readonly cursors: { readonly [scope: string]: number };
  /**
   * Scopes that are being pulled anew, with the records told so far (`kind id`). What is held besides stays shown until the last page is in:
   * nothing blinks, wherever its row now stands in the order of the scope.
   */
  readonly renewing: { readonly [scope: string]: readonly string[] };
  /** Scopes that were readable once and are not now. */
  readonly lost: readonly string[];
  /** The device this one is about to become. */
  readonly successor: Successor;
  /** Boxes given to somebody to carry. */
  readonly sentBoxes: readonly SentBox[];
  /** When rows were last compared with the server's, by the device's own clock. */
  readonly compared: number;
}

export type RowKey = readonly [scope: string, kind: string, id: string];

/** What a device keeps, as seen from inside one transaction: nothing else may be awaited there. */
export interface Tables {
  readonly meta: {
    get<K extends keyof Meta>(name: K): Promise<Meta[K] | undefined>;
    put<K extends keyof Meta>(name: K, value: Meta[K]): Promise<void>;
    remove(name: keyof Meta): Promise<void>;
  };
  readonly rows: {
    get(key: RowKey): Promise<Row | undefined>;
    /** Of one kind in one scope, by id. */
    ofKind(scope: string, kind: string): Promise<readonly Row[]>;
    /** Which rows of a scope have `after < seq ≤ upTo`, without their bodies. */
    marks(scope: string, after: number, upTo: number): Promise<readonly Pick<Row, 'kind' | 'id' | 'seq'>[]>;
    put(rows: readonly Row[]): Promise<void>;
    remove(keys: readonly RowKey[]): Promise<void>;
    removeScopes(scopes: readonly string[]): Promise<void>;
  };
  /** Acts by number. */
  readonly outbox: {
    after(n: number, limit?: number): Promise<readonly OutboxEntry[]>;
    add(entry: OutboxEntry): Promise<void>;
    removeUpTo(n: number): Promise<void>;
  };
  /** Sealed segments by their last number. */
  readonly segments: {
    all(): Promise<readonly SealedSegment[]>;
    add(segment: SealedSegment): Promise<void>;
    removeUpTo(last: number): Promise<void>;
  };
  /** Acts set aside. */
  readonly aside: {
    all(): Promise<readonly SetAside[]>;
    put(acts: readonly SetAside[]): Promise<void>;
    remove(ids: readonly string[]): Promise<void>;
  };
  /** Boxes of others. */
  readonly boxes: {
    all(): Promise<readonly HeldBox[]>;
    put(box: HeldBox): Promise<void>;
    remove(ids: readonly string[]): Promise<void>;
  };
  readonly checks: {
    all(): Promise<ReadonlyMap<string, Check>>;
    put(badge: string, check: Check): Promise<void>;
    clear(): Promise<void>;
  };
}

/** Where tables are kept: IndexedDB in the app, memory in tests and simulations. The rules of the store are above it, the same for both. */
export interface Place {
  /** One transaction that only looks. */
  look<T>(work: (tables: Tables) => Promise<T>): Promise<T>;
  /** One transaction: all of it or nothing, durable when it resolves; nothing if `work` throws. */
  change<T>(work: (tables: Tables) => Promise<T>): Promise<T>;
  /** Calls back after any change, also one made in another tab or in the service worker; returns its stop. */
  subscribe(listener: () => void): () => void;
}
