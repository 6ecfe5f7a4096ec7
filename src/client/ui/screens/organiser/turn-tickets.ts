import type { App } from '../../app.ts';

/** After the edge of a step, so that a timer that fires a little early never signs the step before once more. */
const MARGIN_MS = 60;

/**
 * Draws the event's ticket now and at every step, until stopped; `told` gets its SVG, or null when this device may not sign.
 * A page that was hidden or a laptop that slept draws again as soon as it is seen.
 */
export const turnTickets = (
  app: Pick<App, 'ticket' | 'qr' | 'untilNextStep'>,
  event: string,
  told: (svg: string | null) => void,
): (() => void) => {
  let turns = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const turn = async (): Promise<void> => {
    turns += 1;
    const mine = turns;
    clearTimeout(timer);
    const svg = await drawTicket(app, event, false);
    if (mine !== turns) return;
    if (svg !== undefined) told(svg);
    timer = setTimeout(() => void turn(), app.untilNextStep() + MARGIN_MS);
  };
  const seen = (): void => {
    if (document.visibilityState === 'visible') void turn();
  };
  document.addEventListener('visibilitychange', seen);
  void turn();
  return () => {
    turns = Number.NaN;
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', seen);
  };
};

/** SVG of an event's ticket; null when this device may not sign, undefined when the drawing could not be loaded (tried again later). */
export const drawTicket = async (app: Pick<App, 'ticket' | 'qr'>, event: string, poster: boolean): Promise<string | null | undefined> => {
  const text = await app.ticket(event, poster);
  if (text === null) return null;
  try {
    return await app.qr(text);
  } catch {
    return undefined;
  }
};
