// What the first visit of an event's address costs: requests and bytes until the badge can be taken, precache excluded.
import { chromium, devices } from '@playwright/test';
import { DEMO_INVITATION } from '#content/demo';
import { browserFlags, findInstalledBrowser } from '#tools/find-browser';
import { makeOrganiser } from '../journeys/kit/organiser.ts';
import { report } from './kit/figures.ts';
import { openTown } from './kit/town.ts';

const town = await openTown();
const organiser = await makeOrganiser(`${town.origin}/o#${DEMO_INVITATION}`);
const ticket = await organiser.ticket();
const executablePath = findInstalledBrowser();
const browser = await chromium.launch({ args: [...browserFlags], ...(executablePath && { executablePath }) });
const requests: number[] = [];
const kilobytes: number[] = [];
const strangers = new Set<string>();
let names: readonly string[] = [];

for (let run = 0; run < 3; run++) {
  const context = await browser.newContext({ ...devices['Pixel 5'], viewport: { width: 360, height: 640 } });
  const page = await context.newPage();
  const seen: { url: string; code: boolean; bytes: Promise<number> }[] = [];
  page.on('requestfinished', (request) => {
    if (request.serviceWorker() || !request.frame()) return;
    const url = request.url();
    if (new URL(url).origin !== town.origin) strangers.add(url);
    const code = ['script', 'stylesheet'].includes(request.resourceType());
    seen.push({ url, code, bytes: request.sizes().then((sizes) => sizes.responseBodySize) });
  });
  await page.goto(ticket);
  await page.locator('[data-primary]').waitFor();
  await page.waitForFunction(() => [...document.images].every((image) => image.complete));
  const usable = [...seen];
  requests.push(usable.length);
  const code = await Promise.all(usable.filter((one) => one.code).map((one) => one.bytes));
  kilobytes.push(code.reduce((sum, bytes) => sum + bytes, 0) / 1000);
  names = await Promise.all(usable.map(async (one) => `${new URL(one.url).pathname} ${await one.bytes}`));
  await context.close();
}
await browser.close();
await town.close();
report('requests before the claim page can be used', requests, 'requests', 6);
report('JavaScript and CSS before the claim page can be used (brotli)', kilobytes, 'kB', 75);
console.log(`third-party requests: ${strangers.size}`);
for (const name of names) console.log(`  ${name}`);
