import type { Millis } from '#base/ambient';
import { parseDidDocument } from '#credentials/did-document';
import type { KnownDid } from '#credentials/issuer-key';
import type { Report } from '#credentials/report';
import { readStatusList, type StatusList } from '#credentials/status-list';
import { verifyCredential } from '#credentials/verify';

/** What is at hand of an issuer: its DID document, its status list, and when this copy was read. */
export interface KnownIssuer {
  readonly did: string;
  readonly document: unknown;
  readonly statusList: unknown;
  readonly asOf: Millis;
}

/** Verifies one credential at the instant `at` with nothing but these issuers: no network, and a report of separate facts. */
export const verifyWithIssuers = async (credential: unknown, issuers: readonly KnownIssuer[], at: Millis): Promise<Report> => {
  const dids = new Map<string, KnownDid>();
  const lists = new Map<string, StatusList>();
  for (const { did, document, asOf } of issuers) {
    const parsed = parseDidDocument(document);
    if (parsed.ok && parsed.value.id === did) dids.set(did, { document: parsed.value, asOf });
  }
  const known = (did: string): KnownDid | undefined => dids.get(did);
  for (const { statusList, asOf } of issuers) {
    const list = await readStatusList(statusList, asOf, known);
    if (list.ok) lists.set(list.value.id, list.value);
  }
  return verifyCredential(credential, { at, dids: known, statusLists: (id) => lists.get(id) });
};
