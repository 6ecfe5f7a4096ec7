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
import type { Window } from './window.ts';

const SCREEN = { width: 360, height: 640 };

/** What a browser finds as its home: nothing of ours, and nothing of what it did before. */
const emptyHome = async () => {
  const home = await mkdtemp(join(tmpdir(), 'pepites-engine-'));
  const env = {
    HOME: home,
    XDG_CONFIG_HOME: join(home, 'config'),
    XDG_DATA_HOME: join(home, 'data'),
    XDG_CACHE_HOME: join(home, 'cache'),
    XDG_RUNTIME_DIR: home,
  };
  return { home, env, forget: () => rmSync(home, { recursive: true, force: true, maxRetries: 5 }) };
};

const answers = async (address: string): Promise<void> => {
  await vi.waitFor(() => fetch(`${address}/status`), { timeout: 60_000, interval: 50 });
};

/** MiniBrowser in automation is a private window: nothing of it outlives its process, and here it lives as long as the journey. */
const openWebkit = async (): Promise<Window> => {
  const { driver, browser, screen } = ENGINES.webkit.find();
  if (!driver || !browser || !screen) throw new Error('WebKitGTK is not installed: npm run test:engines installs it or says why not');
  const { env, forget } = await emptyHome();
  const display = await startProgram(screen, ['-displayfd', '1', '-screen', '0', '800x900x24', '-nolisten', 'tcp'], { ready: /^(\d+)$/m });
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  // The driver prints nothing of its own when it is ready: `env` speaks for it, and `/status` has the last word.
  const running = await startProgram('env', ['sh', '-c', 'echo started; exec "$0" "$@"', driver, `--port=${port}`], {
    ready: /started/,
    env: { ...env, DISPLAY: `:${display.found}`, GDK_BACKEND: 'x11', NO_AT_BRIDGE: '1', WEBKIT_DISABLE_DMABUF_RENDERER: '1' },
  });
  await answers(address);
  const args = ['--automation', `--geometry=${SCREEN.width}x${SCREEN.height}`, '--enable-write-console-messages-to-stdout=true'];
  const complaints = (): readonly string[] => running.output().split('\n').filter((line) => /CONSOLE \S+ ERROR/.test(line));
  const window = await openByWebDriver(address, { 'webkitgtk:browserOptions': { binary: browser, args } }, complaints);
  return {
    ...window,
    close: async () => {
      await window.close().catch(() => undefined);
      await running.stop();
      await display.stop();
      forget();
    },
  };
};
