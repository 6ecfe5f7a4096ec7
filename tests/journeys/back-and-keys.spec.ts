import type { Page } from '@playwright/test';
import { CODE, ownPhone, sayYes } from './kit/enter.ts';
import { expect, test } from './kit/journey.ts';
import { saying, screen } from './kit/steps.ts';

const full = (page: Page) => page.locator('.code-slot-full');

const touch = async (page: Page, code: readonly number[]): Promise<void> => {
  for (const place of code) await page.locator('.code-key').nth(place).tap();
};

test('the phone’s own Back goes from step to step of a card, keeps the pictures, and finds no step behind home', async ({
  town,
  phone,
}) => {
  const amina = await phone();
  const page = amina.page();
  const before = page.url();
  await page.goto(town.card(0));
  await saying(screen(page, 'sound'), 'label.quiet').tap();
  await saying(screen(page, 'who'), 'label.its-me').tap();
  await screen(page, 'code').waitFor();
  await touch(page, CODE.slice(0, 2));
  await page.goBack();
  await expect(screen(page, 'who')).toBeVisible();
  await page.goForward();
  await expect(full(page)).toHaveCount(2);
  await saying(page.locator('.bar'), 'label.help').tap();
  await expect(screen(page, 'help')).toBeVisible();
  await page.goBack();
  await expect(full(page)).toHaveCount(2);
  await touch(page, CODE.slice(2));
  await screen(page, 'story').waitFor();
  await page.goBack();
  await expect(full(page)).toHaveCount(3);
  await touch(page, CODE.slice(3));
  await screen(page, 'story').locator('[data-primary]').tap();
  await screen(page, 'code').waitFor();
  await touch(page, CODE);
  await ownPhone(page);
  await sayYes(page);
  await expect(screen(page, 'home')).toBeVisible();
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/');
  await page.goBack();
  expect(page.url()).toBe(before);
});

/** Goes on with the Tab key until what says this has the focus; fails after `most` presses. */
const tabTo = async (page: Page, key: string, most: number): Promise<void> => {
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.getAttribute('data-say') === wanted, key)) return;
  }
  throw new Error(`${key} does not come within ${most} presses of Tab`);
};

const title = (page: Page, name: string) => screen(page, name).locator('h1:focus');

test('the keyboard alone goes from a card to home, each screen from its title on', async ({ town, phone }) => {
  const amina = await phone({ screen: { width: 1280, height: 720 } });
  const page = amina.page();
  await page.goto(town.card(0));
  await expect(title(page, 'sound')).toHaveCount(1);
  await tabTo(page, 'label.quiet', 3);
  await page.keyboard.press('Enter');
  await expect(title(page, 'who')).toHaveCount(1);
  await tabTo(page, 'label.its-me', 2);
  await page.keyboard.press('Enter');
  for (const next of ['story', 'phone']) {
    await expect(title(page, 'code')).toHaveCount(1);
    await tabTo(page, 'say.code-picture', 2);
    for (const _ of CODE) await page.keyboard.press('Enter');
    if (next !== 'story') continue;
    await expect(title(page, 'story')).toHaveCount(1);
    await tabTo(page, 'label.go-on', 2);
    await page.keyboard.press('Enter');
  }
  await expect(title(page, 'phone')).toHaveCount(1);
  await tabTo(page, 'label.phone-mine', 4);
  await page.keyboard.press('Enter');
  await expect(title(page, 'consent')).toHaveCount(1);
  for (const idea of ['kept', 'team', 'private']) {
    await expect(screen(page, 'consent').locator(`h1:focus[data-say="title.consent-${idea}"]`)).toHaveCount(1);
    await tabTo(page, 'label.yes', 6);
    await page.keyboard.press('Enter');
  }
  await expect(title(page, 'home')).toHaveCount(1);
});
