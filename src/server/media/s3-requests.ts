import { setTimeout as delay } from 'node:timers/promises';
import { AwsClient } from 'aws4fetch';
import { STORAGE_AWAY, storageError } from '#domain/storage-error';
import type { S3Address } from './s3-address.ts';

type Body = NonNullable<RequestInit['body']>;

/** Signed requests to one bucket. Every answer is one of success or a 404; all else rejects. */
export interface S3Requests {
  ask(path: string, init?: RequestInit): Promise<Response>;
  /** Puts bytes, as they come. `broken` is asked why the body itself failed, if it did. */
  put(path: string, size: number, body: () => Body, broken: () => unknown): Promise<void>;
}

const TRIES = 3;
const ANSWER_MS = 20_000;
const TRANSFER_MS = 300_000;

export const s3Requests = ({ endpoint, bucket, region, accessKeyId, secretAccessKey }: S3Address): S3Requests => {
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 0 });
  const urlOf = (path: string): string => `${endpoint}/${bucket}${path}`;
  return {
    ask: (path, init = {}) =>
      tried(async () => {
        const signed = await client.sign(urlOf(path), init);
        return expected(await fetch(signed, { signal: AbortSignal.timeout(init.method === undefined ? TRANSFER_MS : ANSWER_MS) }));
      }),
    put: (path, size, body, broken) =>
      tried(async () => {
        // Integrity is TLS's on the way and the content address's at the end; hashing twice would need all bytes before the first is sent.
        const { headers } = await client.sign(urlOf(path), { method: 'PUT', headers: { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' } });
        headers.set('content-length', String(size));
        const init: RequestInit = { method: 'PUT', headers, body: body(), duplex: 'half', signal: AbortSignal.timeout(TRANSFER_MS) };
        const response = await expected(await fetch(urlOf(path), init));
        await response.body?.cancel();
        if (response.status === 404) throw new Error('S3 knows no such bucket');
      }, broken),
  };
};

const MOMENTARY = 'Momentary';

const expected = async (response: Response): Promise<Response> => {
  const { ok, status } = response;
  if (ok || status === 404) return response;
  await response.body?.cancel();
  const passing = status >= 500 || status === 429 || status === 408;
  throw Object.assign(new Error(`S3 answered ${status}`), passing && { name: MOMENTARY });
};

/** Network errors and errors of the moment are tried again; a refusal (rights, name of the bucket) is not, nor what broke on our side. */
const tried = async <T>(work: () => Promise<T>, broken: () => unknown = () => undefined): Promise<T> => {
  for (let left = TRIES - 1; ; left--) {
    try {
      return await work();
    } catch (error) {
      if (broken() !== undefined) throw broken();
      if (!isPassing(error)) throw error;
      if (left === 0) throw storageError(STORAGE_AWAY, error);
      await delay(200 * (TRIES - left) * (0.5 + Math.random()));
    }
  }
};

// `fetch` says every failure of the network as a TypeError.
const isPassing = (error: unknown): boolean =>
  error instanceof Error && (error instanceof TypeError || error.name === 'TimeoutError' || error.name === MOMENTARY);
