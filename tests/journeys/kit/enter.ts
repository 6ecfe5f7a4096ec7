import type { Page } from '@playwright/test';
import { saying, screen } from './steps.ts';

/** Places in her own grid of the four pictures everyone chooses in these journeys. */
export const CODE = [0, 4, 4, 11] as const;

const touchCode = async (page: Page, code: readonly number[]): Promise<void> => {
  for (const place of code) await page.locator('.code-key').nth(place).tap();
};

/** This phone is hers alone: asked once, after its first card. */
export const ownPhone = (page: Page): Promise<void> => saying(screen(page, 'phone'), 'label.phone-mine').tap();

const IDEAS = ['kept', 'team', 'private'] as const;

/** *Oui* to each of the three ideas that a card's first time asks about, one a page. */
export const sayYes = async (page: Page): Promise<void> => {
  for (const idea of IDEAS) {
    await saying(screen(page, 'consent'), `title.consent-${idea}`).waitFor();
    await saying(screen(page, 'consent'), 'label.yes').tap();
  }
};

/** From the card's address to her home (or to what waited for her): quiet, it is me, four pictures, their story, the same four again, yes. */
export const enterWith = async (page: Page, card: string, then = 'home'): Promise<void> => {
  await page.goto(card);
  await saying(screen(page, 'sound'), 'label.quiet').tap();
  await saying(screen(page, 'who'), 'label.its-me').tap();
  await screen(page, 'code').waitFor();
  await touchCode(page, CODE);
  await screen(page, 'story').locator('[data-primary]').tap();
  await screen(page, 'code').waitFor();
  await touchCode(page, CODE);
  await ownPhone(page);
  await sayYes(page);
  await screen(page, then).waitFor();
};

/** Enters with a card whose pictures were chosen before. */
export const enterCode = async (page: Page, code: readonly number[]): Promise<void> => {
  await screen(page, 'code').waitFor();
  await touchCode(page, code);
};
