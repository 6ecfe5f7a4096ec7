// npm run gallery:shots -- [FOLDER] [--locale ar] [--large] [--only TEXT]: every entry of the gallery as a picture, at two phone sizes.
// FOLDER is ./gallery-shots unless told; its index.html shows them side by side. Shoots the built app as it is: run npm run build before.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium, type Page } from '@playwright/test';
import { escapeXml } from '#artwork/svg-text';
import { start } from '#server/main';
import { clientIsFresh } from './built-client.ts';
import { browserFlags, findInstalledBrowser } from './find-browser.ts';
import { projectRoot } from './project-root.ts';

const SIZES = [
  { width: 360, height: 640 },
  { width: 320, height: 568 },
] as const;

interface Wish {
  readonly folder: string;
  readonly locale: string;
  /** Letters at 130 %, as someone sets them in the phone. */
  readonly large: boolean;
  /** Only entries with this in their name. */
  readonly only: string;
}

const shotName = (entry: string, { width, height }: (typeof SIZES)[number]): string => `${entry}-${width}x${height}.png`;

const namesOf = async (page: Page, origin: string, only: string): Promise<readonly string[]> => {
  await page.goto(`${origin}/gallery`);
  await page.locator('section li a').first().waitFor();
  const links = await page.locator('section li > a:first-child').all();
  const addresses = await Promise.all(links.map((link) => link.getAttribute('href')));
  return addresses.map((address) => address?.split('/').at(-1) ?? '').filter((name) => name.includes(only));
};

// Letters there, pictures there, nothing that still moves; what never ends (a turning sign) is not waited for.
const AT_REST = `document.fonts.ready
  .then(() => Promise.all([...document.images].map((image) => image.decode().catch(() => undefined))))
  .then(() => Promise.all(document.getAnimations().map((motion) =>
    Promise.race([motion.finished.catch(() => undefined), new Promise((end) => setTimeout(end, 400))]))))
  .then(() => undefined)`;

const shoot = async (page: Page, origin: string, name: string, wish: Wish, size: (typeof SIZES)[number]): Promise<void> => {
  await page.goto(`${origin}/gallery/${name}?locale=${wish.locale}`);
  await page.locator(`[data-entry="${name}"]`).waitFor();
  // An entry may press its way to its state, one button each thirtieth of a second.
  await page.waitForTimeout(150);
  await page.evaluate(AT_REST);
  await page.screenshot({ path: join(wish.folder, shotName(name, size)) });
};

const shootAll = async (browser: Browser, origin: string, wish: Wish): Promise<readonly string[]> => {
  let names: readonly string[] = [];
  for (const size of SIZES) {
    const context = await browser.newContext({ viewport: size, deviceScaleFactor: 1.5, colorScheme: 'light', serviceWorkers: 'block' });
    const page = await context.newPage();
    if (wish.large) {
      const session = await context.newCDPSession(page);
      await session.send('Page.enable');
      await session.send('Page.setFontSizes', { fontSizes: { standard: 21, fixed: 17 } });
    }
    names = await namesOf(page, origin, wish.only);
    for (const name of names) await shoot(page, origin, name, wish, size);
    await context.close();
  }
  return names;
};

const contactSheet = (names: readonly string[], { locale, large }: Wish): string => {
  const image = (name: string, size: (typeof SIZES)[number]): string =>
    `<img loading="lazy" src="${shotName(name, size)}" width="${size.width / 2}" height="${size.height / 2}" alt="">`;
  const figures = names.map(
    (name) => `<figure>${SIZES.map((size) => image(name, size)).join('')}<figcaption>${escapeXml(name)}</figcaption></figure>`,
  );
  return (
    `<!doctype html><meta charset="utf-8"><title>${escapeXml(locale)}${large ? ' 130 %' : ''}: ${names.length}</title>` +
    '<style>body{background:#cfc8bc;font:14px sans-serif;display:flex;flex-wrap:wrap;gap:12px}figure{margin:0}img{margin-inline-end:6px}</style>' +
    figures.join('\n')
  );
};

const wishOf = (argv: readonly string[]): Wish => {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      locale: { type: 'string', default: 'fr' },
      large: { type: 'boolean', default: false },
      only: { type: 'string', default: '' },
    },
  });
  const [folder] = positionals;
  return { ...values, folder: resolve(folder === undefined ? projectRoot : (process.env['INIT_CWD'] ?? '.'), folder ?? 'gallery-shots') };
};

/** Pictures of an earlier run would stand beside this one's; whatever else lies in the folder stays. */
const emptyFolder = (folder: string): void => {
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(folder).filter((name) => /-\d+x\d+\.png$/.test(name))) rmSync(join(folder, file));
};

const run = async (wish: Wish): Promise<void> => {
  if (!existsSync(join(projectRoot, 'dist', 'index.html')))
    throw new Error('The gallery is shot from the built app: run npm run build first.');
  if (!clientIsFresh()) console.error('The built app is older than the source: these are its pictures, not those of what stands here now.');
  const executablePath = findInstalledBrowser();
  if (executablePath === undefined) throw new Error('No Chromium was found: set CHROMIUM_PATH to one.');
  emptyFolder(wish.folder);
  const data = mkdtempSync(join(tmpdir(), 'pepites-gallery-'));
  const server = await start(
    { ...process.env, PORT: '0', HOST: 'localhost', PEPITES_DATA: data, PEPITES_SEED: 'none' },
    { said: () => undefined },
  );
  try {
    const browser = await chromium.launch({ executablePath, args: [...browserFlags] });
    try {
      const names = await shootAll(browser, server.origin, wish);
      writeFileSync(join(wish.folder, 'index.html'), contactSheet(names, wish));
      console.log(`${names.length} entries at ${SIZES.length} sizes in ${wish.folder}`);
    } finally {
      await browser.close();
    }
  } finally {
    await server.close();
    rmSync(data, { recursive: true, force: true });
  }
};

if (import.meta.main) {
  try {
    await run(wishOf(process.argv.slice(2)));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
