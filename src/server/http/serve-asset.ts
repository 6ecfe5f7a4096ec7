import type { Bytes } from '#base/bytes';
import { refuse } from './answers.ts';

/** A file of the built app. `encoded`: its precompressed twins. */
export interface Asset {
  readonly type: string;
  readonly etag: string;
  /** Its name has a hash of its content: it never changes. */
  readonly immutable: boolean;
  read(encoding?: 'br' | 'gzip'): Promise<Bytes>;
  readonly encodings: readonly ('br' | 'gzip')[];
}

/** The built app's files by path (`/assets/app-x1.js`); undefined when there is none. */
export type FindAsset = (path: string) => Asset | undefined;

/** The app's page, for every address the app itself routes. */
export const SHELL = '/index.html';

/** Answers with a file, compressed if the visitor can read it; a missing one is refused, never replaced by the page. */
export const serveAsset = async (asset: Asset | undefined, request: Request): Promise<Response> => {
  if (!asset) return refuse('NotFound');
  const headers = new Headers({
    'content-type': asset.type,
    etag: asset.etag,
    vary: 'accept-encoding',
    'cache-control': asset.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
  });
  if (request.headers.get('if-none-match')?.includes(asset.etag)) return new Response(null, { status: 304, headers });
  const accepted = request.headers.get('accept-encoding') ?? '';
  const encoding = asset.encodings.find((name) => new RegExp(`\\b${name}\\b(?!\\s*;\\s*q=0(?:\\.0*)?\\b)`).test(accepted));
  if (encoding) headers.set('content-encoding', encoding);
  return new Response(await asset.read(encoding), { headers });
};

/** An address of the app (`/`, `/badges`, `/c`), as opposed to a file (`/assets/x.js`). */
export const isAppPath = (path: string): boolean => !path.slice(path.lastIndexOf('/') + 1).includes('.') && !path.startsWith('/assets/');
