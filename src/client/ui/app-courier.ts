/** What to show another phone, in turn; or why nothing: all has arrived; this phone must meet its server once; it fits in a file only. */
export type BoxToShow =
  | { readonly state: 'frames'; readonly frames: readonly string[] }
  | { readonly state: 'nothing' | 'no-key' | 'too-big' };

/** What came of one more scanned text, or of a file. `more`: one of several codes; `refused`: the server could not take what was sent. */
export type BoxRead =
  | { readonly state: 'more'; readonly have: number; readonly of: number }
  | { readonly state: 'taken' | 'foreign' | 'refused' | 'full' };

/** A box this device carries. `waiting` for a network, `answered` and to be brought back, or `refused` by the server. */
export interface HeldView {
  readonly id: string;
  readonly at: number;
  readonly from: 'carried' | 'left';
  readonly state: 'waiting' | 'answered' | 'refused';
  /** Why, as a problem's code. */
  readonly problem?: string;
}

/** All that the sync panel tells. Nothing of anybody: no names, no bodies, no keys. */
export interface SyncState {
  readonly device: string;
  readonly role: string;
  readonly version: number;
  /** Acts not yet acknowledged, and of them not yet sealed; sealed segments; acts set aside. */
  readonly outbox: { readonly waiting: number; readonly unsealed: number; readonly segments: number; readonly aside: number };
  readonly progress: {
    readonly epoch: string;
    readonly last: number;
    readonly acknowledged: number;
    readonly safe: number;
    readonly serverTime: number;
    readonly seenAt: number;
  };
  readonly cursors: { readonly [scope: string]: number };
  readonly boxes: { readonly sent: number; readonly held: readonly HeldView[] };
  readonly media: { readonly held: number; readonly bytes: number; readonly sent: number };
  /** How the latest runs of this page ended, the latest last. */
  readonly runs: readonly { readonly at: number; readonly ended: 'done' | 'nobody' | 'silence' | 'refused'; readonly why?: string }[];
}

/** What a developer may pretend. `days`: how far this device's clock is off. */
export interface Pretended {
  readonly network: 'real' | 'tunnel' | 'portal';
  readonly days: number;
}

/** Boxes: giving one's own to somebody to carry, carrying those of others, and looking at how syncing stands. */
export interface CourierApp {
  /** Closes what has not arrived, and what another phone has to scan of it. */
  boxToShow(): Promise<BoxToShow>;
  /** The same as a file: to the share sheet, else among the downloads. False when there is none. */
  shareBox(): Promise<boolean>;
  /** Takes in what a courier shows back: a scanned text or a file. */
  readAnswer(brought: string | Blob): Promise<BoxRead>;
  /** The boxes this device carries; undefined until they were looked at. */
  readonly held: () => readonly HeldView[] | undefined;
  /** Takes in a box somebody shows. */
  takeBox(brought: string | Blob): Promise<BoxRead>;
  sendHeld(): Promise<'sent' | 'no-network'>;
  /** What the phone whose box that is has to scan; null when it is not there or fits in a file only. */
  answerToShow(box: string): Promise<readonly string[] | null>;
  shareAnswer(box: string): Promise<boolean>;
  /** The answer was brought back, or nobody wants it: forgets the box. */
  handedOver(box: string): Promise<void>;
  syncState(): Promise<SyncState>;
  /** Saves it as a file. */
  saveSyncState(state: SyncState): Promise<void>;
  /** What is pretended now; undefined where nothing may be (everywhere but in development and the demonstration). */
  readonly pretended: () => Pretended | undefined;
  pretend(what: Pretended): void;
}
