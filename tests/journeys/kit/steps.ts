import { expect, type Locator, type Page } from '@playwright/test';
import type { Phone } from './person.ts';

/** One screen of a person, by its name. */
export const screen = (page: Page, name: string): Locator => page.locator(`[data-screen="${name}"]`);

/** The badge drawing of this screen, by its ribbon. */
export const ribbon = (inside: Locator, state: 'open' | 'closed'): Locator => inside.locator(`.ribbon-${state}`).first();

export const saying = (inside: Locator, key: string): Locator => inside.locator(`[data-say="${key}"]`).first();

/** Everything is on the phone: from now on it starts in airplane mode. */
export const readyOffline = async (phone: Phone): Promise<void> => {
  await phone.page().evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
};

/** Scans from home; what the camera sees was set before. Ends when the scanner has found something. */
export const scanFromHome = async (phone: Phone): Promise<void> => {
  const page = phone.page();
  await saying(screen(page, 'home'), 'label.scan').tap();
  await expect(screen(page, 'scan').or(screen(page, 'claim')).or(screen(page, 'refused'))).toBeVisible();
};

/** Opens the scanner with this before the camera, and waits for what comes of it: a badge to take, or why not. */
export const scan = async (phone: Phone, text: string): Promise<Locator> => {
  phone.sees([
    { shows: null, seconds: 0.4 },
    { shows: text, seconds: 4 },
  ]);
  await scanFromHome(phone);
  const outcome = screen(phone.page(), 'claim').or(screen(phone.page(), 'refused'));
  await outcome.locator('[data-primary]').first().waitFor();
  return outcome;
};

/** What someone did on a page: taps, and characters typed. */
export const countGestures = async (page: Page): Promise<() => Promise<{ readonly taps: number; readonly typed: number }>> => {
  await page.evaluate(() => {
    const counts = { taps: 0, typed: 0 };
    Object.assign(globalThis, { gestures: counts });
    const count = (what: keyof typeof counts) => (): void => {
      counts[what] += 1;
    };
    addEventListener('click', count('taps'), { capture: true });
    addEventListener('keydown', count('typed'), { capture: true });
  });
  return () => page.evaluate(() => (globalThis as unknown as { gestures: { taps: number; typed: number } }).gestures);
};
