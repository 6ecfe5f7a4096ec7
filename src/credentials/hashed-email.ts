import type { JsonObject } from './json.ts';
import { sha256Hex } from './sha256-sync.ts';

/**
 * An e-mail address as badges name their recipient by (IdentityObject, Open Badges 3.0 §B.1.19): hashed in lowercase, as readers compare.
 * `salt` should be unpredictable and of one badge; it only keeps badges of one person from being put together at a glance, since whoever
 * guesses the address can still check it.
 */
export const hashedEmail = (email: string, salt: string): JsonObject => ({
  type: 'IdentityObject',
  hashed: true,
  identityHash: `sha256$${sha256Hex(email.trim().toLowerCase() + salt)}`,
  identityType: 'emailAddress',
  salt,
});
