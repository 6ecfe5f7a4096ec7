import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import type { Asset, FindAsset } from '#server/http/serve-asset';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.m4a': 'audio/mp4',
  '.mp3': 'audio/mpeg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/**
 * The built app's files, as they are now: a build may replace or remove them under a running server. Names are listed once, when the server starts: nothing else in the file system can be asked for, whatever the
 * path. Files without a type of ours (stamps, build manifests) are not served.
 */
export const openAssetFiles = (folder: string): FindAsset => {
  const names = existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => name.split(sep).join('/'))
    : [];
  const listed = new Set(names);
  const served = names.filter((name) => TYPES[extname(name)] && !name.split('/').some((part) => part.startsWith('.')));
  const assets = new Map(served.map((name) => [`/${name}`, assetOf(folder, name, listed)]));
  return (path) => assets.get(path)?.();
};

const assetOf = (folder: string, name: string, listed: ReadonlySet<string>): (() => Asset | undefined) => {
  const encodings = (['br', 'gzip'] as const).filter((encoding) => listed.has(`${name}${SUFFIX[encoding]}`));
  const file = join(folder, name);
  let known = { written: Number.NaN, etag: '' };
  const asset: Asset = {
    type: TYPES[extname(name)] ?? '',
    // Vite names what it hashes `name-<hash>.ext`, all of it under assets/.
    immutable: name.startsWith('assets/'),
    encodings,
    get etag() {
      return known.etag;
    },
    read: async (encoding) => new Uint8Array(await readFile(file + (encoding ? SUFFIX[encoding] : ''))),
  };
  return () => {
    const written = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
    if (written === undefined) return undefined;
    if (written !== known.written) known = { written, etag: etagOf(file) };
    return asset;
  };
};

const etagOf = (file: string): string => `"${createHash('sha256').update(readFileSync(file)).digest('base64url').slice(0, 22)}"`;

const SUFFIX = { br: '.br', gzip: '.gz' } as const;
