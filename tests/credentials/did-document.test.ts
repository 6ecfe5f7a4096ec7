import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toBase64url } from '#base/bytes';
import { buildIssuerDocument, buildPersonDocument, methodId, parseDidDocument } from '#credentials/did-document';
import { didKey, didKeyDocument, didKeyMethod } from '#credentials/did-key';
import { fromMultikey } from '#credentials/multibase';
import { DAY, device, ISSUER, must, NOW, organisation, PERSON, stranger } from './fixtures.ts';

const keys = { organisation: [organisation.publicKey], devices: [{ publicKey: device.publicKey, expires: NOW + 30 * DAY }] };

describe('an issuer’s document', () => {
  it('names each key by itself and says when a device’s ends', () => {
    expect(buildIssuerDocument(ISSUER, keys)).toEqual({
      '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
      id: ISSUER,
      verificationMethod: [
        { id: `${ISSUER}#${organisation.publicKey}`, type: 'Multikey', controller: ISSUER, publicKeyMultibase: organisation.publicKey },
        {
          id: `${ISSUER}#${device.publicKey}`,
          type: 'Multikey',
          controller: ISSUER,
          publicKeyMultibase: device.publicKey,
          expires: '2026-06-29T09:00:00Z',
        },
      ],
      assertionMethod: [`${ISSUER}#${organisation.publicKey}`, `${ISSUER}#${device.publicKey}`],
    });
  });

  it('describes a revoked key but lets it assert nothing more', () => {
    const devices = keys.devices.map((key) => ({ ...key, revoked: NOW }));
    const document = buildIssuerDocument(ISSUER, { ...keys, devices });
    expect(document['assertionMethod']).toEqual([`${ISSUER}#${organisation.publicKey}`]);
    expect(JSON.stringify(document)).toContain('"revoked":"2026-05-30T09:00:00Z"');
  });

  it('is read back', () => {
    const read = must(parseDidDocument(JSON.parse(JSON.stringify(buildIssuerDocument(ISSUER, keys)))));
    expect(read.assertionMethod).toEqual([
      { id: methodId(ISSUER, organisation.publicKey), key: { publicKey: organisation.publicKey }, expires: null, revoked: null },
      { id: methodId(ISSUER, device.publicKey), key: { publicKey: device.publicKey }, expires: NOW + 30 * DAY, revoked: null },
    ]);
    expect(read.authentication).toEqual([]);
  });
});

it('a person’s document lets her devices sign in and nothing else', () => {
  const document = buildPersonDocument(PERSON, [device.publicKey]);
  expect(Object.keys(document)).toEqual(['@context', 'id', 'verificationMethod', 'authentication']);
  const read = must(parseDidDocument(document));
  expect(read.assertionMethod).toEqual([]);
  expect(read.authentication.map(({ key }) => key)).toEqual([{ publicKey: device.publicKey }]);
});

describe('other people’s documents', () => {
  const method = { id: '#k', type: 'Multikey', controller: 'did:web:a.example', publicKeyMultibase: stranger.publicKey };
  const document = { id: 'did:web:a.example', verificationMethod: [method], assertionMethod: ['#k'] };

  it('may use relative names, embedded keys and single values', () => {
    expect(must(parseDidDocument(document)).assertionMethod[0]?.id).toBe('did:web:a.example#k');
    expect(must(parseDidDocument({ id: document.id, assertionMethod: method })).assertionMethod[0]?.id).toBe('did:web:a.example#k');
  });

  it('may hold keys as JWK', () => {
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: toBase64url(fromMultikey(stranger.publicKey)?.bytes ?? new Uint8Array(0)) };
    const { publicKeyMultibase: _multibase, ...rest } = method;
    const read = must(parseDidDocument({ ...document, verificationMethod: [{ ...rest, type: 'JsonWebKey', publicKeyJwk: jwk }] }));
    expect(read.assertionMethod[0]?.key).toEqual({ publicKey: stranger.publicKey });
  });

  it('lend no key of another controller, kind or unreadable end', () => {
    for (const change of [
      { controller: 'did:web:b.example' },
      { publicKeyMultibase: 'zQ3shNotOurs' },
      { expires: 'soon' },
      { revoked: 5 },
    ]) {
      expect(must(parseDidDocument({ ...document, verificationMethod: [{ ...method, ...change }] })).assertionMethod).toEqual([]);
    }
  });

  it('are refused with a private key or two keys of one name', () => {
    expect(parseDidDocument({ ...document, verificationMethod: [{ ...method, privateKeyMultibase: 'z' }] })).toMatchObject({
      error: { type: 'private-key' },
    });
    expect(parseDidDocument({ ...document, verificationMethod: [{ ...method, publicKeyJwk: { kty: 'OKP', d: 'x' } }] })).toMatchObject({
      error: { type: 'private-key' },
    });
    const twin = { ...method, publicKeyMultibase: organisation.publicKey };
    expect(parseDidDocument({ ...document, verificationMethod: [method, twin] })).toMatchObject({ error: { type: 'bad-did-document' } });
  });

  it('never make the reader throw', () => {
    for (const input of [
      null,
      5,
      '',
      [],
      {},
      { id: 5 },
      { id: 'x' },
      { id: 'did:x:y', verificationMethod: Array.from({ length: 2000 }, () => method) },
    ]) {
      expect(parseDidDocument(input).ok).toBe(false);
    }
    fc.assert(
      fc.property(fc.object(), (input) => {
        parseDidDocument({ ...input, id: 'did:web:a.example' });
        parseDidDocument({ id: 'did:web:a.example', verificationMethod: Object.values(input), assertionMethod: input });
      }),
    );
  });
});

it('a did:key is its own document', () => {
  const did = didKey(stranger.publicKey);
  expect(didKeyDocument(did)?.assertionMethod[0]).toMatchObject({
    id: didKeyMethod(stranger.publicKey),
    key: { publicKey: stranger.publicKey },
  });
  for (const other of ['did:key:', 'did:key:zQ3sh', 'did:web:a', `${did}#x`]) expect(didKeyDocument(other)).toBeNull();
});
