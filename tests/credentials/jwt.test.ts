import { base64url, CompactSign, compactVerify, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import { describe, expect, it } from 'vitest';
import { toBase64url, utf8 } from '#base/bytes';
import { parseDidDocument } from '#credentials/did-document';
import type { KnownDid } from '#credentials/issuer-key';
import type { JsonObject } from '#credentials/json';
import { keyOfJwk } from '#credentials/key-material';
import { generateSigner, signerFromKeyPair } from '#credentials/keys';
import { readKnownKey } from '#credentials/known-key';
import { buildOpenBadge } from '#credentials/open-badge';
import { signJwt } from '#credentials/sign-jwt';
import type { VerifyOptions } from '#credentials/verify';
import { verifyCredential } from '#credentials/verify';
import { anAward, ISSUER, knownList, must, NOW, organisation, PERSON } from './fixtures.ts';

const es256 = await generateKeyPair('ES256', { extractable: true });
const rs256 = await generateKeyPair('RS256', { extractable: true });
const edDsa = await generateKeyPair('Ed25519', { extractable: true });
const signer = await signerFromKeyPair(es256);

const methodOf = async (name: string, key: CryptoKey): Promise<JsonObject> => ({
  id: `${ISSUER}#${name}`,
  type: 'JsonWebKey',
  controller: ISSUER,
  publicKeyJwk: { ...(await exportJWK(key)) } as JsonObject,
});
const methods = [await methodOf('es', es256.publicKey), await methodOf('rs', rs256.publicKey), await methodOf('ed', edDsa.publicKey)];
const document = must(parseDidDocument({ id: ISSUER, verificationMethod: methods, assertionMethod: methods.map(({ id }) => id ?? '') }));
const dids = (id: string): KnownDid | undefined => (id === ISSUER ? { document } : undefined);
const atHand: VerifyOptions = { at: NOW, dids, statusLists: await knownList() };
const nothing: VerifyOptions = { at: NOW, dids: () => undefined, statusLists: () => undefined };

const badge = buildOpenBadge(anAward());
const seconds = (text: unknown): number => Date.parse(String(text)) / 1000;
const claims = { iss: ISSUER, jti: String(badge['id']), nbf: seconds(badge['validFrom']), sub: PERSON };
const kid = `${ISSUER}#es`;
const es = await signJwt(badge, signer, kid);
const token = must(es);

type Header = Parameters<CompactSign['setProtectedHeader']>[0];
const signed = (payload: object, header: Header, key: CryptoKey | Uint8Array = es256.privateKey): Promise<string> =>
  new CompactSign(utf8(JSON.stringify(payload))).setProtectedHeader(header).sign(key);

describe('a badge as VC-JWT', () => {
  it('signed here verifies with jose, with the claims Open Badges asks for', async () => {
    const { payload, protectedHeader } = await compactVerify(token, es256.publicKey);
    expect(protectedHeader).toEqual({ alg: 'ES256', kid, typ: 'JWT' });
    expect(JSON.parse(new TextDecoder().decode(payload))).toEqual({ ...badge, ...claims });
  });

  it('carries its end as a claim, and no proof', async () => {
    const limited = buildOpenBadge(anAward({ validUntil: NOW + 1000 }));
    const { payload } = await compactVerify(must(await signJwt({ ...limited, proof: [{}] }, signer, kid)), es256.publicKey);
    const read = JSON.parse(new TextDecoder().decode(payload));
    expect(read.exp).toBe(NOW / 1000 + 1);
    expect(read).not.toHaveProperty('proof');
  });

  it('is only signed by a P-256 key, for a badge that says who, what and since when', async () => {
    expect(await signJwt(badge, organisation, kid)).toEqual({ ok: false, error: { type: 'wrong-key', what: 'P-256' } });
    const { id: _id, ...nameless } = badge;
    expect(await signJwt(nameless, signer, kid)).toEqual({ ok: false, error: { type: 'missing-member', what: 'id' } });
    expect(await signJwt({ ...badge, colour: 'red' }, signer, kid)).toMatchObject({ ok: false, error: { type: 'unmapped-term' } });
  });

  it('verifies here, also with white space around it', async () => {
    for (const text of [token, `\n ${token}\r\n`]) {
      expect(await verifyCredential(text, atHand)).toMatchObject({
        verdict: 'valid',
        signature: 'good',
        issuer: 'known',
        status: 'active',
        securedBy: 'ES256',
        problems: [],
        issuerId: ISSUER,
      });
    }
  });

  it.each([
    ['RS256', 'rs', rs256.privateKey],
    ['EdDSA', 'ed', edDsa.privateKey],
    ['Ed25519', 'ed', edDsa.privateKey],
    ['ES256', 'es', es256.privateKey],
  ])('of jose with %s verifies, and is labelled so', async (alg, name, key) => {
    const text = await signed({ ...badge, ...claims }, { alg, kid: `${ISSUER}#${name}`, typ: 'JWT' }, key);
    expect(await verifyCredential(text, atHand)).toMatchObject({ verdict: 'valid', securedBy: alg, problems: [] });
    const [header = '', payload = '', signature = ''] = text.split('.');
    const other = toBase64url(utf8(JSON.stringify({ ...badge, ...claims, name: 'Other' })));
    for (const broken of [
      `${header}.${other}.${signature}`,
      `${header}.${payload}.${'A'.repeat(signature.length)}`,
      `${header}.${payload}.`,
    ]) {
      expect(await verifyCredential(broken, atHand)).toMatchObject({ verdict: 'invalid', signature: 'bad' });
    }
  });

  it('in the form of VCDM 1.1 (claim vc) takes what is missing from the claims', async () => {
    const { validFrom: _from, issuer: _issuer, id: _id, awardedDate: _awarded, evidence: _evidence, ...rest } = badge;
    const vc = {
      ...rest,
      '@context': ['https://www.w3.org/2018/credentials/v1', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
      issuer: { id: ISSUER, type: ['Profile'], name: 'INAE' },
      credentialStatus: [],
    };
    const text = await signed({ ...claims, exp: NOW / 1000 + 60, vc }, { alg: 'ES256', kid, typ: 'JWT' });
    const report = await verifyCredential(text, atHand);
    expect(report).toMatchObject({ signature: 'good', issuer: 'known', problems: [], verdict: 'valid' });
    expect(report.credential).toMatchObject({ id: claims.jti, issuanceDate: badge['validFrom'] });
    expect(await verifyCredential(text, { ...atHand, at: NOW + 60_000 })).toMatchObject({ verdict: 'invalid', problems: ['expired'] });
  });

  it('that follows vc-jose-cose needs no claims', async () => {
    const text = await signed(badge, { alg: 'ES256', kid, typ: 'vc+jwt', cty: 'vc' });
    expect(await verifyCredential(text, atHand)).toMatchObject({ verdict: 'valid', problems: [] });
    expect((await verifyCredential(await signed(badge, { alg: 'ES256', kid }), atHand)).problems).toEqual(['missing-claim']);
  });
});

describe('the claims of a VC-JWT', () => {
  it.each([
    ['iss', { iss: 'did:web:other.example' }],
    ['jti', { jti: 'urn:uuid:0197b0f4-2c5e-7b8a-9d3e-5f6a7b8c9d0f' }],
    ['nbf', { nbf: claims.nbf + 1 }],
    ['nbf as text', { nbf: String(claims.nbf) }],
    ['sub', { sub: 'did:web:other.example' }],
    ['exp', { exp: NOW / 1000 + 60, validUntil: '2030-01-01T00:00:00Z' }],
  ])('must say what the credential says: %s', async (_, change) => {
    const text = await signed({ ...badge, ...claims, ...change }, { alg: 'ES256', kid });
    expect(await verifyCredential(text, atHand)).toMatchObject({ verdict: 'invalid', signature: 'good', problems: ['claim-mismatch'] });
  });

  it('may end a credential that says no end itself', async () => {
    const text = await signed({ ...badge, ...claims, exp: NOW / 1000 }, { alg: 'ES256', kid });
    expect(await verifyCredential(text, atHand)).toMatchObject({ verdict: 'invalid', problems: ['expired'] });
  });

  it('cannot give a meaning to a term that has none', async () => {
    const text = await signed({ ...badge, ...claims, colour: 'red' }, { alg: 'ES256', kid });
    expect(await verifyCredential(text, atHand)).toMatchObject({ verdict: 'invalid', problems: ['unmapped-term'] });
  });
});

describe('the header of a VC-JWT', () => {
  const encoded = (header: object): string => toBase64url(utf8(JSON.stringify(header)));
  const body = toBase64url(utf8(JSON.stringify({ ...badge, ...claims })));

  it('never names no algorithm, or one whose key is a secret', async () => {
    for (const alg of ['none', 'None', 'HS256', 'HS512', 'dir', '', 5, undefined]) {
      const report = await verifyCredential(`${encoded({ alg, kid })}.${body}.`, atHand);
      expect(report, String(alg)).toMatchObject({ verdict: 'invalid', signature: 'bad', problems: ['bad-algorithm'] });
    }
  });

  it('cannot pass a public key off as the secret of an HMAC', async () => {
    const secret = utf8(JSON.stringify(await exportJWK(es256.publicKey)));
    const text = await signed({ ...badge, ...claims }, { alg: 'HS256', kid }, secret);
    expect(await verifyCredential(text, atHand)).toMatchObject({ verdict: 'invalid', signature: 'bad', problems: ['bad-algorithm'] });
  });

  it('cannot ask for another algorithm than the key is for', async () => {
    const text = await signed({ ...badge, ...claims }, { alg: 'ES256', kid: `${ISSUER}#rs` });
    expect(await verifyCredential(text, atHand)).toMatchObject({ verdict: 'invalid', signature: 'bad', problems: ['key-confusion'] });
    const swapped = await signed({ ...badge, ...claims }, { alg: 'RS256', kid }, rs256.privateKey);
    expect(await verifyCredential(swapped, atHand)).toMatchObject({ verdict: 'invalid', signature: 'bad', problems: ['key-confusion'] });
  });

  it('with an algorithm not known here leaves a doubt', async () => {
    const pair = await generateKeyPair('ES384');
    const text = await signed({ ...badge, ...claims }, { alg: 'ES384', kid }, pair.privateKey);
    expect(await verifyCredential(text, atHand)).toMatchObject({
      verdict: 'unknown',
      signature: 'unsupported',
      problems: ['unsupported-proof'],
    });
  });

  it.each([
    ['x5c', { x5c: ['MII'] }],
    ['jku', { jku: 'https://evil.example/keys' }],
    ['crit', { crit: ['exp'], exp: 1 }],
    ['b64', { b64: false, crit: ['b64'] }],
    ['cty', { cty: 'JWT' }],
    ['typ', { typ: 'dc+sd-jwt' }],
    ['typ of another type', { typ: 5 }],
    ['kid of another type', { kid: 5 }],
  ])('holds nothing but what is agreed: %s', async (_, change) => {
    const header = encoded({ alg: 'ES256', kid, ...change });
    const key = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, es256.privateKey, utf8(`${header}.${body}`));
    const text = `${header}.${body}.${toBase64url(new Uint8Array(key))}`;
    expect(await verifyCredential(text, atHand)).toMatchObject({ verdict: 'invalid', signature: 'bad', problems: ['bad-jwt-header'] });
  });

  it('that shows a private key is refused, whatever else is right', async () => {
    const jwk = await exportJWK(es256.privateKey);
    const text = await signed({ ...badge, ...claims }, { alg: 'ES256', kid, jwk });
    expect(await verifyCredential(text, atHand)).toMatchObject({ verdict: 'invalid', signature: 'bad', problems: ['private-key'] });
  });
});

describe('a key inside the token', () => {
  it('proves that nothing was changed, never who issued', async () => {
    const own = await generateKeyPair('ES256');
    const jwk = await exportJWK(own.publicKey);
    const forged = await signed({ ...badge, ...claims }, { alg: 'ES256', jwk }, own.privateKey);
    expect(await verifyCredential(forged, nothing)).toMatchObject({ verdict: 'unknown', signature: 'good', issuer: 'unknown' });
    expect((await verifyCredential(forged, nothing)).problems).toContain('embedded-key');
    expect(await verifyCredential(forged, atHand)).toMatchObject({
      verdict: 'invalid',
      signature: 'good',
      issuer: 'mismatch',
      problems: ['key-not-in-document'],
    });
  });

  it('counts once the issuer’s document lists the same key', async () => {
    for (const [alg, pair] of [
      ['ES256', es256],
      ['RS256', rs256],
      ['EdDSA', edDsa],
    ] as const) {
      const text = await signed({ ...badge, ...claims }, { alg, jwk: await exportJWK(pair.publicKey) }, pair.privateKey);
      expect(await verifyCredential(text, atHand), alg).toMatchObject({ verdict: 'valid', issuer: 'known', problems: [] });
    }
  });

  it('must be the one the name stands for, when there is a name too', async () => {
    const own = await generateKeyPair('ES256');
    const text = await signed({ ...badge, ...claims }, { alg: 'ES256', kid, jwk: await exportJWK(own.publicKey) }, own.privateKey);
    expect(await verifyCredential(text, atHand)).toMatchObject({ verdict: 'invalid', signature: 'bad', problems: ['key-confusion'] });
  });
});

describe('a key with an address of its own', () => {
  const issuer = 'https://school.example/issuers/1';
  const school = buildOpenBadge({ ...anAward({ issuer: { id: issuer, name: 'School' } }) });
  const { credentialStatus: _status, ...unlisted } = school;
  const payload = { ...unlisted, ...claims, iss: issuer };
  const tokenOf = (address: string): Promise<string> => signed(payload, { alg: 'ES256', kid: address });
  const withKey = async (address: string, extra: JsonObject = {}): Promise<VerifyOptions> => {
    const key = readKnownKey({ id: address, ...extra, ...((await exportJWK(es256.publicKey)) as JsonObject) });
    return { ...nothing, keys: (id) => (id === address ? (key ?? undefined) : undefined) };
  };

  it('is the issuer’s when it lies on the issuer’s own host', async () => {
    const address = 'https://school.example/keys#key-1';
    expect(await verifyCredential(await tokenOf(address), await withKey(address))).toMatchObject({ verdict: 'valid', issuer: 'known' });
    expect(
      await verifyCredential(await tokenOf(address), await withKey(address, { controller: 'https://school.example/issuers/2' })),
    ).toMatchObject({
      verdict: 'unknown',
      issuer: 'unknown',
      problems: ['key-unbound'],
    });
  });

  it('is anybody’s when it lies elsewhere, whatever it says itself', async () => {
    const address = 'https://keys.example/1';
    expect(await verifyCredential(await tokenOf(address), await withKey(address, { controller: issuer }))).toMatchObject({
      verdict: 'unknown',
      signature: 'good',
      issuer: 'unknown',
      problems: ['key-unbound'],
    });
  });

  it('leaves a doubt while it is not at hand', async () => {
    expect(await verifyCredential(await tokenOf('https://school.example/keys#key-1'), nothing)).toMatchObject({
      verdict: 'unknown',
      signature: 'unsupported',
      problems: ['key-not-at-hand'],
    });
  });

  it('is not read when its file shows a private key', async () => {
    const jwk = (await exportJWK(es256.privateKey)) as JsonObject;
    expect(readKnownKey({ id: 'https://keys.example/1', ...jwk })).toBeNull();
    expect(readKnownKey({ id: 'https://keys.example/1', publicKeyJwk: jwk })).toBeNull();
  });
});

describe('reading keys as JWK', () => {
  it('agrees with jose', async () => {
    const { signer: random } = await generateSigner({ extractable: true });
    expect(random.publicKey.length).toBeGreaterThan(40);
    const jwk = await exportJWK(es256.publicKey);
    expect(keyOfJwk({ ...jwk } as JsonObject)).toEqual({ publicKey: signer.publicKey });
    for (const broken of [
      { ...jwk, x: base64url.encode('short') },
      { ...jwk, crv: 'P-384' },
      { ...jwk, d: 'x' },
      { kty: 'oct', k: 'x' },
    ] as JWK[]) {
      expect(keyOfJwk({ ...broken } as JsonObject)).toBeNull();
    }
    expect(await importJWK(jwk, 'ES256')).toBeDefined();
  });
});

describe('broken tokens', () => {
  it('give a report, never a throw', async () => {
    const [header = '', payload = '', signature = ''] = token.split('.');
    const texts = [
      'a.b.c',
      '..',
      '.a.b',
      `${header}.${payload}`,
      `${token}.`,
      `${header}..${signature}`,
      `${header}.${payload}.${signature}=`,
      `${header}.${toBase64url(utf8('5'))}.${signature}`,
      `${toBase64url(utf8('[]'))}.${payload}.${signature}`,
      `${header}.${toBase64url(Uint8Array.of(0xff, 0xfe))}.${signature}`,
      `${header}.${payload}.${signature}`.repeat(2),
    ];
    for (const text of texts) expect((await verifyCredential(text, atHand)).verdict, text.slice(0, 40)).toBe('invalid');
  });
});
