import type { BytePlace, ByteRange, Named } from '#domain/byte-place';
import { placeName, placePrefix } from './place-name.ts';
import type { S3Address } from './s3-address.ts';
import { type S3Requests, s3Requests } from './s3-requests.ts';
import { wholly } from './wholly.ts';

/**
 * A bucket of anything that speaks S3 (path style). A PUT is atomic, and durable once it is answered. What fails for a moment is tried
 * three times; then the promise rejects with `StorageAway`.
 */
export const openS3Place = (address: S3Address, { pageSize = 1000 }: { readonly pageSize?: number } = {}): BytePlace => {
  const requests = s3Requests(address);
  const pathOf = (name: string): string => `/${address.prefix}${placeName(name)}`;
  return {
    write: async (name, size, parts) => {
      const failed: unknown[] = [];
      const body = () => ReadableStream.from(told(wholly(size, parts()), (error) => failed.push(error)));
      await requests.put(pathOf(name), size, body, () => failed[0]);
    },
    read: async (name, range) => {
      const response = await requests.ask(pathOf(name), range ? { headers: { range: `bytes=${range.first}-${range.last}` } } : {});
      if (response.status === 404 || !response.body) return undefined;
      return { size: wholeSize(response, range), bytes: response.body as AsyncIterable<Uint8Array> };
    },
    size: async (name) => {
      const response = await requests.ask(pathOf(name), { method: 'HEAD' });
      return response.status === 404 ? undefined : Number(response.headers.get('content-length'));
    },
    list: (prefix) => listAll(requests, { root: address.prefix, prefix: placePrefix(prefix), pageSize }),
    remove: async (name) => {
      await (await requests.ask(pathOf(name), { method: 'DELETE' })).body?.cancel();
    },
  };
};

// Whoever sends a stream that fails says only that sending failed.
async function* told(parts: AsyncIterable<Uint8Array>, tell: (error: unknown) => void): AsyncIterable<Uint8Array> {
  try {
    yield* parts;
  } catch (error) {
    tell(error);
    throw error;
  }
}

const wholeSize = (response: Response, range: ByteRange | undefined): number =>
  Number(range ? response.headers.get('content-range')?.split('/')[1] : response.headers.get('content-length'));

interface Listing {
  readonly root: string;
  readonly prefix: string;
  readonly pageSize: number;
}

// The first version of the list: every S3 has it, and it goes on after a name instead of a token.
async function* listAll({ ask }: S3Requests, { root, prefix, pageSize }: Listing): AsyncIterable<Named> {
  for (let [marker, more] = ['', true]; more; ) {
    const response = await ask(`?${new URLSearchParams({ prefix: `${root}${prefix}`, marker, 'max-keys': String(pageSize) })}`);
    if (response.status === 404) throw new Error('S3 knows no such bucket');
    const page = await response.text();
    for (const [, entry = ''] of page.matchAll(/<Contents>(.*?)<\/Contents>/gs)) {
      marker = textOf(entry, 'Key');
      yield { name: marker.slice(root.length), size: Number(textOf(entry, 'Size')) };
    }
    more = textOf(page, 'IsTruncated') === 'true';
  }
}

// Names are plain letters (`placeName`): nothing in them is an entity.
const textOf = (xml: string, tag: string): string => new RegExp(`<${tag}>([^<]*)</${tag}>`).exec(xml)?.[1] ?? '';
