/** Tells all tabs and the service worker that something changed, and hears it from them. */
export interface ChangeNotice {
  tell(): void;
  subscribe(listener: () => void): () => void;
  close(): void;
}

/** A notice over a BroadcastChannel of that name; where there is none (old WebKit), within this tab only. */
export const createChangeNotice = (name: string): ChangeNotice => {
  const listeners = new Set<() => void>();
  const wake = () => {
    for (const listener of [...listeners]) listener();
  };
  let channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name);
  channel?.addEventListener('message', wake);
  return {
    tell: () => {
      channel?.postMessage('changed');
      wake();
    },
    subscribe: (listener) => {
      // Each subscription is its own, even of the same function.
      const own = () => listener();
      listeners.add(own);
      return () => void listeners.delete(own);
    },
    // A write may still end after this: it must find no channel rather than a closed one.
    close: () => {
      channel?.close();
      channel = null;
    },
  };
};
