import type { Page } from '@playwright/test';
import { build } from 'vite';
import { projectRoot } from '#tools/project-root';

// Localhost is a secure context, and nothing listens there: everything is answered from here.
const ORIGIN = 'http://localhost';

/** Builds `entry` for a browser and opens a page that has run it; resolves once it has put `measure` on the page. */
export const serveBenchPage = async (page: Page, entry: string): Promise<void> => {
  const bundle = await build({
    root: projectRoot,
    configFile: false,
    logLevel: 'silent',
    build: { write: false, lib: { entry, formats: ['es'], fileName: 'page' } },
  });
  const files = new Map(
    [bundle].flat().flatMap((one) => ('output' in one ? one.output.map((file) => [file.fileName, file] as const) : [])),
  );
  await page.route('**', async (route) => {
    const file = files.get(new URL(route.request().url()).pathname.slice(1));
    const body = file === undefined ? '<!doctype html><title>bench</title>' : file.type === 'chunk' ? file.code : file.source;
    await route.fulfill({ contentType: file === undefined ? 'text/html' : 'text/javascript', body: Buffer.from(body) });
  });
  await page.goto(ORIGIN);
  await page.addScriptTag({ type: 'module', url: `${ORIGIN}/page.js` });
  await page.waitForFunction(() => 'measure' in globalThis);
};
