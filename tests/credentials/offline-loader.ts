import { buildIssuerDocument } from '#credentials/did-document';
import type { JsonObject } from '#credentials/json';
import { pinnedFiles } from '#tools/compile-contexts';
import { ISSUER, issuerKeys } from './fixtures.ts';
import { vectorJson } from './vector-files.ts';

const issuer = buildIssuerDocument(ISSUER, issuerKeys);
const methods = Array.isArray(issuer['verificationMethod']) ? (issuer['verificationMethod'] as JsonObject[]) : [];

/** Pinned contexts and the documents of the issuer by address. */
export const knownDocuments: Readonly<Record<string, unknown>> = Object.fromEntries([
  ...Object.entries(pinnedFiles).map(([address, file]): [string, unknown] => [address, vectorJson(`contexts/${file}`)]),
  [ISSUER, issuer],
  ...methods.map((method): [string, unknown] => [String(method['id']), { '@context': 'https://w3id.org/security/multikey/v1', ...method }]),
]);

/** What other libraries load while they verify our badges: pinned contexts and the issuer, from memory, as @digitalbazaar/vc's own loader does. */
export const offlineLoader = async (documentUrl: string) => {
  const document = knownDocuments[documentUrl];
  if (document === undefined) throw new Error(`no network: ${documentUrl}`);
  return { contextUrl: null, documentUrl, document };
};
