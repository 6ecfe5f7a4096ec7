// Run by `npm run test:engines`, which says in PEPITES_ENGINES which engine to take. No camera in these: the ticket comes as a photo, or
// by its address.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toFile } from 'qrcode';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, type TestContext, vi } from 'vitest';
import { DEMO_INVITATION, DEMO_PEOPLE } from '#content/demo';
import { ENGINES, type EngineName } from '#tools/ensure-engine';
import { projectRoot } from '#tools/project-root';
import { openTown } from '../bench/kit/town.ts';
import { CODE } from '../journeys/kit/enter.ts';
import { countRows } from '../journeys/kit/ledger.ts';
import { makeOrganiser, type Organiser } from '../journeys/kit/organiser.ts';
import { openEngine } from './kit/open-engine.ts';
import { missingPowers } from './kit/powers.ts';
import { readDeviceKey } from './kit/read-device-key.ts';
import { seen, tap, type Window } from './kit/window.ts';

declare module 'vitest' {
  interface TaskMeta {
    /** What the engine says of itself; `npm run test:engines` prints it. */
    engine?: string;
  }
}

const isKnown = (name: string): name is EngineName => name in ENGINES;
const here = (process.env['PEPITES_ENGINES'] ?? '').split(',').filter(isKnown);

const touchCode = async (window: Window): Promise<void> => {
  for (const place of CODE) await tap(window, '[data-screen="code"] .code-key', place);
};

/** From her card's first screen to her home. */
const enter = async (window: Window): Promise<void> => {
  await tap(window, '[data-screen="sound"] [data-say="label.quiet"]');
  await tap(window, '[data-screen="who"] [data-say="label.its-me"]');
  await touchCode(window);
  await tap(window, '[data-screen="story"] [data-primary]');
  await touchCode(window);
  await tap(window, '[data-screen="phone"] [data-say="label.phone-mine"]');
  for (const idea of ['kept', 'team', 'private']) {
    await seen(window, `[data-screen="consent"] [data-say="title.consent-${idea}"]`);
    await tap(window, '[data-screen="consent"] [data-say="label.yes"]');
  }
  await seen(window, '[data-screen="home"]');
};

/** Once the service worker answers for this page, nothing more is asked of the network to open the app. */
const readyOffline = (window: Window): Promise<void> =>
  window.evaluate(async () => {
    const { serviceWorker } = navigator;
    await serviceWorker.ready;
    if (!serviceWorker.controller)
      await new Promise((resolve) => serviceWorker.addEventListener('controllerchange', resolve, { once: true }));
  });

/** The server is gone for this page too: what it still shows comes from the device. */
const expectNoServer = async (window: Window): Promise<void> => {
  expect(
    await window.evaluate(() =>
      fetch('/healthz').then(
        ({ status }) => status,
        () => 'nobody',
      ),
    ),
  ).toBe('nobody');
};

/** Shows her only badge to everyone; its public address, once the server knows. */
const showHerBadge = async (window: Window, origin: string): Promise<string> => {
  const link = '[data-screen="badges"] a[href^="/badges/"]';
  const badge = await window.evaluate((a) => document.querySelector(a)?.getAttribute('href')?.split('/').at(-1), link);
  await tap(window, link);
  await tap(window, '[data-say="label.show"]');
  await tap(window, '[data-say="label.world"]');
  const address = `${origin}/b/${badge}`;
  const status = async () => (await fetch(address, { headers: { accept: 'application/vc+ld+json' } })).status;
  await vi.waitFor(async () => expect(await status()).toBe(200), { timeout: 30_000, interval: 100 });
  return address;
};

describe.each(here)('the main journey in %s', { timeout: 300_000 }, (name) => {
  let town: Awaited<ReturnType<typeof openTown>>;
  let window: Window;
  let organiser: Organiser;
  let missing: readonly string[] = [];
  let says = '';
  let broken = false;

  const needsWorker = (fact: TestContext): void => fact.skip(missing.includes('service worker'), 'no service worker in this engine');

  beforeAll(async () => {
    town = await openTown();
    organiser = await makeOrganiser(`${town.origin}/o#${DEMO_INVITATION}`);
    window = await openEngine(name);
    // Nothing is opened before this: WebKit may leave a service worker at "installing" for ever when its page is left while it starts.
    await window.open(`${town.origin}/c#${DEMO_PEOPLE[0].card}`);
    missing = await window.evaluate(missingPowers);
    says = `${window.engine}; lacks ${missing.join(', ') || 'nothing'}; cannot tell ${window.blind.join(', ')}`;
  }, 300_000);

  afterAll(async () => {
    await window?.close();
    await town?.close();
  }, 60_000);

  // Each fact begins where the one before has ended: after the first that fails there is nothing to learn from the others.
  beforeEach((fact) => {
    fact.task.meta.engine = says;
    fact.skip(broken, 'an earlier fact failed');
  });

  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return;
    broken = true;
    console.log(`${ENGINES[name].title} complains: ${await window.complaints().catch(String)}`);
    mkdirSync(join(projectRoot, 'test-results'), { recursive: true });
    const picture = await window.picture().catch(() => undefined);
    if (picture) writeFileSync(join(projectRoot, 'test-results', `engine-${name}.png`), picture);
  }, 120_000);

  it('a card and four pictures lead her home', async () => {
    await enter(window);
    expect(await window.evaluate(() => location.href)).toBe(`${town.origin}/`);
  });

  it('the engine itself has made her device’s key, and lets nobody read it', async () => {
    const key = await window.evaluate(readDeviceKey);
    says += `; her key is ${key.algorithm}`;
    // WebKitGTK fails to make about one Ed25519 key in 256: the app then takes the other kind.
    expect(['Ed25519', 'ECDSA P-256']).toContain(key.algorithm);
    expect(key).toMatchObject({ extractable: false, exported: 'InvalidAccessError', signs: true });
  });

  it('without a camera or a server, a photo of an event’s code leads to its badge', async (fact) => {
    needsWorker(fact);
    await readyOffline(window);
    await town.server.kill();
    const photo = join(town.data, 'photo.png');
    await toFile(photo, await organiser.ticket(), { width: 900 });
    await tap(window, '[data-screen="home"] [data-say="label.scan"]');
    // The button is made anew once it is known that there is no camera.
    await seen(window, `[data-screen="scan"] [data-say="${missing.includes('a camera') ? 'title.no-camera' : 'label.photo'}"]`);
    await window.choose('[data-screen="scan"] .file-input', photo);
    await seen(window, '[data-screen="claim"] [data-primary]');
  });

  it('an event’s address gives her a badge with an open ribbon in one press, without a server', async (fact) => {
    needsWorker(fact);
    await window.open(await organiser.ticket());
    await tap(window, '[data-screen="claim"] [data-primary]');
    await seen(window, '[data-screen="taken"] .ribbon-open');
    await expectNoServer(window);
  });

  it('reloaded without a server she is home, and her badge is there', async (fact) => {
    needsWorker(fact);
    await window.open(`${town.origin}/`);
    await window.reload();
    await seen(window, '[data-screen="home"] .ribbon-open');
    await expectNoServer(window);
  });

  it('the ribbon closes once the server is back, and there is one badge', async (fact) => {
    needsWorker(fact);
    await town.server.start();
    await window.open(`${town.origin}/badges`);
    await seen(window, '[data-screen="badges"] .ribbon-closed');
    expect(await window.evaluate(() => document.querySelectorAll('.ribbon').length)).toBe(1);
    expect(['badge', 'claim', 'credential'].map((kind) => countRows(town.data, kind))).toEqual([1, 1, 1]);
  });

  it('shown to everyone, its public page verifies its credential in this engine', async (fact) => {
    needsWorker(fact);
    await window.open(await showHerBadge(window, town.origin));
    await seen(window, '.verdict-good');
  });

  it('reloaded without a server once more, her badge is still sealed', async (fact) => {
    needsWorker(fact);
    await town.server.kill();
    await window.open(`${town.origin}/`);
    await window.reload();
    await seen(window, '[data-screen="home"] .ribbon-closed');
    await expectNoServer(window);
  });

  it('the page has complained of nothing, and would have been heard', async () => {
    await window.evaluate(() => console.error('a complaint of the test'));
    await vi.waitFor(async () => expect(await window.complaints()).not.toEqual([]));
    expect(await window.complaints()).toEqual(['a complaint of the test']);
  });
});
