import type { Actor } from '#domain/device';
import type { DeviceId, Scope } from '#domain/ids';
import type { Need, Records, Row } from '#domain/record';
import type { Pending } from '#domain/replay';
import type { Action } from '#protocol/action';
import type { Segment } from '#protocol/segment';

/** Who this device acts for. The key pair is the browser's own, its private half unreadable. */
export interface Identity {
  readonly device: DeviceId;
  readonly actor: Actor;
  readonly keyPair: CryptoKeyPair | { readonly seed: Uint8Array };
  /** An organiser's device may sign tickets with it (base64url). */
  readonly certificate?: string;
}

/** An act in the outbox, from the tap to the server's durable judgement. */
export interface OutboxEntry extends Pending {
  readonly action: Action;
}

/** A sealed segment, kept until the server's `safe` has passed it; `last` is the number of its last action. */
export interface SealedSegment {
  readonly last: number;
  readonly head: string;
  readonly segment: Segment;
}

/** What the server said last of this device's own sequence, and of its history. */
export interface Progress {
  readonly epoch: string;
  /** The last action judged, as seen in a pull: up to here nothing is replayed any more. */
  readonly last: number;
  /** The last action acknowledged by a push: it is durable there, its effects not yet pulled. */
  readonly acknowledged: number;
  readonly safe: number;
  readonly serverTime: number;
  /** The device's own time when `serverTime` was said. */
  readonly seenAt: number;
}

/** One pulled page, to be applied in one transaction: rows, cursors, membership, progress. */
export interface PulledPage {
  readonly progress: Progress;
  readonly scopes: readonly { readonly scope: Scope; readonly cursor: number; readonly rows: readonly Row[] }[];
}

/** What this device found when it checked a credential itself. */
export interface Check {
  readonly verdict: 'valid' | 'invalid' | 'unknown';
  readonly at: number;
}

/**
 * Everything a device keeps. Dexie in the app, memory in the simulation, one contract suite for both.
 * Each method is one transaction; those that write are durable when they resolve.
 */
export interface ClientStore {
  identity(): Promise<Identity | undefined>;
  /** Makes the device somebody's. The same device again changes nothing; another one is an error (leave first). */
  adopt(identity: Identity): Promise<void>;
  /** Records with the pending acts replayed over them: what the screen shows. */
  read(needs: readonly Need[]): Promise<Records>;
  /** Looks at the records as `read` does and, in the same transaction, appends the entry that `decide` returns (numbered `next`), if any. */
  act<T>(needs: readonly Need[], pending: (next: number) => OutboxEntry, decide: (records: Records) => { readonly keep: boolean; readonly answer: T }): Promise<T>;
  /** Acts not yet in a segment, by number; at most `limit`. */
  unsealed(limit: number): Promise<readonly OutboxEntry[]>;
  /** The head of the device's chain (empty before the first segment). */
  head(): Promise<string>;
  keepSegment(segment: SealedSegment): Promise<void>;
  /** Segments the server has not yet declared safe, by number. */
  segments(): Promise<readonly SealedSegment[]>;
  acknowledge(last: number): Promise<void>;
  progress(): Promise<Progress>;
  cursors(): Promise<{ readonly [scope: string]: number }>;
  /** Applies a page; scopes held but absent from the page leave the device. Acts with n ≤ progress.last leave the outbox. */
  applyPull(page: PulledPage): Promise<void>;
  /** Acts still waiting for their effects to be pulled, by number. */
  outbox(): Promise<readonly OutboxEntry[]>;
  checks(): Promise<ReadonlyMap<string, Check>>;
  keepCheck(badge: string, check: Check): Promise<void>;
  /** A scanned text kept for later (a ticket scanned before the device has an identity). */
  keepScan(text: string | null): Promise<void>;
  keptScan(): Promise<string | null>;
  /** Calls back after any change, also one made in another tab or in the service worker; returns its stop. */
  subscribe(listener: () => void): () => void;
}
