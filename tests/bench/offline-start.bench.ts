// A cheap phone (CPU ×6) starts the app cold, the server being out of reach, with 500 badges held: until home and the first page of the wall stand.
import { expect, type Page } from '@playwright/test';
import { DEMO_PEOPLE } from '#content/demo';
import { enterWith } from '../journeys/kit/enter.ts';
import { makePhone } from '../journeys/kit/person.ts';
import { type BareBrowser, openBareBrowser } from './kit/bare-browser.ts';
import { report } from './kit/figures.ts';
import { openTown } from './kit/town.ts';

const RUNS = 7;
const BADGES = 500;
const SCREEN = { width: 360, height: 640 };
const FIRST_SCREEN = 'pepites-first-screen';

const town = await openTown();
const phone = await makePhone({ origin: town.origin, screen: SCREEN });
const page = phone.page();
await enterWith(page, `${town.origin}/c#${DEMO_PEOPLE[0].card}`);
await page.evaluate(() => navigator.serviceWorker.ready);
await fill(page);
await page.goto(`${town.origin}/badges`);
await page.locator('.wall-place').first().waitFor();
// As she left it last time: at home, which was kept with all of them.
await page.evaluate((name) => caches.delete(name), FIRST_SCREEN);
await page.goto(`${town.origin}/`);
await expect.poll(() => page.evaluate((name) => caches.has(name), FIRST_SCREEN)).toBe(true);
await phone.context().close();
await town.close();

const shells: number[] = [];
const homes: number[] = [];
const walls: number[] = [];
for (let run = 0; run < RUNS; run++) {
  const home = await startAt('/', '[data-primary]');
  shells.push(home.shell);
  homes.push(home.whole);
  walls.push((await startAt('/badges', '.wall-place svg')).whole);
}
await phone.throwAway();
report('shell interactive (a first touch on its bars is answered), offline, cold, CPU ×6', shells, 'ms', 700);
report('home complete, offline, cold, CPU ×6', homes, 'ms', 800);
report(`first page of the wall with ${BADGES} badges, offline, cold, CPU ×6`, walls, 'ms', 1100);

/**
 * Milliseconds from the navigation's start until a finger's first touch on the lower bar is answered, and until `selector` with all its
 * pictures is on the screen. The finger touches every 50 ms from the beginning.
 */
async function startAt(path: string, selector: string): Promise<{ readonly shell: number; readonly whole: number }> {
  const browser = await openBareBrowser(phone.profile);
  await browser.send('Emulation.setDeviceMetricsOverride', { ...SCREEN, deviceScaleFactor: 2, mobile: true });
  await browser.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  await browser.send('Page.enable');
  await browser.send('Page.addScriptToEvaluateOnNewDocument', { source: `(${watch})(${JSON.stringify(selector)})` });
  await browser.send('Page.navigate', { url: `${town.origin}${path}` });
  const finger = setInterval(() => void touch(browser), 50);
  const { result } = await browser.send('Runtime.evaluate', { expression: 'stands', awaitPromise: true, returnByValue: true });
  clearInterval(finger);
  await browser.close();
  return (result as { value: { shell: number; whole: number } }).value;
}

/** Presses where help is, on every screen. */
async function touch(browser: BareBrowser): Promise<void> {
  const at = { x: SCREEN.width - 40, y: SCREEN.height - 40, button: 'left', clickCount: 1 };
  await Promise.all(['mousePressed', 'mouseReleased'].map((type) => browser.send('Input.dispatchMouseEvent', { type, ...at })));
}

/** Runs in the page: resolves `stands` with both moments. */
function watch(selector: string): void {
  const shell = new Promise<number>((resolve) => {
    const answer = (event: Event): void => {
      // It is a place to go: nobody goes there while the rest is measured.
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.target instanceof Element && event.target.closest('.bar-bottom a')) resolve(performance.now());
    };
    addEventListener('click', answer, { capture: true });
  });
  const whole = new Promise<number>((resolve) => {
    const isThere = (): boolean => document.querySelector(selector) !== null && [...document.images].every(({ complete }) => complete);
    const look = (): void => {
      // After the frame that has it: then it is on the screen.
      if (isThere()) setTimeout(() => resolve(performance.now()));
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  Object.assign(globalThis, { stands: Promise.all([shell, whole]).then(([first, all]) => ({ shell: first, whole: all })) });
}

/** Gives the person 500 badges, in the device's own database: copies of one, as a pull would have left them. */
async function fill(of: Page): Promise<void> {
  await of.evaluate(async (count) => {
    const open = indexedDB.open('pepites');
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      open.onsuccess = () => resolve(open.result);
      open.onerror = () => reject(open.error);
    });
    const rows = db.transaction('rows', 'readwrite').objectStore('rows');
    const all = await new Promise<{ scope: string; kind: string; id: string; seq: number }[]>((resolve) => {
      const asked = rows.getAll();
      asked.onsuccess = () => resolve(asked.result);
    });
    const scope = all.find(({ kind }) => kind === 'person')?.scope ?? '';
    const pictures = ['event', 'alarm-clock', 'carry-together', 'listen', 'safety-vest', 'speaking-head', 'welcome'];
    for (let i = 0; i < count; i++) {
      const draw = { shape: 'rosette', hue: 'plum', picture: pictures[i % pictures.length], title: `Badge ${i}` };
      const body = { step: 'claimed', mould: 'je-participe', draw, structure: 'jardins', at: 1_700_000_000_000 + i, shown: 'me' };
      rows.put({
        scope,
        kind: 'badge',
        id: `00000000-0000-7000-8000-${String(i).padStart(12, '0')}`,
        v: 1,
        body,
        stamps: {},
        seq: i + 1,
        deleted: false,
      });
    }
    await new Promise((resolve) => {
      rows.transaction.oncomplete = resolve;
    });
    db.close();
  }, BADGES);
}
