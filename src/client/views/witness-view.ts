import type { Draw } from '#domain/draw';
import type { Face } from '#domain/person';

/** What somebody who was asked sees, in any browser: who asks, and about which badge. Nothing else is told of her. */
export interface WitnessQuestion {
  readonly face: Face;
  readonly mould: string;
  readonly draw: Draw;
  readonly criteria: string;
  readonly structure: string;
  /** It was answered already. */
  readonly seen: boolean;
}

/**
 * The page of a witness. `not-there`: nobody asks this, or not yet (a phone without network asks later); `ended`: too old, or answered on
 * another device.
 */
export type WitnessPage =
  | { readonly state: 'loading' | 'no-network' | 'not-there' | 'ended' }
  | { readonly state: 'asked'; readonly question: WitnessQuestion }
  /** Said; `kept`: it waits in this browser until there is a network. */
  | { readonly state: 'said'; readonly question: WitnessQuestion; readonly safety: 'kept-here' | 'arrived' };

/** What a witness may say of themselves; none of it is needed. */
export interface WhoSays {
  readonly firstName?: string;
  readonly figure?: string;
}
