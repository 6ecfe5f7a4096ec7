import type { Locator, Page } from '@playwright/test';
import { enterWith } from './kit/enter.ts';
import { expect, type Town, test } from './kit/journey.ts';
import type { Phone } from './kit/person.ts';
import { readyOffline, saying, screen } from './kit/steps.ts';

const primary = (inside: Locator): Locator => inside.locator('[data-primary]:not([disabled])').first();
const thumbs = (page: Page): Locator => screen(page, 'shown').locator('.shown-thumb');
const safety = (page: Page): Locator => thumbs(page).first().locator('[data-safety]');

/** Opens the camera or the microphone from what I show. */
const make = async ({ page }: Phone, town: Town, kind: 'photo' | 'video' | 'voice'): Promise<void> => {
  await page().goto(`${town.origin}/me/shown/new/${kind}`);
  const examples = screen(page(), 'photo-examples');
  if (kind === 'voice') return;
  await examples.or(screen(page(), `aim-${kind}`)).waitFor();
  if (await examples.isVisible()) await primary(examples).tap();
};

/** Keeps what was just made, nobody being on it. */
const keep = async (page: Page, kind: 'photo' | 'video' | 'voice'): Promise<void> => {
  await saying(screen(page, 'capture-review'), 'label.keep').tap();
  if (kind !== 'voice') await saying(screen(page, 'capture-faces'), 'label.nobody-seen').tap();
};

// The cookie of the first minutes may be lost with the killed browser: the phone signs in again.
const mayForgetCookie = (phone: Phone): void => phone.watch().expect(/status of 401/);

test('a photo taken in airplane mode is kept within a second and a half, outlives a kill, and arrives by itself', async ({
  town,
  phone,
}) => {
  test.slow();
  const amina = await phone();
  await enterWith(amina.page(), town.card(0));
  await readyOffline(amina);
  await amina.airplane(true);
  await make(amina, town, 'photo');
  const shutter = primary(screen(amina.page(), 'aim-photo'));
  await shutter.waitFor();
  const pressed = Date.now();
  await shutter.tap();
  await screen(amina.page(), 'capture-review').waitFor();
  expect(Date.now() - pressed).toBeLessThanOrEqual(1_500);
  await keep(amina.page(), 'photo');
  await expect(safety(amina.page())).toHaveAttribute('data-safety', 'kept-here');

  await amina.kill();
  await amina.start();
  mayForgetCookie(amina);
  await amina.page().goto(`${town.origin}/me/shown`);
  await expect(safety(amina.page())).toHaveAttribute('data-safety', 'kept-here');
  await amina.airplane(false);
  await expect(safety(amina.page())).toHaveAttribute('data-safety', 'arrived', { timeout: 30_000 });
});

test('a film that a kill cut off is offered again, plays, and can be kept', async ({ town, phone }) => {
  test.slow();
  const amina = await phone();
  await enterWith(amina.page(), town.card(0));
  await make(amina, town, 'video');
  const aim = screen(amina.page(), 'aim-video');
  await primary(aim).tap();
  await aim.locator('.record-ring-on').waitFor();
  // Four seconds of film: what is asked for is what is left of them.
  await amina.page().waitForTimeout(4_000);
  await amina.kill();
  await amina.start();
  mayForgetCookie(amina);
  await amina.page().goto(town.origin);
  const again = screen(amina.page(), 'capture-review');
  await expect(saying(again, 'title.unfinished')).toBeVisible();
  const seconds = await again.locator('video').evaluate(async (video: HTMLVideoElement) => {
    video.currentTime = 1e6;
    await new Promise((resolve) => video.addEventListener('seeked', resolve, { once: true }));
    return video.currentTime;
  });
  expect(seconds).toBeGreaterThan(2);
  await keep(amina.page(), 'video');
  await screen(amina.page(), 'home').waitFor();
  await amina.page().goto(`${town.origin}/me/shown`);
  await expect(thumbs(amina.page())).toHaveCount(1);
});

test('a voice is spoken, heard again, kept, and taken back, with a way to think again', async ({ town, phone }) => {
  const amina = await phone();
  await enterWith(amina.page(), town.card(0));
  await make(amina, town, 'voice');
  const speak = screen(amina.page(), 'speak');
  await primary(speak).tap();
  await speak.locator('.record-ring-on').waitFor();
  await amina.page().waitForTimeout(1_500);
  await primary(speak).tap();
  await saying(screen(amina.page(), 'capture-review'), 'label.hear-it').tap();
  await keep(amina.page(), 'voice');
  await thumbs(amina.page()).first().tap();
  const one = screen(amina.page(), 'one-shown');
  await saying(one, 'label.take-back').tap();
  await saying(screen(amina.page(), 'gone-back'), 'label.undo').tap();
  await saying(one, 'label.take-back').tap();
  await screen(amina.page(), 'gone-back').waitFor();
  await screen(amina.page(), 'nothing-shown').waitFor({ timeout: 15_000 });
});
