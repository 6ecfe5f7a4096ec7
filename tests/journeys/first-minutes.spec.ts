import { CODE, ownPhone } from './kit/enter.ts';
import { expect, test } from './kit/journey.ts';
import { countRows } from './kit/ledger.ts';
import { countGestures, saying, screen } from './kit/steps.ts';

test('a phone that is nobody’s greets, asks for sound, lets one try, and becomes somebody’s, with nothing typed', async ({
  town,
  phone,
}) => {
  const amina = await phone();
  const page = amina.page();
  await page.goto(`${town.origin}/`);
  const gestures = await countGestures(page);

  await screen(page, 'language').waitFor();
  // Four greetings, no flag; the card can be scanned at any moment.
  await expect(screen(page, 'language').locator('.four .press')).toHaveCount(4);
  await saying(screen(page, 'language'), 'hello.fr').tap();
  await saying(screen(page, 'hello'), 'label.yes').tap();
  await saying(screen(page, 'sound'), 'label.quiet').tap();

  await screen(page, 'look').locator('[data-primary]').tap();
  await expect(saying(screen(page, 'look'), 'say.look-seen')).toBeVisible();
  await expect(saying(page.locator('.bar'), 'label.scan')).toBeVisible();
  await saying(screen(page, 'look'), 'label.try-it').tap();
  await screen(page, 'look-question').locator('.tile').nth(1).tap();
  await saying(screen(page, 'look-question'), 'label.go-on').tap();
  await screen(page, 'welcome').waitFor();
  expect(await gestures()).toEqual({ taps: 7, typed: 0 });

  // Never asked twice, and nothing of the trial was kept.
  await page.goto(`${town.origin}/`);
  await expect(screen(page, 'welcome')).toBeVisible();
  await page.goto(town.card(0));
  const after = await countGestures(page);
  await saying(screen(page, 'who'), 'label.its-me').tap();
  for (const turn of ['story', 'phone']) {
    await screen(page, 'code').waitFor();
    for (const place of CODE) await page.locator('.code-key').nth(place).tap();
    if (turn === 'story') await screen(page, 'story').locator('[data-primary]').tap();
  }
  await ownPhone(page);

  // Two answers of one size; putting one off costs nothing.
  for (const [idea, said] of [
    ['kept', 'label.yes'],
    ['team', 'label.not-now'],
    ['private', 'label.yes'],
  ] as const) {
    await saying(screen(page, 'consent'), `title.consent-${idea}`).waitFor();
    const boxes = await Promise.all(['label.yes', 'label.not-now'].map((key) => saying(screen(page, 'consent'), key).boundingBox()));
    const [yes, later] = boxes.map((box) => [Math.round(box?.width ?? 0), Math.round(box?.height ?? 0)]);
    expect(yes).toEqual(later);
    await saying(screen(page, 'consent'), said).tap();
  }
  await expect(screen(page, 'home')).toContainText('Amina');
  expect((await after()).typed).toBe(0);
  await expect.poll(() => countRows(town.data, 'consent')).toBe(3);

  // It can be changed in "moi", and home never asks again.
  await page.goto(`${town.origin}/`);
  await screen(page, 'home').waitFor();
  await page.goto(`${town.origin}/consent?from=me`);
  await expect(saying(screen(page, 'consent'), 'label.yes')).toHaveAttribute('aria-pressed', 'true');
});

test('what is hers goes with her as one file, with no network, and leaves this phone for good only after ten seconds', async ({
  town,
  phone,
}) => {
  test.setTimeout(90_000);
  const amina = await phone();
  const page = amina.page();
  await page.goto(`${town.origin}/`);
  await saying(screen(page, 'language'), 'hello.fr').tap();
  await saying(screen(page, 'hello'), 'label.yes').tap();
  await saying(screen(page, 'sound'), 'label.quiet').tap();
  await page.goto(town.card(0));
  await saying(screen(page, 'who'), 'label.its-me').tap();
  for (const turn of ['story', 'phone']) {
    await screen(page, 'code').waitFor();
    for (const place of CODE) await page.locator('.code-key').nth(place).tap();
    if (turn === 'story') await screen(page, 'story').locator('[data-primary]').tap();
  }
  await ownPhone(page);
  for (const idea of ['kept', 'team', 'private']) {
    await saying(screen(page, 'consent'), `title.consent-${idea}`).waitFor();
    await saying(screen(page, 'consent'), 'label.yes').tap();
  }
  await screen(page, 'home').waitFor();
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));

  await page.goto(`${town.origin}/me/data`);
  await screen(page, 'my-data').waitFor();
  await amina.airplane(true);
  const saved = page.waitForEvent('download');
  await saying(screen(page, 'my-data'), 'label.take-away').tap();
  expect((await saved).suggestedFilename()).toMatch(/^pepites-\d{4}-\d{2}-\d{2}\.zip$/);
  await expect(screen(page, 'taken-away')).toBeVisible();
  await amina.airplane(false);

  // The database says so itself when it is closed to be deleted.
  amina.watch().expect(/wants to delete database/);
  await page.goto(`${town.origin}/me/data/erase`);
  await saying(screen(page, 'erase'), 'label.erase').tap();
  await screen(page, 'erasing').locator('[data-primary]').tap();
  await expect(screen(page, 'my-data')).toBeVisible();
  await page.goto(`${town.origin}/me/data/erase`);
  await saying(screen(page, 'erase'), 'label.erase').tap();
  await expect(screen(page, 'language')).toBeVisible({ timeout: 20_000 });
  expect(await page.evaluate(() => localStorage.getItem('pepites-shown'))).toBeNull();
});
