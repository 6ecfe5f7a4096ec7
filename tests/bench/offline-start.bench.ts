// A cheap phone (CPU ×6) starts the app cold, in airplane mode, with 500 badges held: until the shell and the first page of the wall stand.
import type { Page } from '@playwright/test';
import { DEMO_PEOPLE } from '#content/demo';
import { enterWith } from '../journeys/kit/enter.ts';
import { makePhone } from '../journeys/kit/person.ts';
import { report } from './kit/figures.ts';
import { openTown } from './kit/town.ts';

const RUNS = 5;
const BADGES = 500;

const town = await openTown();
const phone = await makePhone({ origin: town.origin, screen: { width: 360, height: 640 } });
const page = phone.page();
await enterWith(page, `${town.origin}/c#${DEMO_PEOPLE[0].card}`);
await page.evaluate(() => navigator.serviceWorker.ready);
await fill(page);
await phone.airplane(true);

const shell: number[] = [];
const wall: number[] = [];
for (let run = 0; run < RUNS; run++) {
  await phone.kill();
  const fresh = await phone.start();
  shell.push(await timeOf(fresh, '/', '[data-primary]'));
  await phone.kill();
  wall.push(await timeOf(await phone.start(), '/badges', '.wall-place svg'));
}
await phone.throwAway();
await town.close();
report('shell interactive, offline, cold, CPU ×6', shell, 'ms', 700);
report(`first page of the wall with ${BADGES} badges, offline, cold, CPU ×6`, wall, 'ms', 1100);

/** Milliseconds from the navigation's start until `selector` is on the screen and its pictures are drawn. */
async function timeOf(fresh: Page, path: string, selector: string): Promise<number> {
  const session = await fresh.context().newCDPSession(fresh);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  await fresh.addInitScript((wanted) => {
    const look = (): void => {
      const found = document.querySelectorAll(wanted);
      const pictures = [...document.images];
      if (found.length > 0 && pictures.every((image) => image.complete)) {
        requestAnimationFrame(() => Object.assign(window, { stands: performance.now() }));
      } else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, selector);
  await fresh.goto(`${town.origin}${path}`);
  await fresh.waitForFunction(() => 'stands' in window);
  return fresh.evaluate(() => (window as unknown as { stands: number }).stands);
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
