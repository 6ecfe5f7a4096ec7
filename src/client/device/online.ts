/** What the browser believes of the network. True proves nothing (captive portals, one bar of signal): only an answer of ours does. */
export const isOnline = (): boolean => navigator.onLine;

/** Calls back whenever the browser's belief changes. Returns its stop. */
export const makeOnline = (on: (online: boolean) => void): (() => void) => {
  const tell = (): void => on(navigator.onLine);
  addEventListener('online', tell);
  addEventListener('offline', tell);
  return () => {
    removeEventListener('online', tell);
    removeEventListener('offline', tell);
  };
};
