import { enterWith } from './kit/enter.ts';
import { expect, test } from './kit/journey.ts';
import { countRows } from './kit/ledger.ts';
import { makeOrganiser } from './kit/organiser.ts';
import { readQrOn } from './kit/read-screen.ts';
import { readyOffline, ribbon, saying, scan, screen } from './kit/steps.ts';

test('a link made with no network shows one badge to who has it, once it has arrived, and nothing after it was taken back', async ({
  town,
  phone,
}) => {
  test.slow();
  const organiser = await makeOrganiser(town.invitation);
  const amina = await phone();
  const page = amina.page();
  await enterWith(page, town.card(0));
  await saying(await scan(amina, await organiser.ticket()), 'label.take').tap();
  await expect(ribbon(screen(page, 'taken'), 'open').or(ribbon(screen(page, 'taken'), 'closed'))).toBeVisible();
  await page.goto(`${town.origin}/badges`);
  await expect(ribbon(screen(page, 'badges'), 'closed')).toBeVisible({ timeout: 30_000 });
  await screen(page, 'badges').locator('a[href^="/badges/"]').first().tap();
  await readyOffline(amina);
  await expect(saying(page.locator('body'), 'label.show')).toBeVisible();

  await amina.airplane(true);
  await saying(page.locator('body'), 'label.show').tap();
  await saying(screen(page, 'who-sees'), 'label.by-link').tap();
  await saying(screen(page, 'send-ways'), 'label.by-link').tap();
  await saying(screen(page, 'how-long'), 'label.a-day').tap();
  await screen(page, 'link-made').waitFor();
  const address = await readQrOn(screen(page, 'link-made'));
  expect(address).toMatch(new RegExp(`^${town.origin}/k#`));

  const visitor = await phone({ screen: { width: 360, height: 740 } });
  // Not yet, and no more: the answer is the same.
  visitor.watch().expect(/status of 404 .*api\/link\/open/);
  await visitor.page().goto(address);
  await expect(visitor.page().locator('.public-alone')).toBeVisible({ timeout: 20_000 });

  await amina.airplane(false);
  await expect.poll(() => countRows(town.data, 'link'), { timeout: 30_000 }).toBe(1);
  await visitor.page().goto('about:blank');
  await visitor.page().goto(address);
  await expect(visitor.page().locator('.verdict')).toHaveClass(/verdict-good/, { timeout: 20_000 });
  // The badge itself is as hidden as before.
  const badge = `${town.origin}/b/${page.url().split('/badges/')[1]?.slice(0, 36)}`;
  expect((await fetch(badge, { headers: { accept: 'application/vc' } })).status).toBe(404);

  await page.goto(`${town.origin}/me/links`);
  await saying(screen(page, 'my-links'), 'label.see-link').tap();
  await saying(page.locator('main'), 'label.take-back').tap();
  await expect
    .poll(
      async () => {
        await visitor.page().goto('about:blank');
        await visitor.page().goto(address);
        await visitor.page().locator('.verdict, .public-alone').first().waitFor();
        return visitor.page().locator('.verdict').count();
      },
      { timeout: 30_000 },
    )
    .toBe(0);
});
