import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Icons of one Iconify package, by name. */
export type Icons = Readonly<Record<string, { readonly body: string; readonly width?: number; readonly height?: number } | undefined>>;

const known = new Map<string, Icons>();

/** The icons of `@iconify-json/<set>`, read once. */
export const readIcons = (set: 'noto' | 'ph'): Icons => {
  const before = known.get(set);
  if (before !== undefined) return before;
  const path = createRequire(import.meta.url).resolve(`@iconify-json/${set}/icons.json`);
  const { icons } = JSON.parse(readFileSync(path, 'utf8')) as { icons: Icons };
  known.set(set, icons);
  return icons;
};
