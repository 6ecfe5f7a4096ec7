import { playwright } from '@vitest/browser-playwright';
import solid from 'vite-plugin-solid';
import { defineConfig } from 'vitest/config';
import { browserFlags, findInstalledBrowser } from './src/tools/find-browser.ts';

// `npm test` passes the browser it found (or installed) in CHROMIUM_PATH; alone, vitest takes the one already on the machine.
const executablePath = findInstalledBrowser();

const built = 'tests/bundle.test.ts';
const shared = {
  exclude: ['**/node_modules/**', 'tests/journeys/**', 'tests/bench/**', 'tests/engines/**'],
  testTimeout: 20_000,
};

export default defineConfig({
  test: {
    // All processors: the default leaves one idle, half of a small machine.
    maxWorkers: '100%',
    projects: [
      {
        // No Solid plugin here: it would switch the whole project to a DOM and hide what only a browser can prove.
        test: {
          ...shared,
          name: 'unit',
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: [...shared.exclude, 'tests/soak/**', '**/*.browser.test.ts', built],
        },
      },
      {
        // Killed servers, power cuts, failing disks: too long for `npm run test:quick`.
        test: { ...shared, name: 'soak', environment: 'node', include: ['tests/soak/**/*.test.ts'] },
      },
      {
        // What is true of dist/ only: npm test builds it first.
        test: { ...shared, name: 'built', environment: 'node', include: [built] },
      },
      {
        // Other engines than Chromium: npm run test:engines says in PEPITES_ENGINES which are on this machine, else there is nothing to run.
        test: { name: 'engines', environment: 'node', include: process.env['PEPITES_ENGINES'] ? ['tests/engines/*.test.ts'] : [] },
      },
      {
        plugins: [solid()],
        // Imported late (a worker, a lazy chunk), they would reload the page in the middle of a test.
        optimizeDeps: { include: ['dexie', 'valibot', 'zxing-wasm/reader'] },
        test: {
          ...shared,
          name: 'browser',
          environment: 'node',
          include: ['tests/**/*.browser.test.{ts,tsx}'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { ...(executablePath ? { executablePath } : {}), args: [...browserFlags] } }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
