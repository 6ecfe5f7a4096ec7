import { utf8 } from '#base/bytes';
import { md5Hex } from './md5.ts';
import { sha256Hex } from './sha256-sync.ts';

/** An identity as badges give it: in the clear, or hashed (`sha256$…`, `md5$…`) with a salt. */
export interface HashedIdentity {
  readonly identity: string;
  readonly hashed: boolean;
  readonly salt: string;
}

// Issuers hashed addresses as people happened to write them.
const spellings = (identity: string): readonly string[] => {
  const lower = identity.trim().toLowerCase();
  return [...new Set([identity, identity.trim(), lower, lower.toUpperCase(), lower.charAt(0).toUpperCase() + lower.slice(1)])];
};

/** Whether one of some identities (e-mail addresses) is the one a badge was given to. */
export const isRecipient = ({ identity, hashed, salt }: HashedIdentity, candidates: readonly string[]): boolean => {
  const [algorithm = '', hash = ''] = identity.toLowerCase().split('$', 2);
  return candidates.flatMap(spellings).some((candidate) => {
    if (!hashed) return candidate.toLowerCase() === identity.trim().toLowerCase();
    if (algorithm === 'sha256') return sha256Hex(candidate + salt) === hash;
    return algorithm === 'md5' && md5Hex(utf8(candidate + salt)) === hash;
  });
};
