import type { Locks } from '#client/sync/leader';

/** The Web Locks of one phone; a tab that dies lets go. */
export interface PhoneLocks {
  forTab(tab: { readonly alive: boolean }): Locks;
  /** To be called when a tab has died. */
  sweep(): void;
}

interface Waiting {
  readonly tab: { readonly alive: boolean };
  readonly go: () => void;
}

export const phoneLocks = (): PhoneLocks => {
  let holder: { readonly alive: boolean } | undefined;
  let line: Waiting[] = [];
  const next = (): void => {
    line = line.filter(({ tab }) => tab.alive);
    const first = line.shift();
    holder = first?.tab;
    first?.go();
  };
  return {
    forTab: (tab) => ({
      request: async (_name, { ifAvailable, signal }, work) => {
        if (holder && ifAvailable) return work(null);
        if (holder)
          await new Promise<void>((resolve, reject) => {
            line.push({ tab, go: resolve });
            signal?.addEventListener('abort', () => reject(signal.reason));
          });
        holder = tab;
        try {
          return await work({});
        } finally {
          if (holder === tab) next();
        }
      },
    }),
    sweep: () => {
      if (holder && !holder.alive) next();
    },
  };
};
