/** What the screens showed last, kept so that a cold start draws at once, before the store is open. A memory only: the store has the last word. */
export interface ScreenMemory<Shown> {
  read(): Shown | undefined;
  /** Undefined forgets. */
  write(shown: Shown | undefined): void;
}

const KEY = 'pepites-shown';

/** `code` names the very program that draws: what another version remembered may have another shape, and is as good as forgotten. */
export const makeScreenMemory = <Shown>(code: string): ScreenMemory<Shown> => ({
  read: () => {
    try {
      const kept: { readonly code?: unknown; readonly shown?: Shown } | null = JSON.parse(localStorage.getItem(KEY) ?? 'null');
      return kept?.code === code ? kept.shown : undefined;
    } catch {
      return undefined;
    }
  },
  write: (shown) => {
    try {
      // The old goes first: when the new does not fit, nothing is better than what is no longer so.
      localStorage.removeItem(KEY);
      if (shown !== undefined) localStorage.setItem(KEY, JSON.stringify({ code, shown }));
    } catch {
      // Storage is off or full: the next start waits for the store.
    }
  },
});
