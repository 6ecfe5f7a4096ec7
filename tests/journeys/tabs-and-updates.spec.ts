import { enterWith } from './kit/enter.ts';
import { expect, test } from './kit/journey.ts';
import { countRows } from './kit/ledger.ts';
import { makeOrganiser } from './kit/organiser.ts';
import { readyOffline, ribbon, scan, screen } from './kit/steps.ts';

const ROUTES = ['/', '/scan', '/badges', '/road', '/help', '/me', '/me/sound', '/me/language'] as const;

test('two tabs of one phone see the same badges, and send them once', async ({ town, phone }) => {
  const organiser = await makeOrganiser(town.invitation);
  const amina = await phone();
  await enterWith(amina.page(), town.card(0));
  const other = await amina.context().newPage();
  await other.goto(`${town.origin}/badges`);
  await expect(screen(other, 'no-badge')).toBeVisible();
  // What she agreed to has left, each answer as it was given.
  await expect.poll(() => countRows(town.data, 'consent')).toBe(3);
  const before = amina.wire.count('/api/sync/push');
  await amina.page().bringToFront();
  const offer = await scan(amina, await organiser.ticket());
  await offer.locator('[data-primary]').tap();
  await expect(screen(other, 'badges')).toBeVisible();
  await expect(ribbon(screen(other, 'badges'), 'closed')).toBeVisible({ timeout: 30_000 });
  expect([countRows(town.data, 'badge'), countRows(town.data, 'credential')]).toEqual([1, 1]);
  expect(amina.wire.count('/api/sync/push') - before).toBe(1);
});

test('every screen of a person starts and reloads in airplane mode', async ({ town, phone }) => {
  test.slow();
  const amina = await phone();
  await enterWith(amina.page(), town.card(0));
  await readyOffline(amina);
  await amina.airplane(true);
  for (const route of ROUTES) {
    await amina.page().goto(`${town.origin}${route}`);
    await expect(amina.page().locator('[data-screen] [data-primary], [data-screen][data-primary]').first()).toBeVisible();
    await amina.page().reload();
    await expect(amina.page().locator('[data-screen]')).toBeVisible();
  }
});

test('an update changes nothing under an open tab and takes over at the next cold start', async ({ town, phone }) => {
  test.slow();
  const amina = await phone();
  await enterWith(amina.page(), town.card(0));
  await readyOffline(amina);
  // The next version: one chunk has another name, and the server has forgotten the old one.
  const old = await amina.page().evaluate(async () => {
    const names = (await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()))).flat();
    return names.map(({ url }) => new URL(url).pathname).find((path) => /\/scan-[^/]*\.js$/.test(path));
  });
  if (old === undefined) throw new Error('the scanner is not in the precache');
  const fresh = old.replace(/\.js$/, '2.js');
  amina.wire.publish({
    moved: { [fresh]: old },
    gone: [old],
    edited: { '/service-worker.js': (text) => text.replaceAll(old.slice(1), fresh.slice(1)) },
  });
  await amina.page().evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    await new Promise<void>((resolve) => {
      const look = (): void => (registration.waiting ? resolve() : void setTimeout(look, 50));
      look();
    });
  });

  await amina.airplane(true);
  await amina.page().locator('[data-say="label.scan"]').first().tap();
  await expect(screen(amina.page(), 'scan')).toBeVisible();

  await amina.kill();
  await amina.start();
  await amina.page().goto(town.origin);
  await screen(amina.page(), 'home').waitFor();
  await expect
    .poll(() =>
      amina
        .page()
        .evaluate(async () => (await navigator.serviceWorker.ready).active !== null && !(await navigator.serviceWorker.ready).waiting),
    )
    .toBe(true);
  const kept = await amina.page().evaluate(async (path) => Boolean(await caches.match(path, { ignoreSearch: true })), fresh);
  expect(kept).toBe(true);
});
