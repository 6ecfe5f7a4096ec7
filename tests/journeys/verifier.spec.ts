import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { utf8 } from '#base/bytes';
import { bakePng } from '#credentials/png-badge';
import { enterWith } from './kit/enter.ts';
import { expect, type Town, test } from './kit/journey.ts';
import { makeOrganiser } from './kit/organiser.ts';
import type { Phone } from './kit/person.ts';
import { readyOffline, ribbon, saying, screen } from './kit/steps.ts';

/** A badge that was taken, signed, and shown to the world: its address. */
const shownBadge = async (town: Town, amina: Phone): Promise<string> => {
  const page = amina.page();
  const organiser = await makeOrganiser(town.invitation);
  await enterWith(page, town.card(0));
  await page.goto(await organiser.ticket());
  await screen(page, 'claim').locator('[data-primary]').tap();
  await screen(page, 'taken').waitFor();
  await page.goto(`${town.origin}/badges`);
  await expect(ribbon(screen(page, 'badges'), 'closed')).toBeVisible({ timeout: 30_000 });
  await screen(page, 'badges').locator('a[href^="/badges/"]').first().tap();
  await page.waitForURL(/\/badges\/[0-9a-f-]{36}/);
  const address = `${town.origin}/b/${new URL(page.url()).pathname.split('/').at(-1)}`;
  await saying(page.locator('body'), 'label.show').tap();
  await saying(page.locator('body'), 'label.world').tap();
  await expect.poll(async () => (await fetch(address)).status, { timeout: 20_000 }).toBe(200);
  return address;
};

const bring = async (page: Page, name: string, content: string | Uint8Array): Promise<void> => {
  const again = page.locator('[data-say="check.another"]');
  if (await again.isVisible()) await again.tap();
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer: Buffer.from(content) });
};

test('anyone can have a badge checked by their own browser, whatever it comes in, and with no network once they have been here', async ({
  town,
  phone,
}) => {
  test.slow();
  const address = await shownBadge(town, await phone());
  const credential = await (await fetch(address, { headers: { accept: 'application/vc' } })).text();
  const visitor = await phone({ screen: { width: 360, height: 640 } });
  const page = visitor.page();
  const verdict = page.locator('.verdict');
  await page.goto(`${town.origin}/verifier`);

  await bring(page, 'badge.json', credential);
  await expect(verdict).toHaveClass(/verdict-good/);

  await bring(page, 'badge.json', credential.replace('"name":"', '"name":"Très '));
  await expect(verdict).toHaveClass(/verdict-bad/);
  await expect(page.locator('[data-problem="changed"]')).toBeVisible();

  const baked = bakePng(readFileSync('public/icons/icon-192.png'), credential);
  if (!baked.ok) throw new Error(baked.error.type);
  await bring(page, 'badge.png', baked.value);
  await expect(verdict).toHaveClass(/verdict-good/);

  await bring(page, 'letter.txt', utf8('Bonjour'));
  await expect(page.locator('[data-problem="unreadable"]')).toBeVisible();

  await page.locator('[data-say="check.another"]').tap();
  await saying(page.locator('body'), 'check.text').tap();
  await page.locator('textarea').fill(address);
  await page.locator('button[type=submit]').tap();
  await expect(verdict).toHaveClass(/verdict-good/);

  await readyOffline(visitor);
  await visitor.airplane(true);
  await page.goto(`${town.origin}/verifier`);
  await bring(page, 'badge.json', credential);
  await expect(verdict).toHaveClass(/verdict-good/);
  await expect(page.locator('.verdict-date')).toBeVisible();
});
