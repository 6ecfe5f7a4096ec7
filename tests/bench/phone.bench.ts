// A cheap phone (CPU ×4) keeps taps and reads lists, in the real store on IndexedDB.
import { chromium } from '@playwright/test';
import { browserFlags, findInstalledBrowser } from '#tools/find-browser';
import { serveBenchPage } from './kit/bench-page.ts';
import { percentile, report } from './kit/figures.ts';

const RUNS = 5;
const TIMES = 60;
const BADGES = 50;

const executablePath = findInstalledBrowser();
const acts: number[] = [];
const lists: number[] = [];
for (let run = 0; run < RUNS; run++) {
  const browser = await chromium.launch({ args: [...browserFlags], ...(executablePath && { executablePath }) });
  const page = await browser.newPage();
  await serveBenchPage(page, 'tests/bench/kit/phone-page.ts');
  const phone = await page.context().newCDPSession(page);
  await phone.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const figures = await page.evaluate(
    ([times, badges]) => Reflect.get(globalThis, 'measure')(times, badges) as Promise<{ acts: number[]; lists: number[] }>,
    [TIMES, BADGES] as const,
  );
  acts.push(percentile(figures.acts, 95));
  lists.push(percentile(figures.lists, 50));
  await browser.close();
}
report('one tap kept (p95), CPU ×4', acts, 'ms', 20);
report(`a list of ${BADGES} badges read, CPU ×4`, lists, 'ms', 16);
