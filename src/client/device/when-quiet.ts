/** Runs `work` a second after the page and its pictures have come, when the browser has nothing better to do. */
export const whenQuiet = (work: () => void): void => {
  const soon = (): void => {
    // Safari has no requestIdleCallback.
    setTimeout(() => ('requestIdleCallback' in globalThis ? requestIdleCallback(work, { timeout: 2_000 }) : work()), 1_000);
  };
  if (document.readyState === 'complete') soon();
  else addEventListener('load', soon, { once: true });
};

/** Runs `work` once the picture now being drawn is on the screen; at once when nobody looks. */
export const afterPaint = (work: () => void): void => {
  if (document.visibilityState === 'hidden') work();
  else requestAnimationFrame(() => setTimeout(work));
};
