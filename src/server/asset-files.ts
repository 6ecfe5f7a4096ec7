import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
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
 * The built app's files. Names are listed once, when the server starts: nothing else in the file system can be asked for, whatever the
 * path. Files without a type of ours (stamps, build manifests) are not served.
 */
export const openAssetFiles = (folder: string): FindAsset => {
  const names = existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => name.split(sep).join('/'))
    : [];
  const listed = new Set(names);
  const served = names.filter((name) => TYPES[extname(name)] && !name.split('/').some((part) => part.startsWith('.')));
  const assets = new Map(served.map((name) => [`/${name}`, assetOf(folder, name, listed)]));
  return (path) => assets.get(path);
};

const assetOf = (folder: string, name: string, listed: ReadonlySet<string>): Asset => {
  const encodings = (['br', 'gzip'] as const).filter((encoding) => listed.has(`${name}${SUFFIX[encoding]}`));
  let etag = '';
  return {
    type: TYPES[extname(name)] ?? '',
    // Vite names what it hashes `name-<hash>.ext`, all of it under assets/.
    immutable: name.startsWith('assets/'),
    encodings,
    get etag() {
      etag ||= `"${createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('base64url')
        .slice(0, 22)}"`;
      return etag;
    },
    read: async (encoding) => new Uint8Array(await readFile(join(folder, name + (encoding ? SUFFIX[encoding] : '')))),
  };
};

const SUFFIX = { br: '.br', gzip: '.gz' } as const;
