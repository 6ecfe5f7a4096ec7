import { verifyWithIssuers } from '#client/actions/verify-with-issuers';
import type { Issuer } from '#domain/structure';

/** The check of a held badge's credential by this device's own copies of the issuers. A chunk of its own: it is needed once a badge is sealed. */
export const verifyHeld = async (
  credential: { readonly [name: string]: unknown },
  issuers: readonly Issuer[],
  at: number,
): Promise<'valid' | 'invalid' | 'unknown'> => (await verifyWithIssuers(credential, issuers, at)).verdict;
