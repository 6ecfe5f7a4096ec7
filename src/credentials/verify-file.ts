import { readBadgeFile } from './read-badge-file.ts';
import type { Report } from './report.ts';
import { NOTHING } from './report.ts';
import { verifyCredential } from './verify.ts';
import type { AssertionOptions } from './verify-assertion.ts';

/** Checks the badge in a file of any kind readBadgeFile knows; what badges of Open Badges 1 and 2 need is loaded when one comes. */
export const verifyFile = async (file: Uint8Array, options: AssertionOptions): Promise<Report> => {
  const read = await readBadgeFile(file);
  if (!read.ok) return { ...NOTHING, problems: [read.error.type] };
  const { version, text } = read.value;
  return version === 3 ? verifyCredential(text, options) : (await import('./verify-assertion.ts')).verifyAssertion(text, options);
};
