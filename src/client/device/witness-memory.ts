/** Small texts a witness's browser keeps until what was said has arrived; a browser that keeps nothing forgets them with the page. */
export interface WitnessMemory {
  read(): string | undefined;
  write(text: string): void;
  forget(): void;
}

/** `name`: which question. */
export const makeWitnessMemory = (name: string): WitnessMemory => {
  const key = `pepites-witness-${name}`;
  let held: string | undefined;
  try {
    held = localStorage.getItem(key) ?? undefined;
  } catch {
    // Storage is off: the page alone remembers.
  }
  const keep = (work: (storage: Storage) => void): void => {
    try {
      work(localStorage);
    } catch {
      // Storage is off or full.
    }
  };
  return {
    read: () => held,
    write: (text) => {
      held = text;
      keep((storage) => storage.setItem(key, text));
    },
    forget: () => {
      held = undefined;
      keep((storage) => storage.removeItem(key));
    },
  };
};
