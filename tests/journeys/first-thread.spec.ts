import type { Page } from '@playwright/test';
import { runNode } from '#tools/run-program';
import { enterWith } from './kit/enter.ts';
import { expect, type Town, test } from './kit/journey.ts';
import { countRows } from './kit/ledger.ts';
import type { Phone } from './kit/person.ts';
import { readQrOn } from './kit/read-screen.ts';
import { countGestures, readyOffline, ribbon, scanFromHome, screen } from './kit/steps.ts';

const code = (page: Page) => page.locator('.turning-code');

/** The organiser's page of the demonstration event, its QR on show. */
const openEvent = async (tablet: Phone, town: Town): Promise<Page> => {
  const page = tablet.page();
  await page.goto(town.invitation);
  await page.locator('[data-primary]').tap();
  await code(page).locator('svg').first().waitFor();
  return page;
};

/** Aims the camera at the wall, then at the text, and takes what it finds. Returns what it took of her. */
const takeBadge = async (amina: Phone, text: string) => {
  const page = amina.page();
  amina.sees([
    { shows: null, seconds: 0.6 },
    { shows: text, seconds: 4 },
  ]);
  await scanFromHome(amina);
  await screen(page, 'claim').waitFor();
  const gestures = await countGestures(page);
  await screen(page, 'claim').locator('[data-primary]').tap();
  await screen(page, 'taken').waitFor();
  return gestures();
};

test('a badge taken in airplane mode is there at once, outlives every kill, and becomes one signed credential', async ({ town, phone }) => {
  test.slow();
  const tablet = await phone({ screen: { width: 1280, height: 800 } });
  const amina = await phone();
  const event = await openEvent(tablet, town);
  await enterWith(amina.page(), town.card(0));
  await readyOffline(amina);
  const shown = await readQrOn(code(event));

  await amina.airplane(true);
  const gestures = await takeBadge(amina, shown);
  expect(gestures.typed).toBe(0);
  expect(gestures.taps).toBeLessThanOrEqual(2);
  await expect(ribbon(screen(amina.page(), 'taken'), 'open')).toBeVisible();

  await amina.kill();
  await amina.start();
  // A kill may cost the sign-in cookie, which browsers write to disk now and then: the phone then signs in again.
  amina.watch().expect(/status of 401 .*api\/sync\/pull/);
  await amina.page().goto(`${town.origin}/badges`);
  await expect(ribbon(screen(amina.page(), 'badges'), 'open')).toBeVisible();

  const lost = amina.wire.loseAnswers('/api/sync/push', 'answered');
  await amina.airplane(false);
  await lost.first;
  await town.server.kill();
  lost.end();
  await town.server.start();

  await expect(ribbon(screen(amina.page(), 'badges'), 'closed')).toBeVisible({ timeout: 45_000 });
  await expect(screen(amina.page(), 'badges').locator('.ribbon')).toHaveCount(1);
  expect(countRows(town.data, 'badge')).toBe(1);
  expect(countRows(town.data, 'claim')).toBe(1);
  expect(countRows(town.data, 'credential')).toBe(1);
  await expect(event.locator('.projected-number')).toHaveText('1', { timeout: 30_000 });
});

test('a server killed before it could answer, then again after it has, seals the badge once', async ({ town, phone }) => {
  test.slow();
  const tablet = await phone({ screen: { width: 1280, height: 800 } });
  const amina = await phone();
  const event = await openEvent(tablet, town);
  await enterWith(amina.page(), town.card(0));
  const shown = await readQrOn(code(event));
  const unanswered = amina.wire.loseAnswers('/api/sync/push', 'sent');
  await takeBadge(amina, shown);
  await unanswered.first;
  await town.server.kill();
  unanswered.end();
  // Set before the server is back: the phone tries again by itself, at once.
  const answered = amina.wire.loseAnswers('/api/sync/push', 'answered');
  await town.server.start();
  await amina.page().reload();
  await answered.first;
  await town.server.kill();
  answered.end();
  await town.server.start();
  await amina.page().reload();
  await amina.page().goto(`${town.origin}/badges`);
  await expect(ribbon(screen(amina.page(), 'badges'), 'closed')).toBeVisible({ timeout: 45_000 });
  expect([countRows(town.data, 'badge'), countRows(town.data, 'claim'), countRows(town.data, 'credential')]).toEqual([1, 1, 1]);
});

test('a badge is nobody else’s business until it is shown; then anyone can verify it', async ({ town, phone }) => {
  test.slow();
  const tablet = await phone({ screen: { width: 1280, height: 800 } });
  const amina = await phone();
  const event = await openEvent(tablet, town);
  await enterWith(amina.page(), town.card(0));
  await takeBadge(amina, await readQrOn(code(event)));
  await amina.page().goto(`${town.origin}/badges`);
  await expect(ribbon(screen(amina.page(), 'badges'), 'closed')).toBeVisible({ timeout: 30_000 });
  await screen(amina.page(), 'badges').locator('a[href^="/badges/"]').first().tap();
  await amina.page().waitForURL(/\/badges\/[0-9a-f-]{36}$/);
  const address = `${town.origin}/b/${amina.page().url().split('/').at(-1)}`;
  const asked = { headers: { accept: 'application/vc+ld+json' } };
  expect((await fetch(address, asked)).status).toBe(404);

  await showToTheWorld(amina.page());
  await expect.poll(async () => (await fetch(address, asked)).status, { timeout: 20_000 }).toBe(200);
  const credential = (await (await fetch(address, asked)).json()) as { readonly id: string; readonly proof: unknown };
  expect(credential.id).toBe(address);

  const stranger = await phone({ screen: { width: 360, height: 740 } });
  await stranger.page().goto(address);
  await expect(stranger.page().locator('.verdict')).toHaveClass(/verdict-good/, { timeout: 20_000 });

  const env = { PORT: new URL(town.origin).port };
  const verified = await runNode('src/cli/main.ts', ['verify', address, '--json'], { capture: true, env });
  expect(verified.code, verified.output).toBe(0);
  expect(JSON.parse(verified.output)).toMatchObject({ verdict: 'valid' });
});

/** From her badge to the world: two taps, and she has seen what others will see. */
const showToTheWorld = async (page: Page): Promise<void> => {
  await page.locator('[data-say="label.show"]').first().tap();
  await page.locator('[data-say="label.world"]').first().tap();
};
