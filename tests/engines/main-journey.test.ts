// Run by `npm run test:engines`, which says in PEPITES_ENGINES which engines are here. No camera in these: the ticket's address is opened.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DEMO_INVITATION, DEMO_PEOPLE } from '#content/demo';
import { ENGINES, type EngineName } from '#tools/ensure-engine';
import { projectRoot } from '#tools/project-root';
import { openTown } from '../bench/kit/town.ts';
import { CODE } from '../journeys/kit/enter.ts';
import { countRows } from '../journeys/kit/ledger.ts';
import { makeOrganiser } from '../journeys/kit/organiser.ts';
import { openEngine } from './kit/open-engine.ts';
import { readDeviceKey } from './kit/read-device-key.ts';
import { seen, tap, type Window } from './kit/window.ts';

const isKnown = (name: string): name is EngineName => name in ENGINES;
const here = (process.env['PEPITES_ENGINES'] ?? '').split(',').filter(isKnown);

const touchCode = async (window: Window): Promise<void> => {
  for (const place of CODE) await tap(window, '[data-screen="code"] .code-key', place);
};

const enterWith = async (window: Window, card: string): Promise<void> => {
  await window.open(card);
  await tap(window, '[data-screen="sound"] [data-say="label.quiet"]');
  await tap(window, '[data-screen="who"] [data-say="label.its-me"]');
  await touchCode(window);
  await tap(window, '[data-screen="story"] [data-primary]');
  await touchCode(window);
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

/** What a browser says of a server that is not there; these journeys stop it on purpose. */
const noServer = /NetworkError|Failed to load|connection to .* was interrupted|can’t establish a connection|ServiceWorker passed a promise/;

describe.each(here)('the main journey in %s', { timeout: 300_000 }, (name) => {
  let town: Awaited<ReturnType<typeof openTown>>;
  let window: Window;
  let broken = false;

  beforeAll(async () => {
    town = await openTown();
    window = await openEngine(name);
    console.log(`${ENGINES[name].title}: ${window.engine}`);
  }, 300_000);

  afterAll(async () => {
    await window?.close();
    await town?.close();
  }, 60_000);

  // Each fact begins where the one before has ended: after the first that fails there is nothing to learn from the others.
  beforeEach((fact) => fact.skip(broken, 'an earlier fact failed'));

  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return;
    broken = true;
    mkdirSync(join(projectRoot, 'test-results'), { recursive: true });
    const picture = await window.picture().catch(() => undefined);
    if (picture) writeFileSync(join(projectRoot, 'test-results', `engine-${name}.png`), picture);
  });

  it('a card and four pictures lead her home', async () => {
    await enterWith(window, `${town.origin}/c#${DEMO_PEOPLE[0].card}`);
    expect(await window.evaluate(() => location.href)).toBe(`${town.origin}/`);
  });

  it('the engine itself has made her device’s key, and lets nobody read it', async () => {
    const key = await window.evaluate(readDeviceKey);
    console.log(`${ENGINES[name].title}: her key is ${key.algorithm}`);
    expect(['Ed25519', 'ECDSA P-256']).toContain(key.algorithm);
    expect(key).toMatchObject({ extractable: false, exported: 'InvalidAccessError', signs: true });
  });

  it('an event’s address gives her a badge with an open ribbon in one press, without a server', async () => {
    const organiser = await makeOrganiser(`${town.origin}/o#${DEMO_INVITATION}`);
    await readyOffline(window);
    await town.server.kill();
    await window.open(await organiser.ticket());
    await tap(window, '[data-screen="claim"] [data-primary]');
    await seen(window, '[data-screen="taken"] .ribbon-open');
    await expectNoServer(window);
  });

  it('reloaded without a server she is home, and her badge is there', async () => {
    await window.open(`${town.origin}/`);
    await window.reload();
    await seen(window, '[data-screen="home"] .ribbon-open');
    await expectNoServer(window);
  });

  it('the ribbon closes once the server is back, and there is one badge', async () => {
    await town.server.start();
    await window.open(`${town.origin}/badges`);
    await seen(window, '[data-screen="badges"] .ribbon-closed');
    expect(await window.evaluate(() => document.querySelectorAll('.ribbon').length)).toBe(1);
    expect(['badge', 'claim', 'credential'].map((kind) => countRows(town.data, kind))).toEqual([1, 1, 1]);
  });

  it('reloaded without a server once more, her badge is still sealed', async () => {
    await town.server.kill();
    await window.open(`${town.origin}/`);
    await window.reload();
    await seen(window, '[data-screen="home"] .ribbon-closed');
    await expectNoServer(window);
  });

  // WebDriver says nothing of a page's console, BiDi does.
  if (name !== 'webkit')
    it('the browser has nothing to complain of, but the missing server', () => {
      const complaints = window.complaints();
      expect(complaints?.filter((text) => noServer.test(text))).not.toEqual([]);
      expect(complaints?.filter((text) => !noServer.test(text))).toEqual([]);
    });
});
