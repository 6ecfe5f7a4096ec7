import { createSignal } from 'solid-js';

/** What can be asked, and tells when the answer may be another. */
interface Source {
  subscribe(listener: () => void): unknown;
}

/** Reads when a screen first asks, and again after every change, as long as the app runs; undefined until it was read. */
export const watched = <S extends Source, T>(source: () => Promise<S>, read: (source: S) => Promise<T>): (() => T | undefined) => {
  const [value, setValue] = createSignal<T>();
  let begun = false;
  const begin = async (): Promise<void> => {
    const found = await source();
    const look = async (): Promise<void> => {
      const now = await read(found);
      setValue(() => now);
    };
    found.subscribe(() => void look().catch(() => undefined));
    await look();
  };
  return () => {
    if (!begun) void begin().catch(() => undefined);
    begun = true;
    return value();
  };
};
