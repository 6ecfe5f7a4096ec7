import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { aptInstall, canAptInstall } from './apt-install.ts';
import { findInstalledBrowser } from './find-browser.ts';
import { projectRoot } from './project-root.ts';
import { runNode, runProgram } from './run-program.ts';

const say = (line: string): void => console.error(line);

const viaPlaywright = async (): Promise<string | undefined> => {
  say('No Chromium here: asking Playwright to install its own …');
  const { code, output } = await runNode('node_modules/@playwright/test/cli.js', ['install', 'chromium'], { capture: true });
  if (code !== 0) say(`  it could not: ${output.split('\n').find((line) => /error|failed/i.test(line)) ?? `exit code ${code}`}`);
  return findInstalledBrowser();
};

const viaApt = async (): Promise<string | undefined> => {
  if (!canAptInstall()) return undefined;
  say('Installing chromium with apt-get …');
  const refusal = await aptInstall(['chromium', 'fonts-noto-core', 'fonts-noto-color-emoji']);
  if (refusal) say(`  it could not: ${refusal}`);
  return findInstalledBrowser();
};

const npmBrowser = '@sparticuz/chromium@153.0.0';

/** 66 MB that almost nobody needs: fetched into a cache folder on demand rather than kept as a dependency of everyone. */
const viaNpm = async (): Promise<string | undefined> => {
  say(`Fetching ${npmBrowser} from npm …`);
  const prefix = join(projectRoot, 'node_modules', '.cache', 'npm-browser');
  const { code, output } = await runProgram(
    'npm',
    ['install', '--prefix', prefix, '--no-save', '--no-audit', '--no-fund', '--silent', npmBrowser],
    { capture: true },
  );
  if (code !== 0) {
    say(`  it could not: ${output.trim().split('\n')[0] ?? `exit code ${code}`}`);
    return undefined;
  }
  const file = createRequire(join(prefix, 'package.json')).resolve('@sparticuz/chromium');
  const { default: shipped } = (await import(pathToFileURL(file).href)) as { default: { executablePath(): Promise<string> } };
  return shipped.executablePath();
};

/**
 * Path of a Chromium the tests can run, installed now if there is none: `CHROMIUM_PATH`, the PATH, Playwright's own, Playwright's
 * installer, apt-get (root on Debian), npm. Throws with what to do when all of them fail: browser tests are never skipped.
 */
export const ensureBrowser = async (): Promise<string> => {
  const path = findInstalledBrowser() ?? (await viaPlaywright()) ?? (await viaApt()) ?? (await viaNpm());
  if (!path) throw new Error('No Chromium could be found or installed. Install Chromium or Chrome, or set CHROMIUM_PATH to one.');
  return path;
};
