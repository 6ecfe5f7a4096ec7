import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { precompress } from '#tools/precompress';

const folder = mkdtempSync(join(tmpdir(), 'pepites-precompress-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('precompressed files', () => {
  it('stand beside what gains by it, say the same, and nowhere else', async () => {
    const long = 'pépite '.repeat(500);
    mkdirSync(join(folder, 'assets/.vite'), { recursive: true });
    for (const name of ['assets/a.js', 'assets/b.woff2', 'assets/.vite/manifest.json']) writeFileSync(join(folder, name), long);
    writeFileSync(join(folder, 'assets/short.css'), 'p{}');

    const { files, bytes } = await precompress(folder);

    expect(readdirSync(join(folder, 'assets')).toSorted()).toEqual(['.vite', 'a.js', 'a.js.br', 'a.js.gz', 'b.woff2', 'short.css']);
    expect(brotliDecompressSync(readFileSync(join(folder, 'assets/a.js.br'))).toString()).toBe(long);
    expect(gunzipSync(readFileSync(join(folder, 'assets/a.js.gz'))).toString()).toBe(long);
    expect({ files, bytes }).toEqual({ files: 1, bytes: readFileSync(join(folder, 'assets/a.js.br')).length });
  });
});
