import type { Clock, Signer } from '#base/ambient';
import { canonicalJson, type Json } from '#base/canonical-json';
import { signDocument } from '#credentials/data-integrity';
import { buildIssuerDocument, methodId } from '#credentials/did-document';
import { formatInstant } from '#credentials/instant';
import { buildStatusList } from '#credentials/status-list';
import { CATALOGUE, type StructureId, scopeOf } from '#domain/ids';
import { put } from '#domain/record';
import type { RecordStore } from '#domain/record-store';
import type { Issuer } from '#domain/structure';
import { issuerDid, type Site, statusListAddress } from '#protocol/site';
import type { KeyProvider } from './certify-device.ts';

export interface PublishDeps {
  readonly store: RecordStore;
  readonly keys: KeyProvider;
  readonly site: Site;
  readonly clock: Clock;
}

const DAY_MS = 86_400_000;
// A phone that has not pulled for a month must say that it no longer knows.
const LIST_MS = 30 * DAY_MS;

/**
 * Publishes a structure as issuer: its DID document and its signed status list, as one catalogue record that every phone keeps, so that
 * badges can be checked with no network. Signed again only when a day old or when keys or name have changed; null without such a structure.
 */
export const publishIssuer = async (deps: PublishDeps, id: StructureId): Promise<Issuer | null> => {
  const home = scopeOf('s', id);
  const records = await deps.store.read([
    { scope: home, kind: 'structure', id },
    { scope: CATALOGUE, kind: 'issuer', id },
  ]);
  const structure = records.get(home, 'structure', id);
  const signer = structure && (await deps.keys.signer(id));
  if (!structure || !signer) return null;
  const did = issuerDid(deps.site, id);
  const tokenSigner = await deps.keys.tokenSigner(id);
  const organisation = [signer, ...(tokenSigner ? [tokenSigner] : [])].map(({ publicKey }) => publicKey);
  const document = buildIssuerDocument(did, { organisation, devices: [] });
  const published = records.get(CATALOGUE, 'issuer', id);
  const now = deps.clock();
  if (published && isFresh(published, { name: structure.name, document }, now)) return published;
  const issuer: Issuer = { did, name: structure.name, document, statusList: await signList(deps.site, id, signer, now), asOf: now };
  const need = { scope: CATALOGUE, kind: 'issuer', id } as const;
  return deps.store.judge([need], () => ({ patches: [put(CATALOGUE, 'issuer', id, issuer)], answer: issuer }));
};

const isFresh = (published: Issuer, wanted: Pick<Issuer, 'name' | 'document'>, now: number): boolean =>
  published.asOf <= now &&
  now - published.asOf < DAY_MS &&
  published.name === wanted.name &&
  canonicalJson(published.document as Json) === canonicalJson(wanted.document as Json);

// Nothing can be revoked yet: the list says so, signed and dated.
const signList = async (site: Site, id: StructureId, signer: Signer, now: number) => {
  const did = issuerDid(site, id);
  const address = statusListAddress(site, id);
  const content = { id: address, issuer: did, purpose: 'revocation', marked: [], validFrom: now, validUntil: now + LIST_MS } as const;
  const proof = { verificationMethod: methodId(did, signer.publicKey), created: formatInstant(now) };
  const signed = await signDocument(await buildStatusList(content), signer, proof);
  if (!signed.ok) throw new Error(`the status list of ${id} cannot be signed: ${signed.error.type}`);
  return signed.value;
};

/** Publishes every structure (start-up, daily). */
export const publishIssuers = async (deps: PublishDeps): Promise<void> => {
  for (const scope of await deps.store.scopes('s')) await publishIssuer(deps, scope.slice(2) as StructureId);
};
