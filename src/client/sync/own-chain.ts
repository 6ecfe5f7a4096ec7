import type { Sealed, SealedSegment } from './client-store.ts';

/** Where the server stands in a device's sequence: its last judged number and, if it said so, the chain hash there. */
export interface Told {
  readonly last: number;
  readonly head?: string | undefined;
}

const firstOf = (segments: readonly SealedSegment[], sealed: Sealed): { readonly n: number; readonly prev: string } => {
  const first = segments[0]?.segment;
  return { n: first?.actions[0]?.n ?? sealed.n + 1, prev: first?.prev ?? sealed.head };
};

/**
 * Is what the server has judged under this device's key what this device has sealed? Not so when the device is an older copy of itself (a
 * disk that lost its last writes, a backup of the phone) or when another copy went further. What lies before all that is still kept
 * cannot be compared, and need not be: the server called it safe, or was set back.
 */
export const isOwnChain = ({ last, head }: Told, sealed: Sealed, segments: readonly SealedSegment[]): boolean => {
  if (last > sealed.n) return false;
  if (head === undefined) return true;
  if (last === sealed.n) return head === sealed.head;
  const ended = segments.find((segment) => segment.last === last);
  if (ended) return head === ended.head;
  const first = firstOf(segments, sealed);
  return last === first.n - 1 ? head === first.prev : last < first.n;
};

/** Does the server miss acts that this device no longer keeps? Then nothing can ever be added to this chain. */
export const hasHole = (last: number, sealed: Sealed, segments: readonly SealedSegment[]): boolean =>
  firstOf(segments, sealed).n > last + 1;
