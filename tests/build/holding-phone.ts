import { STARTER_MOULDS } from '#content/starter-kit';
import { signDocument } from '#credentials/data-integrity';
import { buildIssuerDocument, methodId } from '#credentials/did-document';
import { formatInstant } from '#credentials/instant';
import type { JsonObject } from '#credentials/json';
import { buildOpenBadge, issueBadge } from '#credentials/open-badge';
import { buildStatusList } from '#credentials/status-list';
import { CATALOGUE, type MouldId, scopeOf } from '#domain/ids';
import type { Mould } from '#domain/mould';
import { awardOf } from '#protocol/award-of';
import { issuerDid, personDid, statusListAddress } from '#protocol/site';
import { aRow, aSealedBadge, at, badgeId, PERSON, STRUCTURE, signerOfNumber } from './field.ts';
import { memoryClientStore } from './memory-client-store.ts';
import { pullInto } from './pulled-page.ts';
import { identity } from './stored.ts';

export const ORIGIN = 'https://pepites.example';
export const SITE = { origin: ORIGIN };
export const NOW = at('2026-05-30T10:00Z');
const OWN = scopeOf('p', PERSON);
const DID = issuerDid(SITE, STRUCTURE);

const signer = await signerOfNumber(11);
const tokens = await signerOfNumber(12);
const statusList = await buildStatusList({
  id: statusListAddress(SITE, STRUCTURE),
  issuer: DID,
  purpose: 'revocation',
  marked: [],
  validFrom: NOW,
});
const signedList = await signDocument(statusList, signer, {
  verificationMethod: methodId(DID, signer.publicKey),
  created: formatInstant(NOW),
});
export const issuer = {
  did: DID,
  name: 'Les Jardins de Pessac',
  document: buildIssuerDocument(DID, { organisation: [signer.publicKey, tokens.publicKey], devices: [] }),
  statusList: signedList.ok ? signedList.value : {},
  asOf: NOW,
};

/** A badge of a mould of the kit, signed. */
export const credentialOf = async (mould: MouldId, level: 0 | 2 = 0): Promise<JsonObject> => {
  const award = awardOf(SITE, {
    id: badgeId(1),
    badge: { mould, at: NOW, ...(level > 0 && { level: 2 }) },
    mould: STARTER_MOULDS[mould] as Mould,
    person: { did: personDid(SITE, 'k7mzq2w5c3v8nx4rbt9jyd') },
    structure: { name: issuer.name },
    structureId: STRUCTURE,
    event: undefined,
    statusIndex: 94_567,
    now: NOW,
  });
  const signed = await issueBadge(buildOpenBadge(award), signer, methodId(DID, signer.publicKey), NOW);
  if (!signed.ok) throw new Error(signed.error.type);
  return signed.value;
};

/** A phone that holds one badge and knows some of the catalogue. */
export const phone = async (
  mould: MouldId,
  credential: JsonObject | undefined,
  knows: { readonly moulds?: boolean; readonly issuers?: boolean },
) => {
  const store = memoryClientStore();
  const moulds = Object.entries(STARTER_MOULDS).map(([id, body]) => aRow(CATALOGUE, 'mould', id, body));
  const own = credential ? [aRow(OWN, 'credential', badgeId(1), { credential })] : [];
  await pullInto(store, { serverTime: 1 }, [
    { scope: OWN, cursor: 1, rows: [aRow(OWN, 'badge', badgeId(1), aSealedBadge({ mould })), ...own] },
    {
      scope: CATALOGUE,
      cursor: 1,
      rows: [...(knows.moulds === false ? [] : moulds), ...(knows.issuers === false ? [] : [aRow(CATALOGUE, 'issuer', STRUCTURE, issuer)])],
    },
  ]);
  return { store: { read: store.read, identity: async () => identity() }, origin: ORIGIN };
};
