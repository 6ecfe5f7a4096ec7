import { readBadgeFile } from './read-badge-file.ts';
import type { Report, VerifyOptions } from './verify.ts';
import { NOTHING, verifyCredential } from './verify.ts';

/**
 * Checks the badge in a file of any kind readBadgeFile knows. One of Open Badges 1 or 2 is left `unknown`: its truth lies with its
 * host, which nobody asks from here.
 */
export const verifyFile = async (file: Uint8Array, options: VerifyOptions): Promise<Report> => {
  const read = await readBadgeFile(file);
  if (!read.ok) return { ...NOTHING, problems: [read.error.type] };
  if (read.value.version === 3) return verifyCredential(read.value.text, options);
  return { ...NOTHING, verdict: 'unknown', signature: 'unsupported', problems: ['open-badges-2'] };
};
