import type { Page } from '@playwright/test';
import { saying, screen } from './steps.ts';

/** Places in her own grid of the four pictures everyone chooses in these journeys. */
export const CODE = [0, 4, 4, 11] as const;

const touchCode = async (page: Page, code: readonly number[]): Promise<void> => {
  for (const place of code) await page.locator('.code-key').nth(place).tap();
};

/** From the card's address to her home (or to what waited for her): quiet, it is me, four pictures, their story, the same four again. */
export const enterWith = async (page: Page, card: string, then = 'home'): Promise<void> => {
  await page.goto(card);
  await saying(screen(page, 'sound'), 'label.quiet').tap();
  await saying(screen(page, 'who'), 'label.its-me').tap();
  await screen(page, 'code').waitFor();
  await touchCode(page, CODE);
  await screen(page, 'story').locator('[data-primary]').tap();
  await screen(page, 'code').waitFor();
  await touchCode(page, CODE);
  await screen(page, then).waitFor();
};

/** Enters with a card whose pictures were chosen before. */
export const enterCode = async (page: Page, code: readonly number[]): Promise<void> => {
  await screen(page, 'code').waitFor();
  await touchCode(page, code);
};
