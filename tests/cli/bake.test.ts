import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, folderWith, jsonLines, typed } from '../build/program.ts';
import { aBadge } from '../credentials/fixtures.ts';
import { vectorText } from '../credentials/vector-files.ts';

const PNG = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (char) => char.charCodeAt(0),
);
const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><circle r="1"/></svg>';
const badge = JSON.stringify(await aBadge());
const TOKEN = 'eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJ4In0.AAAA';
const files = { 'point.png': PNG, 'circle.svg': SVG, 'badge.json': badge, 'badge.jwt': `${TOKEN}\n` };

describe('bake, then unbake', () => {
  it.each([
    ['point.png', 'badge.json', badge],
    ['circle.svg', 'badge.json', badge],
    ['point.png', 'badge.jwt', TOKEN],
    ['circle.svg', 'badge.jwt', TOKEN],
  ])('%s with %s gives back what was put in, and verifies as before', (image, credential, text) => {
    const folder = folderWith(files);
    const out = image.replace('.', '-out.');
    expect(cli(folder, 'bake', image, credential, '-o', out)).toEqual({ code: 0, out: '', said: '' });
    expect(cli(folder, 'unbake', out)).toEqual({ code: 0, out: `${text}\n`, said: '' });
    expect(cli(folder, 'unbake', out, '--output', 'again.txt')).toEqual({ code: 0, out: '', said: '' });
    expect(readFileSync(join(folder, 'again.txt'), 'utf8')).toBe(`${text}\n`);
    const [line] = jsonLines(cli(folder, 'verify', out, '--json', '--offline').out);
    const [bare] = jsonLines(cli(folder, 'verify', credential, '--json', '--offline').out);
    expect(line).toEqual({ ...bare, file: out });
  });

  it('from one picture to another, in the place of what that one carried', () => {
    const folder = folderWith(files);
    cli(folder, 'bake', 'point.png', 'badge.jwt', '-o', 'one.png');
    cli(folder, 'bake', 'circle.svg', 'badge.json', '-o', 'two.svg');
    expect(cli(folder, 'bake', 'one.png', 'two.svg', '-o', 'one.png').code).toBe(0);
    expect(cli(folder, 'unbake', 'one.png').out).toBe(`${badge}\n`);
    expect(readFileSync(join(folder, 'one.png')).includes(TOKEN)).toBe(false);
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('of 1EdTech gives the credential of the picture', () => {
    const folder = folderWith({ 'simple.svg': vectorText('1edtech-ob30/simple-json.svg') });
    expect(JSON.parse(cli(folder, 'unbake', 'simple.svg').out)).toMatchObject({ type: ['VerifiableCredential', 'OpenBadgeCredential'] });
  });
});

describe('what cannot be done', () => {
  it.each([
    [['bake'], 'needs a picture'],
    [['bake', 'point.png', 'badge.json'], '-o OUT'],
    [['bake', 'point.png', '-o', 'x.png'], 'needs a picture'],
    [['bake', 'gone.png', 'badge.json', '-o', 'x.png'], 'gone.png cannot be read'],
    [['bake', 'point.png', 'gone.json', '-o', 'x.png'], 'gone.json cannot be read'],
    [['bake', 'badge.json', 'badge.json', '-o', 'x.png'], 'badge.json is no PNG or SVG'],
    [['bake', 'cut.png', 'badge.json', '-o', 'x.png'], 'cut.png is no PNG or SVG'],
    [['bake', 'taken.svg', 'badge.json', '-o', 'x.svg'], 'taken.svg is no PNG or SVG'],
    [['bake', 'point.png', 'words.txt', '-o', 'x.png'], 'words.txt holds no credential'],
    [['bake', 'point.png', 'circle.svg', '-o', 'x.png'], 'circle.svg holds no badge'],
    [['bake', 'point.png', 'old.json', '-o', 'x.png'], 'older than Open Badges 3.0'],
    [['bake', 'point.png', 'badge.json', '-o', 'no/folder/x.png'], 'ENOENT'],
    [['unbake'], 'needs one file'],
    [['unbake', 'point.png'], 'no-badge-inside'],
    [['unbake', 'point.png', 'circle.svg'], 'needs one file'],
    [['unbake', 'playful.txt'], 'write it to a file with -o'],
  ])('%o ends with 1, says why, and writes nothing', async (args, words) => {
    const folder = folderWith({
      ...files,
      'cut.png': PNG.subarray(0, 40),
      'taken.svg': '<svg xmlns:openbadges="urn:other"><openbadges:credential><g/></openbadges:credential></svg>',
      'words.txt': 'some words',
      'old.json': '{"badge":"a","recipient":"b"}',
      'playful.txt': '{"name":"\u009b2J"}',
    });
    const before = readdirSync(folder);
    expect(await typed(folder, ...args)).toEqual({ code: 1, out: '', said: expect.stringContaining(words) });
    expect(readdirSync(folder)).toEqual(before);
  });

  it('leaves the file that was there as it was', () => {
    const folder = folderWith(files);
    writeFileSync(join(folder, 'kept.png'), 'kept');
    expect(cli(folder, 'bake', 'circle.svg', 'circle.svg', '-o', 'kept.png').code).toBe(1);
    expect(readFileSync(join(folder, 'kept.png'), 'utf8')).toBe('kept');
  });
});
