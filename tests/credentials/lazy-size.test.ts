import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '#tools/project-root';

/** What a page loads for some modules of this room beyond its core: chunks by name, in bytes after gzip. */
const chunkSizes = async (): Promise<Readonly<Record<string, number>>> => {
  const entry = (name: string): string => `${projectRoot}/src/credentials/${name}.ts`;
  const names = ['verify', 'verify-file', 'open-badge', 'pack-badge', 'qr-frames', 'export-open-badge-2'];
  const built = await build({
    configFile: false,
    root: projectRoot,
    logLevel: 'silent',
    build: {
      write: false,
      modulePreload: false,
      rollupOptions: {
        input: Object.fromEntries(names.map((name) => [name, entry(name)])),
        preserveEntrySignatures: 'strict',
        output: { entryFileNames: '[name]', chunkFileNames: '[name]' },
      },
    },
  });
  const [bundle] = Array.isArray(built) ? built : [built];
  const chunks = bundle !== undefined && 'output' in bundle ? bundle.output : [];
  return Object.fromEntries(
    chunks.flatMap((chunk) => (chunk.type === 'chunk' ? [[chunk.fileName, gzipSync(chunk.code, { level: 9 }).length]] : [])),
  );
};

describe('what is loaded only when it is needed', () => {
  it('stays small: all of import at most 12 kB, packing at most 5.5 kB, export at most 2 kB', async () => {
    const sizes = await chunkSizes();
    const of = (...names: readonly string[]): number => names.reduce((sum, name) => sum + (sizes[name] ?? Number.NaN), 0);
    const lazy = {
      import: of('verify-assertion', 'served-document', 'ecdsa-sd', 'import-contexts.gen'),
      pack: of('pack-badge', 'qr-frames'),
      export: of('export-open-badge-2'),
    };
    console.log(
      `lazy parts, gzip: ${JSON.stringify(lazy)} (Open Badges 1 and 2: ${of('verify-assertion')}, ecdsa-sd-2023: ${of('ecdsa-sd')})`,
    );
    expect(lazy.import).toBeLessThanOrEqual(12_000);
    expect(lazy.pack).toBeLessThanOrEqual(5_500);
    expect(lazy.export).toBeLessThanOrEqual(2_000);
  });
});
