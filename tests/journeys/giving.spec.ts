import { openAdvisor } from './kit/advisor.ts';
import { makeAsker } from './kit/asker.ts';
import { enterWith } from './kit/enter.ts';
import { expect, test } from './kit/journey.ts';
import { ribbon, saying, screen } from './kit/steps.ts';

const NEVER = /refus|valid|certifi/i;

test('a badge asked for is given with no network, arrives with a face, and is sealed on the phone of who asked', async ({
  town,
  phone,
}) => {
  test.slow();
  const amina = await phone();
  await enterWith(amina.page(), town.card(0));
  const nadia = await phone({ screen: { width: 360, height: 640 } });
  const page = await openAdvisor(nadia, town);
  await expect(page.locator('.person-card')).toHaveCount(3);

  const asker = await makeAsker(town.origin);
  await asker.ask('en-equipe', 'alone');
  await page.locator('.asked-card').tap({ timeout: 30_000 });
  await expect(page.locator('.level[aria-pressed=true]')).toContainText('Fait');
  await expect(page.locator('.advisor-note')).toContainText('devant vous');

  await nadia.airplane(true);
  await page.locator('.decide-actions [data-primary]').tap();
  await page.locator('.confirm [data-primary]').tap();
  await expect(page.locator('.said')).toContainText('Gardé sur cet appareil');
  await nadia.airplane(false);
  await expect(page.locator('.said')).toContainText('Bien arrivé', { timeout: 30_000 });

  const received = screen(amina.page(), 'received');
  await expect(received).toContainText('Nadia', { timeout: 30_000 });
  await expect(ribbon(received, 'closed')).toBeVisible({ timeout: 45_000 });
  await received.locator('[data-primary]').tap();
  await saying(screen(amina.page(), 'home'), 'label.my-badges').tap();
  const wall = screen(amina.page(), 'badges');
  await expect(wall.locator('.ribbon')).toHaveCount(1);
  await expect(ribbon(wall, 'closed')).toBeVisible();
});

test('on continue comes back as a step on the way, with what somebody else saw still there', async ({ town, phone }) => {
  test.slow();
  const amina = await phone();
  await enterWith(amina.page(), town.card(0));
  const nadia = await phone({ screen: { width: 360, height: 640 } });
  const page = await openAdvisor(nadia, town);
  const asker = await makeAsker(town.origin);
  const { request, reflection } = await asker.ask('a-l-heure', 'together');

  const idriss = (await phone({ screen: { width: 360, height: 640 } })).page();
  await idriss.goto(await asker.askWitness('a-l-heure', reflection));
  await expect(idriss.locator('.witness-asks')).toContainText('Amina');
  expect(new URL(idriss.url()).hash).toBe('');
  await idriss.locator('input[type=text]').fill('Idriss');
  await idriss.locator('[data-primary]').tap();
  await expect(idriss.locator('.witness-said')).toContainText('bien arrivé');

  await page.locator('.asked-card').tap({ timeout: 30_000 });
  await expect(page.locator('.witness-line')).toContainText('Idriss', { timeout: 30_000 });
  await page.locator('.decide-actions > :nth-child(2)').tap();
  await page.locator('.confirm [data-primary]').tap();
  await expect(page.locator('.said')).toContainText('Bien arrivé', { timeout: 30_000 });

  await amina.page().goto(`${town.origin}/asked/${request}`);
  const answer = screen(amina.page(), 'request');
  await expect(answer.locator('h1')).toHaveText('On continue', { timeout: 30_000 });
  expect(await amina.page().locator('body').textContent()).not.toMatch(NEVER);
  expect(await page.locator('body').textContent()).not.toMatch(NEVER);
});
