import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { ENGINES, type EngineName } from '#tools/ensure-engine';
import { freePort } from '../../journeys/kit/free-port.ts';
import { openByBidi } from './bidi.ts';
import { startProgram } from './start-program.ts';
import { openByWebDriver } from './webdriver.ts';
import type { Screen, Window } from './window.ts';

const SCREEN: Screen = { width: 360, height: 640 };

/** Where a browser finds its home: nothing of ours, and nothing of what it did before. */
const emptyHome = async (stack: AsyncDisposableStack) => {
  const home = await mkdtemp(join(tmpdir(), 'pepites-engine-'));
  stack.defer(() => rmSync(home, { recursive: true, force: true, maxRetries: 5 }));
  const inside = (name: string): string => join(home, name);
  return {
    HOME: home,
    XDG_RUNTIME_DIR: home,
    XDG_CONFIG_HOME: inside('config'),
    XDG_DATA_HOME: inside('data'),
    XDG_CACHE_HOME: inside('cache'),
  };
};

/** MiniBrowser in automation is a private window: nothing outlives its process, so it lives as long as the journey. */
const openWebkit = async (stack: AsyncDisposableStack): Promise<Window> => {
  const { driver, browser, screen } = ENGINES.webkit.find();
  if (!driver || !browser || !screen) throw new Error('WebKitGTK is not here: npm run test:engines installs it or says why not');
  const env = await emptyHome(stack);
  const display = await startProgram(screen, ['-displayfd', '1', '-screen', '0', '800x900x24', '-nolisten', 'tcp'], { ready: /^(\d+)$/m });
  stack.defer(display.stop);
  const port = await freePort();
  const running = await startProgram(driver, [`--port=${port}`], {
    env: { ...env, DISPLAY: `:${display.found}`, GDK_BACKEND: 'x11', NO_AT_BRIDGE: '1', WEBKIT_DISABLE_DMABUF_RENDERER: '1' },
  });
  stack.defer(running.stop);
  const address = `http://127.0.0.1:${port}`;
  await vi.waitFor(() => fetch(`${address}/status`), { timeout: 60_000, interval: 50 });
  // Full screen without a window manager means: no toolbar, and whatever size is asked for.
  const options = { binary: browser, args: ['--automation', '--full-screen'] };
  const window = await openByWebDriver(address, { 'webkitgtk:browserOptions': options }, SCREEN);
  return { ...window, blind: [...window.blind, 'what outlives its process (its automation is a private window)'] };
};

// No updates, no first-run pages, no look-ups of its own: whatever Firefox's remote agent does not switch off by itself.
const FIREFOX_SETTINGS = {
  'app.update.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'toolkit.telemetry.enabled': false,
} as const;

const openFirefox = async (stack: AsyncDisposableStack): Promise<Window> => {
  const { browser } = ENGINES.firefox.find();
  if (!browser) throw new Error('Firefox is not here: npm run test:engines installs it or says why not');
  const env = await emptyHome(stack);
  const profile = join(env.HOME, 'profile');
  mkdirSync(profile);
  const settings = Object.entries(FIREFOX_SETTINGS).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`);
  writeFileSync(join(profile, 'user.js'), settings.join('\n'));
  const running = await startProgram(browser, ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'], {
    ready: /WebDriver BiDi listening on (ws:\/\/\S+)/,
    env,
  });
  stack.defer(running.stop);
  return openByBidi(running.found, SCREEN);
};

const OPENERS: Readonly<Record<EngineName, (stack: AsyncDisposableStack) => Promise<Window>>> = {
  webkit: openWebkit,
  firefox: openFirefox,
};

/** A window of this engine as a small phone would have it. Closing it ends every process it took. */
export const openEngine = async (name: EngineName): Promise<Window> => {
  const stack = new AsyncDisposableStack();
  try {
    const window = await OPENERS[name](stack);
    stack.defer(() => window.close().catch(() => undefined));
    return { ...window, close: () => stack.disposeAsync() };
  } catch (error) {
    await stack.disposeAsync();
    throw error;
  }
};
