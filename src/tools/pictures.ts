// Makes public/pictures (never committed) and the glyph module of the screens (committed) from the lists in src/artwork.
// Run: node src/tools/pictures.ts, with --check to fail when the committed glyphs are old, with --sheet FILE to look at everything.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { FIRST_PICTURES, PICTURES, type PictureSource } from '#artwork/picture-list';
import { drawPicture } from './draw-picture.ts';
import { glyphBody, glyphNames } from './glyph-body.ts';
import { pictureSheet } from './picture-sheet.ts';
import { projectRoot } from './project-root.ts';
import { readIcons } from './read-icons.ts';

const DRAWN = join(projectRoot, 'src/artwork/drawn');
const OUT = join(projectRoot, 'public/pictures');
const PARTS = join(projectRoot, 'src/client/ui/parts');
const GLYPHS = join(PARTS, 'glyphs.gen.ts');
const ICON = join(projectRoot, 'public/icons/icon.svg');
const FIRST = join(PARTS, 'first-pictures.gen.ts');

const notoFile = (name: string): string => {
  const icon = readIcons('noto')[name];
  if (icon === undefined) throw new Error(`Noto Emoji has no picture called "${name}"`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${icon.width ?? 128} ${icon.height ?? 128}">${icon.body}</svg>`;
};

/** Every listed picture as a file: name → SVG text. Throws when one is neither in Noto Emoji nor drawn. */
export const makePictures = (): ReadonlyMap<string, string> => {
  const entries = Object.entries(PICTURES as Readonly<Record<string, PictureSource>>).map(([name, source]) => {
    const svg = 'noto' in source ? notoFile(source.noto) : drawPicture(DRAWN, name);
    if (svg === undefined) throw new Error(`src/artwork/drawn/${name}.svg is listed but not drawn`);
    return [name, svg] as const;
  });
  return new Map(entries);
};

/** Text of the glyph module: what stands inside an `<svg viewBox="0 0 256 256">`, by name. Throws when Phosphor lacks one. */
export const makeGlyphModule = (): string => {
  const lines = glyphNames.map((name) => `  '${name}': '${glyphBody(name)}',`);
  return [
    '// Made by src/tools/pictures.ts from src/artwork/glyph-list.ts: change that list, not this file. Phosphor Icons, MIT.',
    '/** Inner markup of each glyph, for an SVG whose viewBox is 0 0 256 256. */',
    'export const GLYPHS = {',
    ...lines,
    '} as const;',
    '',
  ].join('\n');
};

// Every character an attribute or an address might take for its own is escaped; the others stay, because they compress better.
const dataAddress = (svg: string): string =>
  `data:image/svg+xml,${encodeURIComponent(svg).replace(/%(20|3D|3A|2F|2C|3B)/g, decodeURIComponent)}`;

/** Text of the module with the pictures of the first script, as addresses an `<img>` takes. */
const makeFirstModule = (pictures: ReadonlyMap<string, string>): string =>
  [
    '// Made by src/tools/pictures.ts from FIRST_PICTURES of src/artwork/picture-list.ts: change that list, not this file.',
    '/** Pictures that need no request. */',
    'export const FIRST: { readonly [name: string]: string } = {',
    `  'app-icon': "${dataAddress(readFileSync(ICON, 'utf8'))}",`,
    ...FIRST_PICTURES.map((name) => `  '${name}': "${dataAddress(pictures.get(name) ?? '')}",`),
    '};',
    '',
  ].join('\n');

const isOld = (path: string, text: string): boolean => !existsSync(path) || readFileSync(path, 'utf8') !== text;

const writeIfNew = (path: string, text: string): boolean => {
  if (!isOld(path, text)) return false;
  writeFileSync(path, text);
  return true;
};

/** Writes `pictures` into `folder`: only what changed, and nothing else stays there. Returns how many files changed. */
export const writePictures = (folder: string, pictures: ReadonlyMap<string, string>): number => {
  mkdirSync(folder, { recursive: true });
  const strangers = readdirSync(folder).filter((file) => !file.endsWith('.svg') || !pictures.has(file.slice(0, -4)));
  for (const file of strangers) rmSync(join(folder, file), { recursive: true });
  const changed = Array.from(pictures).filter(([name, svg]) => writeIfNew(join(folder, `${name}.svg`), svg));
  return strangers.length + changed.length;
};

const run = (argv: readonly string[]): number => {
  const pictures = makePictures();
  const made = [[GLYPHS, makeGlyphModule()] as const, [FIRST, makeFirstModule(pictures)] as const];
  if (argv.includes('--check')) {
    const old = made.filter(([path, text]) => isOld(path, text));
    for (const [path] of old) console.error(`${path.slice(projectRoot.length + 1)} is old: run node src/tools/pictures.ts and commit it.`);
    return old.length === 0 ? 0 : 1;
  }
  const changed = writePictures(OUT, pictures) + made.filter(([path, text]) => writeIfNew(path, text)).length;
  console.error(`${pictures.size} pictures, ${glyphNames.length} glyphs, ${changed} changed.`);
  const sheet = argv[argv.indexOf('--sheet') + 1];
  if (argv.includes('--sheet') && sheet !== undefined)
    writeFileSync(resolve(process.env['INIT_CWD'] ?? '.', sheet), pictureSheet(pictures));
  return 0;
};

if (import.meta.main) process.exitCode = run(process.argv.slice(2));
