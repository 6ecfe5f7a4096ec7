import { enterWith } from './kit/enter.ts';
import { expect, test } from './kit/journey.ts';
import { countRows, readRows } from './kit/ledger.ts';
import type { Phone } from './kit/person.ts';
import { countGestures, readyOffline, saying, screen } from './kit/steps.ts';

const MOULD = 'en-equipe';

/** Touches one picture of the question that stands. */
const choose = (phone: Phone, picture: string): Promise<void> => saying(screen(phone.page(), 'question'), `option.${picture}`).tap();

/** The arrow, and the next question stands. */
const goOn = async (phone: Phone, to: string): Promise<void> => {
  await screen(phone.page(), 'question').locator('.asking-next').tap();
  await phone.page().waitForURL(new RegExp(`at=${to}$`));
};

/** The last act of this phone's outbox, as it is kept. */
const lastKept = (phone: Phone): Promise<string> =>
  phone.page().evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const asked = indexedDB.open('pepites');
      asked.onsuccess = () => resolve(asked.result);
    });
    const acts = await new Promise<readonly unknown[]>((resolve) => {
      const asked = db.transaction('outbox').objectStore('outbox').getAll();
      asked.onsuccess = () => resolve(asked.result);
    });
    db.close();
    return JSON.stringify(acts.at(-1));
  });

test('a badge asked for in airplane mode, through a kill in the middle, arrives whole, with nothing typed', async ({ town, phone }) => {
  test.slow();
  const amina = await phone();
  await enterWith(amina.page(), town.card(0));
  await readyOffline(amina);
  await amina.page().goto(`${town.origin}/road`);
  await screen(amina.page(), 'road').waitFor();

  await amina.airplane(true);
  await amina.page().goto(`${town.origin}/ask/${MOULD}`);
  const before = await countGestures(amina.page());
  await choose(amina, 'kit-yesterday');
  await goOn(amina, 'did');
  await choose(amina, 'kit-carry');
  await goOn(amina, 'watched');
  await choose(amina, 'with-help');
  await goOn(amina, 'how');
  await choose(amina, 'alone');
  expect((await before()).typed).toBe(0);
  // A tap is kept some milliseconds after it is seen.
  await expect.poll(() => lastKept(amina)).toContain('alone');

  await amina.kill();
  await amina.start();
  await amina.page().goto(town.origin);
  const home = screen(amina.page(), 'home');
  await expect(home.locator('.hero')).toHaveAttribute('href', `/ask/${MOULD}`);
  await home.locator('.hero').tap();
  // The same question, with what was touched there.
  await expect(saying(screen(amina.page(), 'question'), 'option.alone')).toHaveAttribute('aria-pressed', 'true');

  const after = await countGestures(amina.page());
  await goOn(amina, 'show');
  await choose(amina, 'way-gesture');
  await goOn(amina, 'means');
  await saying(screen(amina.page(), 'question'), 'say.skip').tap();
  await saying(screen(amina.page(), 'recap'), 'label.ask-for').tap();
  const asked = screen(amina.page(), 'request');
  await expect(asked.locator('.request-stage-here [src*="kept-here"]')).toBeVisible();
  expect((await after()).typed).toBe(0);
  expect(countRows(town.data, 'request')).toBe(0);

  // A kill may cost the sign-in cookie, which browsers write to disk now and then: the phone then signs in again.
  amina.watch().expect(/status of 401 .*api\/sync\/pull/);
  await amina.airplane(false);
  await expect(asked.locator('.request-stage-here [src*="arrived"]')).toBeVisible({ timeout: 45_000 });
  const [request, ...others] = readRows(town.data, 'request');
  expect(others).toEqual([]);
  expect(request).toMatchObject({
    step: 'sent',
    mould: MOULD,
    level: 2,
    answers: {
      'situation-pick1': { chosen: ['kit-yesterday'], with: 'self' },
      'did-pickN': { chosen: ['kit-carry'] },
      'watched-yna': { chosen: ['with-help'] },
      'how-help': { chosen: ['alone'] },
      'show-gesture': { chosen: ['live'] },
      'means-skipped': { chosen: [] },
    },
  });
  expect(countRows(town.data, 'badge')).toBe(0);
});
