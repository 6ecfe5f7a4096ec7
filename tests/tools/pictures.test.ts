import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PICTURES } from '#artwork/picture-list';
import { makeGlyphModule, makePictures, writePictures } from '#tools/pictures';
import { projectRoot } from '#tools/project-root';

const root = (path: string): string => join(projectRoot, path);

const idsOf = (svg: string): string[] => Array.from(svg.matchAll(/\bid="([^"]+)"/g), (match) => match[1] ?? '');

/** Names of elements that are opened and never closed, or closed out of order. */
const unbalanced = (svg: string): string[] => {
  const open: string[] = [];
  for (const [, close, name, rest] of svg.matchAll(/<(\/?)([a-zA-Z]+)((?:"[^"]*"|[^">])*)>/g)) {
    if (close === '/') {
      if (open.pop() !== name) return [`</${name}>`];
    } else if (!(rest ?? '').endsWith('/')) open.push(name ?? '');
  }
  return open;
};

describe('the picture files', () => {
  const pictures = makePictures();

  it('are there for every listed picture', () => {
    expect(Array.from(pictures.keys())).toEqual(Object.keys(PICTURES));
  });

  it('are complete drawings: nothing left open, no reference to an id that is not there, no part left to set in', () => {
    for (const [name, svg] of pictures) {
      const wanted = Array.from(svg.matchAll(/url\(["']?#([^)"']+)|href="#([^"]+)"/g), (match) => match[1] ?? match[2] ?? '');
      expect(unbalanced(svg), name).toEqual([]);
      expect(idsOf(svg), name).toEqual(expect.arrayContaining(wanted));
      expect(new Set(idsOf(svg)).size, name).toBe(idsOf(svg).length);
      expect(svg, name).not.toMatch(/<part|<script|<style|style=|https?:\/\/(?!www\.w3\.org)/);
    }
  });

  it('are light: 20 kB at most each, 420 kB together without those that come with their road', () => {
    const sizes = Array.from(pictures, ([name, svg]) => [name, svg.length] as const);
    expect(sizes.filter(([, size]) => size > 20_000)).toEqual([]);
    const together = sizes.filter(([name]) => !name.startsWith('kit-')).reduce((sum, [, size]) => sum + size, 0);
    expect(together).toBeLessThanOrEqual(420_000);
  });

  it('come from sets whose licence lets a badge travel, and every drawing of ours is listed', () => {
    const licence = (set: string): unknown => createRequire(import.meta.url)(`@iconify-json/${set}/info.json`).license.spdx;
    expect([licence('noto'), licence('ph')]).toEqual(['Apache-2.0', 'MIT']);
    const drawn = readdirSync(root('src/artwork/drawn')).filter((file) => file.endsWith('.svg'));
    expect(drawn.filter((file) => !Object.hasOwn(PICTURES, file.slice(0, -4)))).toEqual([]);
  });
});

describe('writing the pictures', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pictures-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('touches only what changed and removes what is no longer listed', () => {
    expect(
      writePictures(
        folder,
        new Map([
          ['a', '<svg/>'],
          ['b', '<svg/>'],
        ]),
      ),
    ).toBe(2);
    const long = new Date(0);
    utimesSync(join(folder, 'a.svg'), long, long);
    writeFileSync(join(folder, 'stranger.svg'), '');
    expect(
      writePictures(
        folder,
        new Map([
          ['a', '<svg/>'],
          ['b', '<svg />'],
        ]),
      ),
    ).toBe(2);
    expect(readdirSync(folder).sort()).toEqual(['a.svg', 'b.svg']);
    expect(statSync(join(folder, 'a.svg')).mtimeMs).toBe(0);
  });
});

describe('the glyph module', () => {
  it('is committed as the list asks', () => {
    expect(readFileSync(root('src/client/ui/parts/glyphs.gen.ts'), 'utf8')).toBe(makeGlyphModule());
  });
});
