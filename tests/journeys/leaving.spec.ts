import { CODE, enterCode, sayYes } from './kit/enter.ts';
import { expect, test } from './kit/journey.ts';
import { countRows } from './kit/ledger.ts';
import { saying, screen } from './kit/steps.ts';

test('who leaves a shared phone with no network leaves nothing of hers to read', async ({ town, phone }) => {
  test.setTimeout(90_000);
  const shared = await phone();
  const page = shared.page();
  await page.goto(town.card(0));
  await saying(screen(page, 'sound'), 'label.quiet').tap();
  await saying(screen(page, 'who'), 'label.its-me').tap();
  await enterCode(page, CODE);
  await screen(page, 'story').locator('[data-primary]').tap();
  await enterCode(page, CODE);
  await saying(screen(page, 'phone'), 'label.phone-shared').tap();
  await sayYes(page);
  await screen(page, 'home').waitFor();
  await expect.poll(() => countRows(town.data, 'consent')).toBe(3);
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await page.goto(`${town.origin}/me`);
  await screen(page, 'me').waitFor();

  await shared.airplane(true);
  await saying(screen(page, 'me'), 'label.leave').tap();
  await saying(screen(page, 'leave'), 'label.leave').tap();
  await expect(screen(page, 'language')).toBeVisible({ timeout: 20_000 });
  const kept = await page.evaluate(async () => {
    const texts = Object.entries(localStorage).map((entry) => entry.join(' '));
    for (const name of await caches.keys())
      if (name.startsWith('pepites'))
        for (const request of await (await caches.open(name)).keys())
          texts.push(`${request.url} ${await (await caches.match(request))?.text()}`);
    for (const { name = '' } of await indexedDB.databases()) {
      const db = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
      });
      for (const table of db.objectStoreNames)
        texts.push(
          await new Promise<string>((resolve) => {
            const request = db.transaction(table).objectStore(table).getAll();
            request.onsuccess = () => resolve(`${name} ${table} ${JSON.stringify(request.result)}`);
          }),
        );
      db.close();
    }
    return texts.join('\n');
  });
  expect(kept).not.toContain('Amina');
  expect(kept).not.toContain('p:');
});
