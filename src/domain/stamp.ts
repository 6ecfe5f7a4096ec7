import type { Millis } from '#base/ambient';

/** Hybrid logical clock reading: `<milliseconds, 12 hex digits>-<tie-breaker>`; later stamps sort later as text. */
export type Stamp = string;

/** Field name → when it was last written. Only fields that may be written twice have one. */
export type Stamps = { readonly [field: string]: Stamp };

/** The stamp of something done at `at` by `device`, later than `seen` if there is one (a slow clock never loses to its own past). */
export const stampAt = (at: Millis, device: string, seen?: Stamp): Stamp => {
  const floor = seen === undefined ? 0 : Number.parseInt(seen.slice(0, 12), 16) + 1;
  return `${Math.max(Math.trunc(at), floor).toString(16).padStart(12, '0')}-${device.slice(-12)}`;
};

/**
 * Last write wins: does `a` win over `b`? A field never written loses to anything. Equal stamps come from one device only (its clock was
 * clamped by the server, so two of its acts have one time); its acts are judged in their order, so the one judged now is the later one.
 */
export const isLater = (a: Stamp, b: Stamp | undefined): boolean => b === undefined || a >= b;
