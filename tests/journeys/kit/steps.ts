import { expect, type Locator, type Page } from '@playwright/test';
import type { Phone } from './person.ts';

/** Places in her own grid of the four pictures everyone chooses in these journeys. */
export const CODE = [0, 4, 4, 11] as const;

/** One screen of a person, by its name. */
export const screen = (page: Page, name: string): Locator => page.locator(`[data-screen="${name}"]`);

/** The badge drawing of this screen, by its ribbon. */
export const ribbon = (inside: Locator, state: 'open' | 'closed'): Locator => inside.locator(`.ribbon-${state}`).first();

export const saying = (inside: Locator, key: string): Locator => inside.locator(`[data-say="${key}"]`).first();

const touchCode = async (page: Page, code: readonly number[]): Promise<void> => {
  for (const place of code) await page.locator('.code-key').nth(place).tap();
};

/** From the card's address to her home: quiet, it is me, four pictures, their story, the same four again. */
export const enrol = async (phone: Phone, card: string): Promise<void> => {
  const page = phone.page();
  await page.goto(card);
  await saying(screen(page, 'sound'), 'label.quiet').tap();
  await saying(screen(page, 'who'), 'label.its-me').tap();
  await screen(page, 'code').waitFor();
  await touchCode(page, CODE);
  await screen(page, 'story').locator('[data-primary]').tap();
  await screen(page, 'code').waitFor();
  await touchCode(page, CODE);
  await screen(page, 'home').waitFor();
};

/** Enters with a card whose pictures were chosen before. */
export const enterCode = async (phone: Phone, code: readonly number[]): Promise<void> => {
  await screen(phone.page(), 'code').waitFor();
  await touchCode(phone.page(), code);
};

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
