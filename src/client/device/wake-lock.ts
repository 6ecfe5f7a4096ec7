/** Keeps the screen lit (a QR on show, a scan under way) until stopped; nothing happens where the browser cannot. Returns its stop. */
export const makeWakeLock = (): (() => void) => {
  let stopped = false;
  let lock: WakeLockSentinel | undefined;
  const ask = async (): Promise<void> => {
    if (stopped || document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
    try {
      const taken = await navigator.wakeLock.request('screen');
      if (stopped) await taken.release();
      else lock = taken;
    } catch {
      // Refused when the battery is low: the screen then sleeps as usual.
    }
  };
  // The browser drops the lock whenever the page is hidden.
  const again = (): void => void ask();
  document.addEventListener('visibilitychange', again);
  void ask();
  return () => {
    stopped = true;
    document.removeEventListener('visibilitychange', again);
    void lock?.release().catch(() => undefined);
  };
};
