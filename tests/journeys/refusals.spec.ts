import { toBuffer } from 'qrcode';
import { CODE, enterCode, enterWith } from './kit/enter.ts';
import { expect, test } from './kit/journey.ts';
import { countRows } from './kit/ledger.ts';
import { forge, makeOrganiser } from './kit/organiser.ts';
import { readyOffline, saying, scan, screen } from './kit/steps.ts';

test('each code that gives no badge says why in its own picture, and nothing is taken', async ({ town, phone }) => {
  test.slow();
  const organiser = await makeOrganiser(town.invitation);
  const amina = await phone();
  await enterWith(amina.page(), town.card(0));
  const cases: readonly (readonly [why: string, text: string])[] = [
    ['TooEarly', await organiser.early()],
    ['EventOver', await organiser.over()],
    ['TicketForged', forge(await organiser.ticket())],
    ['TicketForged', `${town.origin}/e#AQGQ`],
    ['foreign', 'https://example.org/menu'],
    ['foreign', 'BEGIN:VCARD'],
    ['foreign', `https://elsewhere.example/e#${new URL(await organiser.ticket()).hash.slice(1)}`],
    ['card', town.card(1)],
  ];
  const pictures = new Set<string>();
  for (const [why, text] of cases) {
    await scan(amina, text);
    const refused = screen(amina.page(), 'refused');
    await expect(saying(refused, `refused.${why}`)).toBeVisible();
    await expect(refused.locator('[data-primary]')).toHaveCount(1);
    pictures.add(await refused.locator('.refused > :first-child').innerHTML());
    await saying(amina.page().locator('body'), 'label.home').tap();
    await screen(amina.page(), 'home').waitFor();
  }
  expect(pictures.size).toBe(new Set(cases.map(([why]) => why)).size);
  await amina.page().goto(`${town.origin}/badges`);
  await expect(screen(amina.page(), 'no-badge')).toBeVisible();
  expect(countRows(town.data, 'badge')).toBe(0);
});

test('the card of somebody else, opened on her phone, changes nothing', async ({ town, phone }) => {
  const amina = await phone();
  await enterWith(amina.page(), town.card(0));
  await amina.page().goto(town.card(1));
  await expect(saying(screen(amina.page(), 'refused'), 'refused.other-person')).toBeVisible();
  await amina.page().goto(town.origin);
  await expect(screen(amina.page(), 'home')).toContainText('Amina');
});

test('a badge already held is shown instead of taken twice, also in airplane mode', async ({ town, phone }) => {
  const organiser = await makeOrganiser(town.invitation);
  const amina = await phone();
  await enterWith(amina.page(), town.card(0));
  await readyOffline(amina);
  await amina.airplane(true);
  for (const turn of ['first', 'second']) {
    const outcome = await scan(amina, await organiser.ticket());
    if (turn === 'second') await expect(saying(outcome, 'refused.AlreadyHeld')).toBeVisible();
    await outcome.locator('[data-primary]').tap();
    if (turn === 'second') break;
    await screen(amina.page(), 'taken').locator('[data-primary]').tap();
  }
  await expect(screen(amina.page(), 'badge')).toBeVisible();
});

test('an address opened by the phone’s own camera keeps the ticket for its owner', async ({ town, phone }) => {
  const organiser = await makeOrganiser(town.invitation);
  const amina = await phone();
  await amina.page().goto(await organiser.ticket());
  await expect(screen(amina.page(), 'claim-later')).toBeVisible();
  expect(amina.page().url()).toBe(`${town.origin}/e`);
  // The address holds nothing any more: what comes back is what the phone has kept.
  await amina.page().reload();
  await expect(screen(amina.page(), 'claim-later')).toBeVisible();
  await amina.kill();
  await amina.start();
  await enterWith(amina.page(), town.card(0), 'claim');
  await screen(amina.page(), 'claim').locator('[data-primary]').tap();
  await expect(screen(amina.page(), 'taken')).toBeVisible();
});

test('without a camera a photo of the code does', async ({ town, phone }) => {
  const organiser = await makeOrganiser(town.invitation);
  const amina = await phone({ camera: 'refused' });
  await enterWith(amina.page(), town.card(0));
  await saying(screen(amina.page(), 'home'), 'label.scan').tap();
  await expect(saying(screen(amina.page(), 'scan'), 'title.no-camera')).toBeVisible();
  const buffer = await toBuffer(await organiser.ticket(), { width: 900 });
  await amina.page().locator('input[type=file]').setInputFiles({ name: 'photo.png', mimeType: 'image/png', buffer });
  await expect(screen(amina.page(), 'claim')).toBeVisible();
});

test('a dark room is told, and a code in better light is then read', async ({ town, phone }) => {
  const amina = await phone();
  await enterWith(amina.page(), town.card(0));
  amina.sees([{ shows: null, seconds: 2 }], { light: 0.03 });
  await saying(screen(amina.page(), 'home'), 'label.scan').tap();
  await expect(saying(screen(amina.page(), 'scan'), 'line.too-dark')).toBeVisible();
});

test('the secret of a card leaves the address bar and never reaches the server’s log', async ({ town, phone }) => {
  const amina = await phone();
  await enterWith(amina.page(), town.card(0));
  const secret = new URL(town.card(0)).hash.slice(1);
  expect(amina.page().url()).not.toContain('#');
  const log = town.server
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{'));
  expect(log.length).toBeGreaterThan(3);
  expect(log.join('\n')).not.toContain(secret);
  expect(log.join('\n')).not.toContain('Amina');
});

test('an unknown card, and three wrong codes, are refused with a way on', async ({ town, phone }) => {
  const first = await phone();
  await enterWith(first.page(), town.card(0));
  const other = await phone();
  other.watch().expect(/status of 4(?:04|22|23)/);
  await other.page().goto(`${town.origin}/c#${'x'.repeat(22)}`);
  await saying(screen(other.page(), 'sound'), 'label.quiet').tap();
  await expect(saying(screen(other.page(), 'refused'), 'entry.CardUnknown')).toBeVisible();
  await other.page().goto(town.card(0));
  await saying(screen(other.page(), 'who'), 'label.its-me').tap();
  for (const wrong of [1, 2, 3]) {
    await enterCode(other.page(), [...CODE.slice(0, 3), wrong]);
    const why = wrong < 3 ? 'entry.CodeWrong' : 'entry.CodeLocked';
    await expect(saying(screen(other.page(), 'refused'), why)).toBeVisible();
    if (wrong < 3) await screen(other.page(), 'refused').locator('[data-primary]').tap();
  }
});
