import { createHash } from 'node:crypto';
import type { Scope } from '#domain/ids';
import { UPLOADS_PATH, uploadPath } from '#protocol/media';
import type { World } from './server-world.ts';

/** Bytes that begin as a JPEG does, the same for the same number. */
export const aPhoto = (size: number, n = 1): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(size);
  for (let i = 0; i < size; i++) bytes[i] = (i * 2_654_435_761 * n) >>> 24;
  bytes.set([0xff, 0xd8, 0xff, 0xe0]);
  return bytes;
};

export const sha256Hex = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const base64 = (text: string | Uint8Array): string => Buffer.from(text).toString('base64');

export const TUS = { 'tus-resumable': '1.0.0' } as const;

interface Uploading {
  readonly scope: Scope;
  readonly bytes: Uint8Array;
  readonly type?: string;
  readonly cookie: string | undefined;
}

/** Asks for an upload; `change` replaces headers. */
export const beginUpload = (
  world: World,
  { scope, bytes, type = 'image/jpeg', cookie }: Uploading,
  change: Readonly<Record<string, string>> = {},
): Promise<Response> =>
  world.ask(UPLOADS_PATH, {
    method: 'POST',
    cookie,
    headers: {
      ...TUS,
      'upload-length': String(bytes.length),
      'upload-metadata': `scope ${base64(scope)},sha256 ${base64(sha256Hex(bytes))},type ${base64(type)}`,
      ...change,
    },
  });

export const uploadHead = (world: World, { scope, bytes, cookie }: Uploading): Promise<Response> =>
  world.ask(uploadPath(scope, sha256Hex(bytes)), { method: 'HEAD', cookie, headers: TUS });

/** Sends bytes from `offset` up to `end`, with their checksum. */
export const sendPart = (
  world: World,
  { scope, bytes, cookie }: Uploading,
  offset: number,
  end = bytes.length,
  change: Readonly<Record<string, string>> = {},
): Promise<Response> => {
  const part = bytes.slice(offset, end);
  return world.ask(uploadPath(scope, sha256Hex(bytes)), {
    method: 'PATCH',
    cookie,
    body: part,
    headers: {
      ...TUS,
      'content-type': 'application/offset+octet-stream',
      'upload-offset': String(offset),
      'upload-checksum': `sha256 ${base64(createHash('sha256').update(part).digest())}`,
      ...change,
    },
  });
};

/** The whole way at once. */
export const upload = async (world: World, uploading: Uploading): Promise<void> => {
  const begun = await beginUpload(world, uploading);
  if (begun.status !== 201) throw new Error(`begin: ${begun.status} ${await begun.text()}`);
  for (let offset = 0; offset < uploading.bytes.length; offset += 2 * 1024 * 1024) {
    const sent = await sendPart(world, uploading, offset, offset + 2 * 1024 * 1024);
    if (sent.status !== 204) throw new Error(`part: ${sent.status} ${await sent.text()}`);
  }
};
