import type { DidDocument } from './did-document.ts';
import { fromMultikey } from './multibase.ts';

/** The `did:key` of a public key in multibase. */
export const didKey = (publicKey: string): string => `did:key:${publicKey}`;

/** The DID URL by which a `did:key` names its only key. */
export const didKeyMethod = (publicKey: string): string => `did:key:${publicKey}#${publicKey}`;

/** The document of a `did:key`, worked out from the name itself, or null when it names no Ed25519 or P-256 key. */
export const didKeyDocument = (did: string): DidDocument | null => {
  const publicKey = did.startsWith('did:key:') ? did.slice('did:key:'.length) : '';
  if (fromMultikey(publicKey) === null) return null;
  const key = { id: `${did}#${publicKey}`, key: { publicKey }, expires: null, revoked: null };
  return { id: did, assertionMethod: [key], authentication: [key] };
};
