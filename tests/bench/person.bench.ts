// What a person's app weighs and how it answers: the shell of the first three screens, questions and photos on a slow phone (CPU ×6).
import { brotliCompressSync, constants } from 'node:zlib';
import type { Page } from '@playwright/test';
import { DEMO_PEOPLE } from '#content/demo';
import { enterWith } from '../journeys/kit/enter.ts';
import { makePhone } from '../journeys/kit/person.ts';
import { saying, screen } from '../journeys/kit/steps.ts';
import { report } from './kit/figures.ts';
import { openTown } from './kit/town.ts';

const MOULD = 'en-equipe';
const PHOTOS = 5;
const FIRST_THREE = [
  ['/', 'home'],
  ['/badges', 'no-badge'],
  ['/road', 'road'],
] as const;

const town = await openTown();
const amina = await makePhone({ origin: town.origin, screen: { width: 360, height: 640 } });
const page = amina.page();
await enterWith(page, `${town.origin}/c#${DEMO_PEOPLE[0].card}`);
await page.evaluate(() => navigator.serviceWorker.ready);
try {
  await weighShell();
  const slow = await page.context().newCDPSession(page);
  await slow.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  await timeQuestions();
  await timePhotos();
} finally {
  await amina.throwAway();
  await town.close();
}

/** The page, code, looks and pictures that home, my badges and my road show, each file once, as brotli sends it. */
async function weighShell(): Promise<void> {
  const asked = new Map<string, string>();
  page.on('request', (request) => {
    const type = request.resourceType();
    if (request.url().startsWith(town.origin) && ['document', 'script', 'stylesheet', 'image', 'font'].includes(type))
      asked.set(new URL(request.url()).pathname, type);
  });
  for (const [path, name] of FIRST_THREE) {
    await page.goto(`${town.origin}${path}`);
    await screen(page, name).waitFor();
    await settle(page);
  }
  const sums: Record<string, number> = {};
  for (const [path, type] of asked) sums[type] = (sums[type] ?? 0) + (await sizeOf(path, type)) / 1000;
  for (const [type, sum] of Object.entries(sums)) console.log(`  ${type}: ${sum.toFixed(1)} kB`);
  // Letters are a file of their own that the phone's own letters replace until it has come.
  const { font: _font = 0, ...shell } = sums;
  report('the shell of home, my badges and my road', [Object.values(shell).reduce((sum, one) => sum + one, 0)], 'kB', 180);
}

/** Bytes of one file as it is sent; what is compressed already is not compressed again. */
async function sizeOf(path: string, type: string): Promise<number> {
  const bytes = new Uint8Array(await (await fetch(`${town.origin}${path}`)).arrayBuffer());
  if (type === 'font' || path.endsWith('.png')) return bytes.length;
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

async function settle(of: Page): Promise<void> {
  await of.waitForFunction(() => [...document.images].every(({ complete }) => complete));
}

/** From the finger on the arrow until the next question is drawn, for the first four questions. */
async function timeQuestions(): Promise<void> {
  await page.goto(`${town.origin}/ask/${MOULD}`);
  const times: number[] = [];
  const question = screen(page, 'question');
  for (const [choice, to] of [
    ['option.kit-yesterday', 'did'],
    ['option.kit-carry', 'watched'],
    ['option.with-help', 'how'],
    ['option.alone', 'show'],
  ] as const) {
    await saying(question, choice).tap();
    await question.locator('.asking-next').waitFor();
    await settle(page);
    times.push(await timeTap('.asking-next', to));
  }
  report('tap → next question, CPU ×6', times, 'ms', 100);
}

/** Presses from inside the page, so that no test driver is in the figure: until the frame after the one that shows the next address. */
async function timeTap(selector: string, to: string): Promise<number> {
  return page.evaluate(
    ([what, place]) =>
      new Promise<number>((resolve, reject) => {
        const before = document.querySelector('h1');
        const button = document.querySelector<HTMLElement>(what);
        if (!button) return reject(new Error(`no ${what}`));
        const since = performance.now();
        const look = (): void => {
          const title = document.querySelector('h1');
          const isThere = location.search.includes(`at=${place}`) && title !== before && title !== null;
          // After the frame that has it: then it is on the screen.
          if (isThere) setTimeout(() => resolve(performance.now() - since));
          else requestAnimationFrame(look);
        };
        button.click();
        requestAnimationFrame(look);
      }),
    [selector, to] as const,
  );
}

/** From the shutter until the photo stands there to be looked at: by then it is kept. */
async function timePhotos(): Promise<void> {
  const times: number[] = [];
  for (let photo = 0; photo < PHOTOS; photo++) {
    await page.goto(`${town.origin}/me/shown/new/photo`);
    const examples = screen(page, 'photo-examples');
    const shutter = screen(page, 'aim-photo').locator('.shutter:not([disabled])');
    await examples.or(shutter).first().waitFor();
    if (await examples.isVisible()) await examples.locator('[data-primary]').tap();
    await shutter.waitFor();
    const taken = page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const since = performance.now();
          document.querySelector<HTMLElement>('.shutter')?.click();
          const look = (): void => {
            const picture = document.querySelector<HTMLImageElement>('.take-photo-picture');
            if (picture?.complete) setTimeout(() => resolve(performance.now() - since));
            else requestAnimationFrame(look);
          };
          requestAnimationFrame(look);
        }),
    );
    times.push(await taken);
    await saying(screen(page, 'capture-review'), 'label.again').tap();
  }
  report('photo kept after the shutter, CPU ×6', times, 'ms', 1_500);
}
