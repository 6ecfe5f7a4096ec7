// Turns a drawn picture of src/artwork/drawn into one self-contained SVG: shared parts and Noto pieces are set in where it names them.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { prefixIds } from '#artwork/svg-text';
import { type Icons, readIcons } from './read-icons.ts';

const PART = /<part\b([^>]*?)\/>/g;
const ATTRIBUTE = /([a-z]+)="([^"]*)"/g;

/** How one set is laid down: its lower-left world is Noto's 128-unit square. */
const placing = (attributes: ReadonlyMap<string, string>): string => {
  const scale = Number(attributes.get('size') ?? 128) / 128;
  const turn = attributes.get('turn');
  return [
    `translate(${attributes.get('at') ?? '0 0'})`,
    scale === 1 ? '' : `scale(${Number(scale.toFixed(4))})`,
    turn === undefined ? '' : `rotate(${turn} 64 64)`,
    attributes.get('flip') === 'yes' ? 'translate(128)scale(-1 1)' : '',
  ].join('');
};

const inner = (svg: string): string => svg.replace(/^[\s\S]*?<svg\b[^>]*>/, '').replace(/<\/svg>\s*$/, '');

const tidy = (svg: string): string =>
  svg
    .replaceAll(/<!--[\s\S]*?-->/g, '')
    .replaceAll(/\s*\n\s*/g, ' ')
    .replaceAll(/>\s+</g, '><')
    .trim();

const partBody = (folder: string, icons: Icons, attributes: ReadonlyMap<string, string>): string => {
  const own = attributes.get('drawn');
  if (own !== undefined) return inner(readFileSync(join(folder, 'parts', `${own}.svg`), 'utf8'));
  const name = attributes.get('noto') ?? '';
  const body = icons[name]?.body;
  if (body === undefined) throw new Error(`a drawn picture asks for the unknown Noto picture "${name}"`);
  return body;
};

/**
 * The finished drawing `name`, or undefined when nobody has drawn it yet. In the source,
 * `<part noto="…"/>` or `<part drawn="…"/>` with `at="x y"`, `size`, `turn` (degrees) and `flip="yes"` sets a piece in; throws when a piece is unknown.
 */
export const drawPicture = (folder: string, name: string): string | undefined => {
  const path = join(folder, `${name}.svg`);
  if (!existsSync(path)) return undefined;
  const icons = readIcons('noto');
  let count = 0;
  const set = (source: string): string =>
    source.replaceAll(PART, (_, text: string) => {
      const attributes = new Map(Array.from(text.matchAll(ATTRIBUTE), (match) => [match[1] ?? '', match[2] ?? ''] as const));
      count += 1;
      const prefix = `p${count}`;
      return `<g transform="${placing(attributes)}">${prefixIds(set(partBody(folder, icons, attributes)), prefix)}</g>`;
    });
  return tidy(set(readFileSync(path, 'utf8')));
};
