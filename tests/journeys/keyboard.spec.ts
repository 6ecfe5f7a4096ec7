import type { Page } from '@playwright/test';
import { enterWith } from './kit/enter.ts';
import { expect, test } from './kit/journey.ts';
import { countRows } from './kit/ledger.ts';
import { screen } from './kit/steps.ts';

/** More controls than any person screen has. */
const MOST_CONTROLS = 12;

/** Walks with Tab to what says this, which must have a name for a screen reader, and presses Enter. */
const enterOn = async (page: Page, key: string): Promise<void> => {
  for (let step = 0; step < MOST_CONTROLS; step++) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate(() => {
      const focused = document.activeElement;
      return { key: focused?.getAttribute('data-say'), name: focused?.getAttribute('aria-label') ?? focused?.textContent?.trim() };
    });
    expect(here.name, `what is reached on the way to ${key} has a name`).toBeTruthy();
    if (here.key === key) return page.keyboard.press('Enter');
  }
  throw new Error(`${key} was not reached in ${MOST_CONTROLS} steps`);
};

test('a badge is asked for with a keyboard alone, and all that is passed on the way has a name', async ({ town, phone }) => {
  test.slow();
  const amina = await phone({ screen: { width: 360, height: 640 } });
  const page = amina.page();
  await enterWith(page, town.card(0));
  await page.goto(`${town.origin}/ask/en-equipe`);
  for (const [choice, to] of [
    ['option.kit-yesterday', 'did'],
    ['option.kit-carry', 'watched'],
    ['option.with-help', 'how'],
    ['option.alone', 'show'],
    ['option.way-gesture', 'means'],
  ] as const) {
    await screen(page, 'question').locator(`[data-say="${choice}"]`).waitFor();
    await enterOn(page, choice);
    await screen(page, 'question').locator('.asking-next').waitFor();
    await enterOn(page, 'label.go-on');
    await page.waitForURL(new RegExp(`at=${to}$`));
  }
  await enterOn(page, 'say.skip');
  await screen(page, 'recap').waitFor();
  await enterOn(page, 'label.ask-for');
  await screen(page, 'request').waitFor();
  await expect.poll(() => countRows(town.data, 'request'), { timeout: 20_000 }).toBe(1);
});
