import type { Bytes } from '#base/bytes';
import type { WebKeyPair } from '#credentials/web-key';
import type { Actor } from '#domain/device';
import type { DeviceId, Scope } from '#domain/ids';
import type { Need, Records, Row } from '#domain/record';
import type { Pending } from '#domain/replay';
import type { Action } from '#protocol/action';
import type { ProblemCode } from '#protocol/problem';
import type { ScopeSum } from '#protocol/scope-sum';
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

/** Where a device's chain stands: the number of the last sealed act, and its hash (empty before the first under this key). */
export interface Sealed {
  readonly n: number;
  readonly head: string;
}

/** The key under which a device whose chain has forked goes on, kept before anyone hears of it; its first act follows number `last`. */
export interface Successor {
  readonly of: DeviceId;
  readonly key: DeviceKey;
  readonly last: number;
}

/** An act that touches what this device may no longer read: not shown in the records any more, and not lost. */
export interface SetAside {
  /** The act's. */
  readonly id: string;
  readonly entry: OutboxEntry;
  /** The scopes that were lost; none when the device itself was ended. */
  readonly scopes: readonly Scope[];
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
  /** How often the server was found set back without telling (absent: never): what it had said before is of a history that is over. */
  readonly setBacks?: number;
  /** How many pages were taken. In what a question was based on, absent if its answer may come when others have been taken since (a box). */
  readonly heard?: number;
}

/** Which history something was said in. */
export type History = Pick<Progress, 'epoch' | 'setBacks' | 'heard'>;

/** What a page says of one scope. */
export interface PulledScope {
  readonly scope: Scope;
  /** The cursor the question carried: the rows are taken only by a device that still stands there. */
  readonly asked: number;
  readonly cursor: number;
  readonly rows: readonly Row[];
  /** The server began at the beginning: what is held and not told again is no more. */
  readonly full: boolean;
}

/** One pulled page, to be applied in one transaction: rows, cursors, membership, progress. */
export interface PulledPage {
  /** Whose question it answers. By another device, or when its owner has left, it is not taken. */
  readonly of: DeviceId | undefined;
  /** What the device knew when it asked. */
  readonly basedOn: Progress;
  /** The server's own words. */
  readonly progress: Pick<Progress, 'epoch' | 'last' | 'safe' | 'serverTime' | 'seenAt'>;
  readonly scopes: readonly PulledScope[];
  /** More pages follow. */
  readonly more: boolean;
}

/** What this device found when it checked a credential itself. `of`: which one it was, the `sealedAt` of its badge (a badge may be signed again). */
export interface Check {
  readonly verdict: 'valid' | 'invalid' | 'unknown';
  readonly at: number;
  readonly of: number;
}

/** A box this device closed and gave to somebody to carry; `answerKey` opens the answer, which may come weeks later or never. */
export interface SentBox {
  readonly id: string;
  readonly box: Bytes;
  readonly answerKey: Bytes;
  /** The number of the last act in it. */
  readonly last: number;
  readonly at: number;
  /** What this device knew and held when it closed it: as for a pull. */
  readonly basedOn: Progress;
  readonly cursors: { readonly [scope: string]: number };
}

/**
 * A closed box on its way through this device. `carried`: somebody else's, until its answer was brought back; `left`: closed by who left this
 * device, gone once it is judged.
 */
export interface HeldBox {
  readonly id: string;
  readonly box: Bytes;
  readonly from: 'carried' | 'left';
  readonly at: number;
  /** What has to go back to its sender. */
  readonly answer?: Bytes;
  /** What the server said against it. */
  readonly problem?: ProblemCode;
}

/**
 * Everything a device keeps. The rules are those of client/store, over IndexedDB in the app and over memory in tests and simulations.
 * Each method is one transaction; those that write are durable when they resolve.
 */
export interface ClientStore {
  /** The key kept before enrolment, or `fresh` kept as such now: of two tabs that make one, the first wins for both. */
  keepKey(fresh: DeviceKey): Promise<DeviceKey>;
  /** The key of this device, before and after enrolment. */
  key(): Promise<DeviceKey | undefined>;
  /** Lets go of a key under which this device never became anybody's; false when it is somebody's. */
  forgetKey(): Promise<boolean>;
  identity(): Promise<Identity | undefined>;
  /** Makes the device somebody's; the same device again only renews its certificate. False when it is another one already: leave first. */
  adopt(identity: Identity): Promise<boolean>;
  /** Renews the certificate of the device `of`; changes nothing when this is another one by now, or nobody's. */
  keepCertificate(of: DeviceId, certificate: string): Promise<void>;
  /** The key to go on with, or `fresh` kept as such now; undefined when this is no longer the device `of`. */
  keepSuccessor(of: DeviceId, fresh: DeviceKey): Promise<Successor | undefined>;
  /** Lets go of that key: it is somebody's, and not this device's. */
  forgetSuccessor(successor: Successor): Promise<void>;
  /** Goes on as another device of the same person: every act that may still be needed will be sealed anew, with its id and number. */
  succeed(successor: Successor, identity: Identity): Promise<void>;
  /** The device was ended: rows, key and all rights leave it. Acts nobody has judged are set aside. */
  end(of: DeviceId): Promise<void>;
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
  sealed(): Promise<Sealed>;
  /**
   * Keeps a segment of this device that continues the chain. One that does not (another tab sealed meanwhile, or the device goes on under
   * another key) changes nothing: look at `segments` again.
   */
  keepSegment(segment: SealedSegment): Promise<void>;
  /** Segments the server has not yet declared safe, by number. */
  segments(): Promise<readonly SealedSegment[]>;
  /** For the device `of` only, and only if nothing was heard since this was asked that could say otherwise; never goes back. */
  acknowledge(of: DeviceId, last: number, basedOn: History): Promise<void>;
  progress(): Promise<Progress>;
  cursors(): Promise<{ readonly [scope: string]: number }>;
  /**
   * Applies a page; scopes held but absent from it leave the device, and pending acts that touch them are set aside. Acts with
   * n ≤ `last` leave the replay with the last page. False when the device had moved on meanwhile (another tab): what the page said of the
   * scopes concerned was not taken, and nothing at all of a page that was asked for in a history that is over, or by who was here before.
   * A page of another epoch starts every scope anew.
   */
  applyPull(page: PulledPage): Promise<boolean>;
  /** Starts these scopes anew: pulled from the beginning, their rows shown until the last page is in. */
  renew(scopes: readonly string[]): Promise<void>;
  /** A sum of what is held of each scope. */
  sums(scopes: readonly string[]): Promise<ReadonlyMap<string, ScopeSum>>;
  /** When sums were last compared with the server's, by the device's own clock; 0 = never. */
  compared(): Promise<number>;
  keepCompared(at: number): Promise<void>;
  /** Acts still waiting for their effects to be pulled, by number. */
  outbox(): Promise<readonly OutboxEntry[]>;
  /** Acts set aside, by the time they were done, until they are forgotten. */
  aside(): Promise<readonly SetAside[]>;
  forgetAside(ids: readonly string[]): Promise<void>;
  /** Boxes given to somebody to carry and not answered yet, the oldest first. */
  sentBoxes(): Promise<readonly SentBox[]>;
  /** For the device `of` only; of too many the oldest are forgotten: their acts are in the newer ones. */
  keepSentBox(of: DeviceId, sent: SentBox): Promise<void>;
  /** Boxes that brought less than the acts up to `last` need no answer any more. */
  settleSentBoxes(of: DeviceId, last: number): Promise<void>;
  /** Boxes of others, the oldest first. */
  boxes(): Promise<readonly HeldBox[]>;
  /** Takes in a box; one that is held already stays as it is. `full`: there are too many here. */
  keepBox(box: HeldBox): Promise<'kept' | 'full'>;
  /** What the server said to a box. One that was left here goes with its last problem. */
  answerBox(id: string, said: { readonly answer?: Bytes; readonly problem?: ProblemCode }): Promise<void>;
  forgetBoxes(ids: readonly string[]): Promise<void>;
  /**
   * Wipes all that is the device `of`'s, and keeps `boxes` in which its acts up to number `upTo` were closed; false, and nothing is changed,
   * when there are later ones or it is another's by now.
   */
  leave(of: DeviceId, upTo: number, boxes: readonly HeldBox[]): Promise<boolean>;
  checks(): Promise<ReadonlyMap<string, Check>>;
  keepCheck(badge: string, check: Check): Promise<void>;
  /** Calls back after any change, also one made in another tab or in the service worker; returns its stop. */
  subscribe(listener: () => void): () => void;
}
