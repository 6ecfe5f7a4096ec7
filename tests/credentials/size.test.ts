import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { expect, it } from 'vitest';
import { projectRoot } from '#tools/project-root';

const ENTRY = `${projectRoot}/src/credentials/entry-of-the-test.ts`;

/** Bytes after gzip of what a page loads at once for some modules of this room; what they import lazily is not counted. */
const bytesOf = async (...names: readonly string[]): Promise<number> => {
  const built = await build({
    configFile: false,
    root: projectRoot,
    logLevel: 'silent',
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === ENTRY ? id : null),
        load: (id) => (id === ENTRY ? names.map((name) => `export * from './${name}.ts';`).join('\n') : null),
      },
    ],
    build: { write: false, modulePreload: false, rollupOptions: { input: ENTRY, preserveEntrySignatures: 'strict' } },
  });
  const [bundle] = [built].flat();
  const chunks = bundle !== undefined && 'output' in bundle ? bundle.output.filter((file) => file.type === 'chunk') : [];
  const loaded = new Set(chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName));
  for (const name of loaded) for (const other of chunks.find(({ fileName }) => fileName === name)?.imports ?? []) loaded.add(other);
  return chunks.filter(({ fileName }) => loaded.has(fileName)).reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).length, 0);
};

const BOTH_FORMATS = ['data-integrity', 'verify-proofs', 'sign-jwt', 'verify-jwt', 'compact-jws'];

it('signing and verifying both proof formats, contexts included, takes at most 17 kB', async () => {
  const bytes = await bytesOf(...BOTH_FORMATS);
  console.log(`both proof formats: ${(bytes / 1000).toFixed(1)} kB gzip`);
  expect(bytes).toBeLessThanOrEqual(17_000);
});

it('all of building and checking badges, endorsements, roads, status lists and keys takes at most 24 kB', async () => {
  const bytes = await bytesOf(...BOTH_FORMATS, 'verify', 'open-badge', 'endorsement', 'clr', 'status-list', 'did-document', 'did-web');
  console.log(`complete: ${(bytes / 1000).toFixed(1)} kB gzip`);
  expect(bytes).toBeLessThanOrEqual(24_000);
});
