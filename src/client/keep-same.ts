const isThing = (value: unknown): value is { readonly [name: string]: unknown } => typeof value === 'object' && value !== null;

/**
 * The new value, made of the old one's parts wherever they say the same: a list that is drawn again from it leaves alone what has not
 * changed (a voice goes on playing, a photo is not fetched again). Plain JSON only.
 */
export const keepSame = <T>(before: T | undefined, now: T): T => shared(before, now) as T;

const shared = (before: unknown, now: unknown): unknown => {
  if (!isThing(before) || !isThing(now) || Array.isArray(before) !== Array.isArray(now)) return now;
  const held = (name: string): unknown => (Object.hasOwn(before, name) ? before[name] : undefined);
  const parts = Object.entries(now).map(([name, part]) => [name, shared(held(name), part)] as const);
  const isSame =
    Object.keys(before).length === parts.length &&
    parts.every(([name, part]) => Object.hasOwn(before, name) && Object.is(held(name), part));
  if (isSame) return before;
  return Array.isArray(now) ? parts.map(([, part]) => part) : Object.fromEntries(parts);
};
