import { type Bytes, fromUtf8, utf8 } from '#base/bytes';
import type { Json } from '#base/canonical-json';
import { deflate } from '#credentials/deflate';
import { deflateRaw, inflateRaw } from '#credentials/gzip';
import { nestsWithin } from '#credentials/json';
import { MAX_DEPTH } from './limits.ts';

/**
 * What boxes and their answers have in common, so that a small one fits in a few codes. It is part of version 1 of the box: another text is
 * another version.
 */
export const BOX_DICTIONARY =
  '"statusIndex":"step":"sealed","sealedAt":"claimedAt":"how":"late":"fresh","kind":"refusal","credential","badge","id":"0197","stamps":{' +
  '"deleted":false},{"https://www.w3.org/ns/credentials/v2","https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],"type":' +
  '["VerifiableCredential","OpenBadgeCredential"],"proof":[{"type":"DataIntegrityProof","cryptosuite":"eddsa-rdfc-2022","created":"2026-' +
  '"verificationMethod":"did:web:"proofPurpose":"assertionMethod","proofValue":"z"achievement":{"id":"criteria":{"narrative":"credentialStatus":' +
  '{"type":"BitstringStatusListEntry","statusPurpose":"revocation","statusListIndex":"statusListCredential":"https://"acknowledged":{"device":"z6Mk' +
  '"pull":{"protocol":1,"nonce":"serverTime":17"epoch":"last":"head":"safe":"more":false,"scopes":[{"scope":"p:0197"cursor":"rows":[{"kind":' +
  '"cursors":{"c:network":"d:z6Mk"p:"q:"room":13000,"segments":[{"actions":[{"args":{"badge":"0197","ticket":"https://"},"at":17,"id":"0197' +
  '"n":1,"name":"claim-badge","v":1},{"args":{"evidence":"request":"reflection":"answers":[{"question":"mould":"keep-answer","show-badge",' +
  '"to":"world"send-request"}],"device":"z6Mk","prev":"","signature":"';

// Above this our own compression, which tries hard, takes too long (22 ms for 8 kB on a server, 110 for 24).
const TRY_HARD = 8 * 1024;

/** JSON as few bytes. */
export const packJson = async (value: Json): Promise<Bytes> => {
  const bytes = utf8(JSON.stringify(value));
  return bytes.length > TRY_HARD ? deflateRaw(bytes) : deflate(bytes, utf8(BOX_DICTIONARY));
};

/** The JSON that was packed; undefined when it is none, too deep, or larger than `limit` bytes. */
export const unpackJson = async (packed: Bytes, limit: number): Promise<Json | undefined> => {
  const bytes = await inflateRaw(packed, utf8(BOX_DICTIONARY), limit);
  if (bytes === null) return undefined;
  try {
    const value = JSON.parse(fromUtf8(bytes)) as Json;
    return nestsWithin(value, MAX_DEPTH) ? value : undefined;
  } catch {
    return undefined;
  }
};
