import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Bytes, utf8 } from '#base/bytes';
import { err, ok, type Result } from '#base/result';
import type { ImageRefusal } from '#credentials/baked-text';
import { bakePng, isPng } from '#credentials/png-badge';
import { type BadgeFile, readBadgeFile } from '#credentials/read-badge-file';
import { bakeSvg } from '#credentials/svg-badge';
import { deliver, MAX_FILE, readStart, writeWhole } from './local-files.ts';
import { printable } from './printable.ts';
import type { Command, Terminal } from './terminal.ts';

const OUT = { output: { type: 'string', short: 'o' } } as const;

const inFile = (path: string, terminal: Terminal): Bytes | undefined => readStart(resolve(terminal.folder, path), MAX_FILE);

const badgeIn = async (path: string, terminal: Terminal): Promise<Result<BadgeFile, string>> => {
  const content = inFile(path, terminal);
  if (content === undefined) return err(`${path} cannot be read.`);
  const read = await readBadgeFile(content);
  return read.ok ? read : err(`${path} holds no badge: ${read.error.type}.`);
};

const baked = (image: Bytes, text: string): Result<Bytes, ImageRefusal> => {
  if (isPng(image)) return bakePng(image, text);
  const drawn = svgText(image);
  if (drawn === null) return err({ type: 'bad-image' });
  const svg = bakeSvg(drawn, text);
  return svg.ok ? ok(utf8(svg.value)) : svg;
};

// A picture may already use for something else the very names a badge is marked with.
const holds = async (image: Bytes, text: string): Promise<boolean> => {
  const read = await readBadgeFile(image);
  return read.ok && (read.value.text === text || plain(read.value.text) === plain(text));
};

// In CDATA some characters are escaped, which JSON does not mind.
const plain = (text: string): string => {
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return text;
  }
};

const svgText = (image: Bytes): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(image);
  } catch {
    return null;
  }
};

export const bake: Command = {
  usage: 'IMAGE CREDENTIAL -o OUT',
  help: `Puts a credential into a picture (PNG or SVG), as Open Badges 3.0 has it; a badge the picture carried before is taken out.
CREDENTIAL is a file that holds one: JSON, a signed token (JWT), or another picture. It is put in as it is and not checked: see verify.
Ends with 0 when OUT is written, else 1.`,
  run: async (args, terminal) => {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: OUT });
    const [imagePath, credentialPath, ...rest] = positionals;
    if (imagePath === undefined || credentialPath === undefined || rest.length > 0 || values.output === undefined)
      return terminal.fail('bake needs a picture, a credential and -o OUT.');
    const badge = await badgeIn(credentialPath, terminal);
    if (!badge.ok) return terminal.fail(badge.error);
    if (badge.value.version !== 3) return terminal.fail(`${credentialPath} holds a badge older than Open Badges 3.0.`);
    const image = inFile(imagePath, terminal);
    if (image === undefined) return terminal.fail(`${imagePath} cannot be read.`);
    const done = baked(image, badge.value.text);
    if (!done.ok) return terminal.fail(REFUSED[done.error.type](imagePath, credentialPath));
    if (!(await holds(done.value, badge.value.text))) return terminal.fail(REFUSED['bad-image'](imagePath, credentialPath));
    writeWhole(resolve(terminal.folder, values.output), done.value);
    return 0;
  },
};

const REFUSED: Readonly<Record<ImageRefusal['type'], (image: string, credential: string) => string>> = {
  'bad-image': (image) => `${image} is no PNG or SVG picture that can be read.`,
  'no-badge-inside': (image) => `${image} holds no badge.`,
  'too-big': (image, credential) => `${image} and ${credential} are too big together.`,
  'not-a-credential': (_image, credential) => `${credential} holds no credential.`,
};

export const unbake: Command = {
  usage: 'FILE [-o OUT]',
  help: `Takes the badge out of a picture (PNG or SVG): the credential, or what older versions of Open Badges put there.
Without -o it goes to stdout. It is not checked: see verify.
Ends with 0 when there was one, else 1.`,
  run: async (args, terminal) => {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: OUT });
    const [path, ...rest] = positionals;
    if (path === undefined || rest.length > 0) return terminal.fail('unbake needs one file.');
    const badge = await badgeIn(path, terminal);
    if (!badge.ok) return terminal.fail(badge.error);
    if (values.output === undefined && isUnsafe(badge.value.text))
      return terminal.fail(`${path} holds text that could play with this terminal: write it to a file with -o.`);
    return deliver(badge.value.text, values.output, terminal);
  },
};

// Tabs and line ends are no harm; JSON has them between its members.
const isUnsafe = (text: string): boolean => {
  const plain = text.replace(/[\t\r\n]/g, '');
  return printable(plain) !== plain;
};
