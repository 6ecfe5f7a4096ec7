import type { Page } from '@playwright/test';
import { enterWith } from './kit/enter.ts';
import { expect, test } from './kit/journey.ts';
import { readyOffline, saying, screen } from './kit/steps.ts';

const keptHome = (page: Page): Promise<string> =>
  page.evaluate(async () => (await (await caches.match('/', { cacheName: 'pepites-first-screen' }))?.text()) ?? '');

test('a cold start in airplane mode has home in its very page, without a blink when the program takes over', async ({ town, phone }) => {
  const amina = await phone();
  await enterWith(amina.page(), town.card(0));
  await readyOffline(amina);
  await amina.page().goto(`${town.origin}/`);
  await expect.poll(() => keptHome(amina.page())).toContain('data-screen="home"');
  await amina.airplane(true);
  await amina.page().addInitScript(() => {
    const seen: boolean[] = [];
    Object.assign(globalThis, { seen });
    const look = (): void => {
      seen.push(document.querySelector('[data-screen="home"] .bar-bottom a') !== null);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  const answer = await amina.page().goto(`${town.origin}/`);
  expect(answer?.fromServiceWorker()).toBe(true);
  const page = (await answer?.text()) ?? '';
  expect(page).toContain('Amina');
  expect(page).not.toMatch(/\sstyle=/);
  // The program answers where the picture stood.
  await saying(screen(amina.page(), 'home'), 'label.my-badges').tap();
  await expect(screen(amina.page(), 'no-badge')).toBeVisible();
  await amina.page().goto(`${town.origin}/`);
  await saying(screen(amina.page(), 'home'), 'label.listen').tap();
  const seen = await amina.page().evaluate(() => (globalThis as unknown as { seen: boolean[] }).seen);
  expect(seen.indexOf(true)).toBeGreaterThanOrEqual(0);
  expect(seen.slice(seen.indexOf(true))).not.toContain(false);
});

test('home that is no longer so is not what the next start shows', async ({ town, phone }) => {
  const amina = await phone();
  await enterWith(amina.page(), town.card(0));
  await readyOffline(amina);
  await amina.page().goto(`${town.origin}/`);
  await expect.poll(() => keptHome(amina.page())).toContain('lang="fr"');
  await amina.page().goto(`${town.origin}/me/language`);
  await amina.page().locator('[lang="ar"]').first().tap();
  await expect.poll(() => keptHome(amina.page())).not.toContain('lang="fr"');
  await amina.page().goto(`${town.origin}/`);
  await expect.poll(() => keptHome(amina.page())).toContain('<html lang="ar" dir="rtl">');
});
