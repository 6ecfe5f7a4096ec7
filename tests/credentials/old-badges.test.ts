import { createHash, createPublicKey, generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase64url, utf8 } from '#base/bytes';
import type { IssuerProfile } from '#credentials/badge-class';
import { isInScope } from '#credentials/hosting-scope';
import { md5Hex } from '#credentials/md5';
import { parseOldInstant } from '#credentials/old-instant';
import { keyOfPem } from '#credentials/pem-key';
import { isRecipient } from '#credentials/recipient';
import { sha256Hex } from '#credentials/sha256-sync';

describe('an instant of an old badge', () => {
  it('is read however it was written', () => {
    for (const [text, iso] of [
      ['2016-12-31T23:59:59Z', '2016-12-31T23:59:59.000Z'],
      ['2016-12-31T23:59:59+00:00', '2016-12-31T23:59:59.000Z'],
      ['2016-12-31T23:59:59+0130', '2016-12-31T22:29:59.000Z'],
      ['2016-12-31T23:59:59.123456+00:00', '2016-12-31T23:59:59.123Z'],
      ['2017-10-01T00:00Z', '2017-10-01T00:00:00.000Z'],
      ['2017-10-01 08:30:00', '2017-10-01T08:30:00.000Z'],
      ['2015-04-30', '2015-04-30T00:00:00.000Z'],
      ['1430352000', '2015-04-30T00:00:00.000Z'],
      [1_430_352_000, '2015-04-30T00:00:00.000Z'],
      ['2016-02-29', '2016-02-29T00:00:00.000Z'],
    ] as const) {
      expect(new Date(parseOldInstant(text) ?? Number.NaN).toISOString(), String(text)).toBe(iso);
    }
  });

  it('that is none is none', () => {
    for (const bad of [
      '',
      '2015',
      '2015-13-01',
      '2015-02-29',
      '2015-02-30T00:00:00Z',
      '2015-01-01T25:00:00Z',
      'hier',
      1e12,
      -1,
      Number.NaN,
      null,
      {},
      `2015-01-01T00:00:00.${'1'.repeat(99)}Z`,
    ]) {
      expect(parseOldInstant(bad), String(bad)).toBeNull();
    }
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.date().map(String), fc.integer(), fc.jsonValue()), (value) => {
        const millis = parseOldInstant(value);
        expect(millis === null || Number.isInteger(millis)).toBe(true);
      }),
    );
  });
});

describe('a public key in PEM form', () => {
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey;
  const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey;
  const pemOf = (key: typeof rsa, type: 'spki' | 'pkcs1'): string => String(key.export({ type, format: 'pem' }));

  it('is read in the two forms there are', () => {
    const { n, e } = rsa.export({ format: 'jwk' });
    for (const pem of [
      pemOf(rsa, 'spki'),
      pemOf(rsa, 'pkcs1'),
      ` ${pemOf(rsa, 'spki').replaceAll('\n', '\r\n')}`,
      pemOf(rsa, 'spki').replaceAll('\n', ' '),
    ]) {
      expect(keyOfPem(pem)).toEqual({ rsa: { n, e } });
    }
    expect(keyOfPem(pemOf(ec, 'spki'))).toMatchObject({ publicKey: expect.stringMatching(/^zDn/) });
  });

  it('of another kind, too short, private or broken is none', () => {
    const others = [
      pemOf(generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey, 'spki'),
      pemOf(generateKeyPairSync('ed25519').publicKey, 'spki'),
      pemOf(generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey, 'spki'),
      String(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' })),
      '',
      '-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----',
      'x'.repeat(100_000),
    ];
    for (const pem of others) expect(keyOfPem(pem), pem.slice(0, 40)).toBeNull();
  });

  it('with some bytes changed is another key or none, and nothing throws', () => {
    const der = createPublicKey(pemOf(rsa, 'spki')).export({ type: 'spki', format: 'der' });
    fc.assert(
      fc.property(fc.nat(der.length - 1), fc.uint8Array({ maxLength: 3 }), fc.nat(3), (at, put, drop) => {
        const changed = Buffer.concat([der.subarray(0, at), put, der.subarray(at + drop)]);
        const key = keyOfPem(`-----BEGIN PUBLIC KEY-----\n${changed.toString('base64')}\n-----END PUBLIC KEY-----`);
        expect(key === null || 'rsa' in key).toBe(true);
      }),
      { numRuns: 500 },
    );
    expect(fromBase64url('AA')).not.toBeNull();
  });
});

describe('the recipient of a badge', () => {
  it('is known by her address, however it was written and hashed', () => {
    for (const written of ['claire@example.org', 'Claire@example.org', 'CLAIRE@EXAMPLE.ORG']) {
      for (const identity of [
        `sha256$${sha256Hex(`${written}sel`)}`,
        `SHA256$${sha256Hex(`${written}sel`).toUpperCase()}`,
        `md5$${md5Hex(utf8(`${written}sel`))}`,
      ]) {
        expect(isRecipient({ identity, hashed: true, salt: 'sel' }, ['x@example.org', ' claire@Example.org'])).toBe(true);
        expect(isRecipient({ identity, hashed: true, salt: 'poivre' }, ['claire@example.org'])).toBe(false);
      }
      expect(isRecipient({ identity: written, hashed: false, salt: '' }, ['claire@example.org'])).toBe(true);
    }
    const none = { identity: 'sha1$abc', hashed: true, salt: '' };
    expect(isRecipient(none, ['claire@example.org'])).toBe(false);
  });

  it('is hashed with MD5 as everybody does', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (message) => {
        expect(md5Hex(message)).toBe(createHash('md5').update(message).digest('hex'));
      }),
    );
  });
});

describe('the addresses of an issuer', () => {
  const profile = (startsWith: readonly string[], allowedOrigins: readonly string[] = []): IssuerProfile => ({
    id: null,
    keyIds: [],
    keys: [],
    revocationList: null,
    scope: startsWith.length + allowedOrigins.length === 0 ? null : { startsWith, allowedOrigins },
    json: {},
  });
  const ISSUER = 'https://example.org/i';

  it('are those of her host when she has no rule', () => {
    for (const [address, badge, expected] of [
      ['https://example.org/a', 'https://example.org/b', true],
      ['http://example.org/a', null, true],
      ['https://example.org:8443/a', null, false],
      ['https://sub.example.org/a', null, false],
      ['https://example.org/a', 'https://other.example/b', false],
      ['https://example.org@evil.example/a', null, false],
      ['urn:uuid:1', null, false],
    ] as const) {
      expect(isInScope(address, badge, ISSUER, profile([])), address).toBe(expected);
    }
  });

  it('cannot be left by a longer host, a user name or dots', () => {
    for (const [address, start, expected] of [
      ['https://example.org/issuers/1/a', 'https://example.org/issuers/1', true],
      ['https://example.org/issuers/1/a', 'https://example.org', true],
      ['https://example.org.evil.example/a', 'https://example.org', false],
      ['https://example.org@evil.example/a', 'https://example.org', false],
      ['https://example.org/issuers/1/../2/a', 'https://example.org/issuers/1/', false],
      ['https://example.org/issuers/1/%2e%2e/2/a', 'https://example.org/issuers/1/', false],
      ['https://example.org/issuers/2/a', 'https://example.org/issuers/1', false],
      ['https://example.org/a', 'example.org', false],
      ['https://example.org/a', '', false],
    ] as const) {
      expect(isInScope(address, null, ISSUER, profile([start])), `${address} ${start}`).toBe(expected);
    }
    expect(isInScope('https://a.example/1', null, ISSUER, profile([], ['b.example', 'https://a.example']))).toBe(true);
    expect(isInScope('https://a.example/1', null, ISSUER, profile([], ['example', 'evil-a.example']))).toBe(false);
  });
});
