import type { Draw } from '#domain/draw';
import type { BadgeId, MouldId } from '#domain/ids';

/** Where a thing is: only here · handed over, not yet confirmed · confirmed by the server. Derived from outbox and acknowledgements, nothing else. */
export type Safety = 'kept-here' | 'on-its-way' | 'arrived';

/** One badge as every screen shows it. */
export interface BadgeView {
  readonly id: BadgeId;
  readonly mould: MouldId;
  readonly draw: Draw;
  readonly level: 0 | 1 | 2 | 3;
  /** `open` until this very device has checked the signed credential. */
  readonly ribbon: 'open' | 'closed';
  readonly safety: Safety;
  readonly shown: 'me' | 'world';
  readonly at: number;
  /** Name of the structure that stands behind it, when this device knows it. */
  readonly structure: string | undefined;
  /** What it says of me (criteria of its mould), when this device knows it. */
  readonly criteria: string | undefined;
  /** What this device found when it checked the credential itself. */
  readonly check: 'none' | 'valid' | 'invalid' | 'unknown';
}

/** A road as a flower: its petals, and the stop where I am going next (the first one I do not hold). */
export interface RoadView {
  readonly id: string;
  readonly title: string;
  readonly key: Draw;
  readonly keyHeld: boolean;
  readonly needed: number;
  readonly petals: readonly { readonly mould: MouldId; readonly draw: Draw; readonly held: boolean; readonly criteria: string }[];
  readonly next: number | null;
}
