import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '#tools/project-root';

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
  readonly css?: readonly string[];
}
type Manifest = Readonly<Record<string, Chunk>>;

const dist = join(projectRoot, 'dist');
const builtJson = <T>(name: string): T => {
  if (!existsSync(join(dist, name))) throw new Error(`dist/${name} is missing: npm run build`);
  return JSON.parse(readFileSync(join(dist, name), 'utf8')) as T;
};
const manifest = builtJson<Manifest>('.vite/manifest.json');
const modules = builtJson<Readonly<Record<string, readonly string[]>>>('.vite/modules.json');

/** Manifest keys loaded with these, following `imports` and, when asked, the lazy imports that `follow` accepts. */
const loadedWith = (keys: readonly string[], follow: (chunk: Chunk) => boolean): readonly string[] => {
  const loaded = new Set(keys);
  for (const key of loaded) {
    const { imports = [], dynamicImports = [] } = manifest[key] ?? {};
    for (const next of imports) loaded.add(next);
    for (const next of dynamicImports) {
      const chunk = manifest[next];
      if (chunk && follow(chunk)) loaded.add(next);
    }
  }
  return [...loaded];
};

const compressedBytes = (file: string): number => {
  const path = join(dist, existsSync(join(dist, `${file}.br`)) ? `${file}.br` : file);
  return readFileSync(path).length;
};

const entry = 'index.html';
/** Screens the claim page needs before it can be used, if they are chunks of their own. */
const claimScreens = Object.keys(manifest).filter((key) => /\/screens\/person\/(?:claim|card|enrol)[a-z-]*\.tsx$/.test(key));
const forbidden = /\/client\/ui\/(?:gallery|screens\/(?:advisor|organiser|issuer))\//;
const apart = (chunk: Chunk): boolean => /^assets\/(?:staff|gallery)\//.test(chunk.file);

describe('what a person downloads', () => {
  it('is at most 75 kB of JavaScript and CSS (brotli) before the claim page can be used', () => {
    const files = loadedWith([entry, ...claimScreens], () => false).flatMap((key) => [
      manifest[key]?.file ?? '',
      ...(manifest[key]?.css ?? []),
    ]);
    const sizes = [...new Set(files)].filter((file) => /\.(?:js|css)$/.test(file)).map((file) => ({ file, bytes: compressedBytes(file) }));
    const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
    console.log(`first load: ${(total / 1000).toFixed(1)} kB brotli in ${sizes.length} files`);
    expect({ total: total <= 75_000, sizes }).toEqual({ total: true, sizes });
  });

  it('has nothing of the organiser, advisor, issuer or gallery in anything that is not theirs', () => {
    const reached = loadedWith([entry], (chunk) => !apart(chunk));
    const leaks = reached.flatMap((key) => {
      const file = manifest[key]?.file ?? '';
      return (modules[file] ?? []).filter((id) => forbidden.test(`/${id}`)).map((id) => `${id} is in ${file}`);
    });
    expect(leaks).toEqual([]);
  });

  it('carries no zxing-js, whose work the wasm reader does', () => {
    const carried = Object.entries(modules).filter(([, ids]) => ids.some((id) => id.includes('third_party/zxing-js')));
    expect(carried.map(([file]) => file)).toEqual([]);
  });

  it('has no inline script or style, which the content security policy would refuse', () => {
    const page = readFileSync(join(dist, 'index.html'), 'utf8');
    expect(page.match(/<script(?![^>]*\bsrc=)[^>]*>|<style|\son[a-z]+=|\sstyle=/g) ?? []).toEqual([]);
  });
});
