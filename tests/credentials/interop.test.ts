import * as digitalBazaarProof from '@digitalbazaar/data-integrity';
import * as digitalBazaarSuite from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as digitalBazaar from '@digitalbazaar/vc';
import * as digitalCredentialsProof from '@digitalcredentials/data-integrity';
import * as digitalCredentialsSuite from '@digitalcredentials/eddsa-rdfc-2022-cryptosuite';
import * as digitalCredentials from '@digitalcredentials/vc';
import { createLocalJWKSet, exportJWK, generateKeyPair, jwtVerify } from 'jose';
import { describe, expect, it } from 'vitest';
import { buildClr, roadAssociations } from '#credentials/clr';
import { methodId } from '#credentials/did-document';
import { buildEndorsement } from '#credentials/endorsement';
import { hashedEmail } from '#credentials/hashed-email';
import type { JsonObject } from '#credentials/json';
import { signerFromKeyPair } from '#credentials/keys';
import { buildOpenBadge, issueBadge } from '#credentials/open-badge';
import { signJwt } from '#credentials/sign-jwt';
import { buildStatusList } from '#credentials/status-list';
import { aBadge, anAward, DAY, device, ISSUER, LIST, must, NOW, organisation, PERSON } from './fixtures.ts';
import { offlineLoader } from './offline-loader.ts';
import { achievementCredential } from './schemas.ts';

const bare = { id: 'https://example.org/m/1', name: 'A', description: 'B', criteria: 'C', inLanguage: 'fr' };

const sign = async (unsigned: JsonObject): Promise<JsonObject> =>
  must(await issueBadge(unsigned, organisation, methodId(ISSUER, organisation.publicKey), NOW - DAY));

const issuer = { id: ISSUER, name: 'INAE' };
const anEndorsement = (): Promise<JsonObject> =>
  sign(
    buildEndorsement({
      id: 'urn:uuid:0197b0f4-0000-7b8a-9d3e-5f6a7b8c9d0e',
      issuer,
      about: anAward().id,
      name: 'Avis',
      comment: 'Oui.',
      validFrom: NOW,
    }),
  );

const anEndorsedBadge = async (): Promise<JsonObject> =>
  aBadge({
    endorsements: [await anEndorsement()],
    identifiers: [hashedEmail('claire@example.org', 'sel')],
    achievement: { ...anAward().achievement, editions: [{ id: 'https://example.org/m/cuisine/ar/2', inLanguage: 'ar', version: '2' }] },
  });

const aRoad = async (): Promise<JsonObject> => {
  const credentials = [await aBadge(), await aBadge({ id: 'https://example.org/a/2' })];
  const associations = roadAssociations(anAward().achievement.id, ['https://example.org/m/1']);
  return sign(
    buildClr({
      id: 'urn:uuid:0197b0f4-0000-7b8a-9d3e-000000000000',
      name: 'R',
      issuer,
      subject: PERSON,
      credentials,
      associations,
      validFrom: NOW,
    }),
  );
};

const aStatusList = async (marked: readonly number[]): Promise<JsonObject> => {
  const content = { id: LIST, issuer: ISSUER, purpose: 'revocation', marked, validFrom: NOW - DAY, validUntil: NOW + DAY } as const;
  return sign(await buildStatusList(content));
};

/** Everything we issue with a Data Integrity proof, by what it is. */
const ISSUED: readonly (readonly [string, () => Promise<JsonObject>])[] = [
  ['a rich badge', () => aBadge()],
  ['a bare badge', () => aBadge({ achievement: bare, evidence: [] })],
  ['a badge of a device', () => aBadge({}, device)],
  ['a badge with an end', () => aBadge({ validUntil: NOW + DAY })],
  ['an endorsement', anEndorsement],
  ['an endorsed badge for an e-mail address, of several languages', anEndorsedBadge],
  ['a road', aRoad],
  ['an empty status list', () => aStatusList([])],
  ['a status list', () => aStatusList([3, 94_567])],
];

describe.each([
  ['@digitalbazaar/vc', digitalBazaar, digitalBazaarProof, digitalBazaarSuite],
  ['@digitalcredentials/vc', digitalCredentials, digitalCredentialsProof, digitalCredentialsSuite],
])('by %s', (_, { verifyCredential }, { DataIntegrityProof }, { cryptosuite }) => {
  const suite = new DataIntegrityProof({ cryptosuite });
  const isVerified = async (credential: JsonObject, now = NOW): Promise<boolean> => {
    const checkStatus = async () => ({ verified: true });
    const options = { credential: structuredClone(credential), suite, documentLoader: offlineLoader, now: new Date(now), checkStatus };
    return (await verifyCredential(options)).verified;
  };

  it.each(ISSUED)('%s of ours verifies, and not once changed', async (_what, make) => {
    const issued = await make();
    expect(await isVerified(issued)).toBe(true);
    expect(await isVerified({ ...issued, name: 'x' })).toBe(false);
    expect(await isVerified({ ...issued, validFrom: '2026-01-01T00:00:00Z' })).toBe(false);
  });

  it('a badge of ours ends when it says so', async () => {
    expect(await isVerified(await aBadge({ validUntil: NOW + DAY }), NOW + 2 * DAY)).toBe(false);
  });
});

it('by jose, a badge of ours as VC-JWT verifies with its issuer’s keys, and not once changed', async () => {
  const pair = await generateKeyPair('ES256', { extractable: true });
  const signer = await signerFromKeyPair(pair);
  const kid = methodId(ISSUER, signer.publicKey);
  const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(pair.publicKey)), kid, alg: 'ES256' }] });
  const options = { algorithms: ['ES256'], issuer: ISSUER, subject: PERSON, currentDate: new Date(NOW) };
  for (const award of [anAward(), anAward({ achievement: bare, evidence: [] }), anAward({ validUntil: NOW + DAY })]) {
    const token = must(await signJwt(buildOpenBadge(award), signer, kid));
    const { payload, protectedHeader } = await jwtVerify(token, keys, options);
    expect(protectedHeader).toEqual({ alg: 'ES256', kid, typ: 'JWT' });
    expect(payload).toMatchObject({ ...buildOpenBadge(award), iss: ISSUER, jti: award.id, sub: PERSON, nbf: (NOW - DAY) / 1000 });
    const [header, , signature] = token.split('.');
    const changed = btoa(JSON.stringify({ ...payload, name: 'x' })).replace(/=+$/, '');
    await expect(jwtVerify(`${header}.${changed}.${signature}`, keys, options)).rejects.toThrow('signature');
    await expect(jwtVerify(token, keys, { ...options, currentDate: new Date(NOW - 2 * DAY) })).rejects.toThrow('nbf');
  }
});

describe('the JSON Schema of Open Badges 3.0', () => {
  it('accepts a rich badge of ours and a bare one', async () => {
    expect(achievementCredential(await aBadge())).toEqual([]);
    expect(achievementCredential(await aBadge({ achievement: bare, evidence: [] }))).toEqual([]);
    expect(achievementCredential(await anEndorsedBadge())).toEqual([]);
  });

  it('would see a missing member', async () => {
    const { issuer: _issuer, ...rest } = await aBadge();
    expect(achievementCredential(rest)).not.toEqual([]);
  });
});
