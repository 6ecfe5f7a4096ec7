import { readSettings, writeSettings } from '#client/device/settings';

const IDLE_MS = 120_000;
/** How often a touch is written down: a phone that was closed knows at its next start how long nobody was there. */
const NOTE_MS = 10_000;

/** Calls `onIdle` when nobody has touched a phone for two minutes that `isWatched`, whether it was on, asleep or closed meanwhile. */
export const watchIdle = (isWatched: () => boolean, onIdle: () => void): void => {
  const look = (): void => {
    if (isWatched() && Date.now() - Math.max(touched, readSettings().touchedAt) > IDLE_MS) onIdle();
  };
  let touched = 0;
  let noted = readSettings().touchedAt;
  const touch = (): void => {
    touched = Date.now();
    if (!isWatched() || touched - noted < NOTE_MS) return;
    noted = touched;
    writeSettings({ touchedAt: touched });
  };
  look();
  setInterval(look, NOTE_MS);
  for (const event of ['pointerdown', 'keydown']) addEventListener(event, touch, { capture: true, passive: true });
  document.addEventListener('visibilitychange', look);
};
