import type { WebKeyPair } from '#credentials/web-key';
import type { Actor } from '#domain/device';
import type { DeviceId, Scope } from '#domain/ids';
import type { Need, Records, Row } from '#domain/record';
import type { Pending } from '#domain/replay';
import type { Action } from '#protocol/action';
import type { Segment } from '#protocol/segment';

/** The key a device signs with: the browser's own pair, its private half unreadable; a seed where nothing else can be kept, and in tests. */
export type DeviceKey = WebKeyPair | { readonly seed: Uint8Array };

/** Who this device acts for. */
export interface Identity {
  readonly device: DeviceId;
  readonly actor: Actor;
  readonly keyPair: DeviceKey;
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

/** What this device found when it checked a credential itself. `of`: which one it was, the `sealedAt` of its badge (a badge may be signed again). */
export interface Check {
  readonly verdict: 'valid' | 'invalid' | 'unknown';
  readonly at: number;
  readonly of: number;
}

/**
 * Everything a device keeps. Dexie in the app, memory in the simulation, one contract suite for both.
 * Each method is one transaction; those that write are durable when they resolve.
 */
export interface ClientStore {
  /** The key kept before enrolment, or `fresh` kept as such now: of two tabs that make one, the first wins for both. */
  keepKey(fresh: DeviceKey): Promise<DeviceKey>;
  /** The key of this device, before and after enrolment. */
  key(): Promise<DeviceKey | undefined>;
  identity(): Promise<Identity | undefined>;
  /** Makes the device somebody's. The same device again only renews its certificate; another one is an error (leave first). */
  adopt(identity: Identity): Promise<void>;
  /** Records with the pending acts replayed over them: what the screen shows. */
  read(needs: readonly Need[]): Promise<Records>;
  /**
   * Looks at the records as `read` does and, in the same transaction, keeps the act that `pending` makes for the next number if `decide`
   * says so. `pending` is asked after `decide`, and only to keep.
   */
  act<T>(
    needs: readonly Need[],
    pending: (next: number) => OutboxEntry,
    decide: (records: Records) => { readonly keep: boolean; readonly answer: T },
  ): Promise<T>;
  /** Acts not yet in a segment, by number; at most `limit`. */
  unsealed(limit: number): Promise<readonly OutboxEntry[]>;
  /** The head of the device's chain (empty before the first segment). */
  head(): Promise<string>;
  /** Keeps a segment that continues the chain. One that does not (another tab sealed meanwhile) changes nothing: look at `segments` again. */
  keepSegment(segment: SealedSegment): Promise<void>;
  /** Segments the server has not yet declared safe, by number. */
  segments(): Promise<readonly SealedSegment[]>;
  /** Never goes back. */
  acknowledge(last: number): Promise<void>;
  progress(): Promise<Progress>;
  cursors(): Promise<{ readonly [scope: string]: number }>;
  /**
   * Applies a page; scopes held but absent from the page leave the device. Acts with n ≤ progress.last leave the replay.
   * In one epoch nothing goes back: an older page of another tab changes nothing. A page of another epoch replaces every row and cursor;
   * acts the new history has not judged are replayed again, so they stay on the device until `safe` has passed them.
   */
  applyPull(page: PulledPage): Promise<void>;
  /** Acts still waiting for their effects to be pulled, by number. */
  outbox(): Promise<readonly OutboxEntry[]>;
  checks(): Promise<ReadonlyMap<string, Check>>;
  keepCheck(badge: string, check: Check): Promise<void>;
  /** Calls back after any change, also one made in another tab or in the service worker; returns its stop. */
  subscribe(listener: () => void): () => void;
}
