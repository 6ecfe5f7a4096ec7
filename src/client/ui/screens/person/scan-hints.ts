/** Advice to who aims and finds nothing; too dark is told by the camera itself. */
export type Hint = 'come-nearer' | 'hold-still';

/** Long enough to aim by oneself, and for a piece of advice to be followed before the other comes. */
const PATIENCE_MS = 4_000;

/** Tells one piece of advice after the other while nothing is found; returns its stop. */
export const startHints = (tell: (hint: Hint) => void): (() => void) => {
  let nearer = false;
  const timer = setInterval(() => {
    nearer = !nearer;
    tell(nearer ? 'come-nearer' : 'hold-still');
  }, PATIENCE_MS);
  return () => clearInterval(timer);
};
