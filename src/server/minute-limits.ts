import type { Clock } from '#base/ambient';
import type { Admit } from '#server/actions/tokens';

/** Tries a minute by what a key starts with; a room of three hundred people never shares a key. */
const PER_MINUTE: Readonly<Record<string, number>> = {
  card: 30,
  enrol: 20,
  'sign-in': 60,
  push: 300,
  pull: 300,
  box: 120,
  media: 600,
  outside: 30,
  'outside-all': 240,
};
const MINUTE_MS = 60_000;
// Above this many live keys the oldest minute is forgotten: memory is bounded whatever is sent.
const MAX_KEYS = 20_000;

/** Counts tries per key and minute, in memory. */
export const minuteLimits = (clock: Clock): Admit => {
  let minute = 0;
  let counts = new Map<string, number>();
  return (key) => {
    const now = Math.floor(clock() / MINUTE_MS);
    if (now !== minute || counts.size > MAX_KEYS) {
      minute = now;
      counts = new Map();
    }
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count <= (PER_MINUTE[key.slice(0, key.indexOf(':'))] ?? 60);
  };
};
