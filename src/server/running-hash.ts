import { createHash } from 'node:crypto';
import type { RunningHash } from '#server/actions/receive-media';

/** SHA-256 of bytes as they come. */
export const sha256Running = (): RunningHash => {
  const hash = createHash('sha256');
  return { add: (bytes) => void hash.update(bytes), end: () => hash.digest() };
};
