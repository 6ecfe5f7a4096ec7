import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { serveAsset } from '#server/http/serve-asset';
import { openAssetFiles } from '../../src/server/asset-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'pepites-assets-'));
afterAll(() => rmSync(folder, { recursive: true }));
mkdirSync(join(folder, 'assets'));
mkdirSync(join(folder, '.vite'));
writeFileSync(join(folder, 'index.html'), 'first');
writeFileSync(join(folder, 'assets', 'a-1.js'), 'one()');
writeFileSync(join(folder, 'assets', 'a-1.js.br'), 'packed');
writeFileSync(join(folder, '.vite', 'manifest.json'), '{}');
writeFileSync(join(folder, 'notes.xyz'), 'x');
const find = openAssetFiles(folder);
const get = (path: string, headers: Record<string, string> = {}) =>
  serveAsset(find(path), new Request(`http://localhost${path}`, { headers }));

describe('the built app’s files', () => {
  it('are found by their path, with their packed twin for who can read it', async () => {
    const packed = await get('/assets/a-1.js', { 'accept-encoding': 'gzip, br' });
    expect([packed.headers.get('content-encoding'), await packed.text()]).toEqual(['br', 'packed']);
    expect(await (await get('/assets/a-1.js')).text()).toBe('one()');
  });

  it.each(['/../package.json', '/.vite/manifest.json', '/notes.xyz', '/assets', '/nothing.js'])(
    'are all there is: %s is not',
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );

  it('are told apart from what they were before a build replaced them', async () => {
    const before = (await get('/index.html')).headers.get('etag') ?? '';
    expect((await get('/index.html', { 'if-none-match': before })).status).toBe(304);
    writeFileSync(join(folder, 'index.html'), 'second');
    utimesSync(join(folder, 'index.html'), new Date(), new Date(Date.now() + 5_000));
    const after = await get('/index.html', { 'if-none-match': before });
    expect([after.status, await after.text()]).toEqual([200, 'second']);
  });

  it('that a build has taken away are missing, not an error of the server', async () => {
    rmSync(join(folder, 'assets', 'a-1.js'));
    expect((await get('/assets/a-1.js')).status).toBe(404);
  });
});
