import type { Clock } from '#base/ambient';
import type { Progress } from './client-store.ts';

/** The server's time as this device can best tell: what was said last, and what has passed since. The device's own clock may be years off. */
export const serverClock =
  (clock: Clock, told: () => Pick<Progress, 'serverTime' | 'seenAt'>): Clock =>
  () => {
    const { serverTime, seenAt } = told();
    return serverTime === 0 ? clock() : serverTime + Math.max(0, clock() - seenAt);
  };
