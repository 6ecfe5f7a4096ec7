import { defineConfig, devices } from '@playwright/test';
import { browserFlags, findInstalledBrowser } from './src/tools/find-browser.ts';

const executablePath = findInstalledBrowser();

// No webServer: each journey starts (and kills) its own server process, on its own port and data folder.
// A journey that needs a camera adds --use-file-for-fake-video-capture with the film it has made.
export default defineConfig({
  testDir: 'tests/journeys',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    ...devices['Pixel 5'],
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    permissions: ['camera', 'microphone', 'notifications', 'background-sync'],
    trace: 'retain-on-failure',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [...browserFlags, '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
    },
  },
});
