import type { Bytes } from '#base/bytes';

/** SHA-256 by WebCrypto, which every program of ours has (page, worker, Node). */
export const sha256 = async (bytes: Bytes): Promise<Bytes> => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
