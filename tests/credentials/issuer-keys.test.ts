import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Signer } from '#base/ambient';
import type { IssuerKeys } from '#credentials/did-document';
import { buildIssuerDocument, methodId, parseDidDocument, revokeKey, rotateKey } from '#credentials/did-document';
import { findIssuerKey } from '#credentials/issuer-key';
import type { JsonObject } from '#credentials/json';
import { keyOfMethod } from '#credentials/key-material';
import { toMultikey } from '#credentials/multibase';
import { buildOpenBadge } from '#credentials/open-badge';
import { signJwt } from '#credentials/sign-jwt';
import { verifyCredential } from '#credentials/verify';
import { aBadge, anAward, DAY, device, ISSUER, knownIssuer, knownList, must, NOW, organisation, stranger } from './fixtures.ts';
import { p256Signer } from './p256-signer.ts';

const statusLists = await knownList();
const keys: IssuerKeys = {
  organisation: [organisation.publicKey],
  devices: [{ publicKey: device.publicKey, expires: NOW + 30 * DAY }],
};
const verdictAt = async (badge: unknown, of: IssuerKeys, at = NOW) =>
  (await verifyCredential(badge, { at, dids: knownIssuer(of), statusLists })).verdict;

describe('an organisation that changes its key', () => {
  const rotated = rotateKey(keys, organisation.publicKey, stranger.publicKey, NOW + 10 * DAY);

  it('has badges of both keys for a while, then of the new one only', async () => {
    const [old, fresh] = [await aBadge(), await aBadge({}, stranger)];
    expect(await verdictAt(fresh, keys)).toBe('invalid');
    expect(await verdictAt(old, rotated)).toBe('valid');
    expect(await verdictAt(fresh, rotated)).toBe('valid');
    expect(await verdictAt(old, rotated, NOW + 10 * DAY)).toBe('invalid');
    expect(await verdictAt(fresh, rotated, NOW + 10 * DAY)).toBe('valid');
  });

  it('keeps its devices', async () => {
    expect(await verdictAt(await aBadge({}, device), rotated)).toBe('valid');
  });

  it('says in its document until when the old one counts', () => {
    expect(buildIssuerDocument(ISSUER, rotated)).toMatchObject({
      verificationMethod: [
        { publicKeyMultibase: stranger.publicKey },
        { publicKeyMultibase: organisation.publicKey, expires: '2026-06-09T09:00:00Z' },
        { publicKeyMultibase: device.publicKey },
      ],
      assertionMethod: [stranger, organisation, device].map(({ publicKey }) => methodId(ISSUER, publicKey)),
    });
  });

  it('changes nothing by replacing a key it does not have', () => {
    expect(rotateKey(keys, stranger.publicKey, 'zOther', NOW)).toEqual({ ...keys, retiring: [] });
  });
});

describe('a lost key', () => {
  it('signs for nobody any more, whosever it was', async () => {
    for (const [signer, lost] of [
      [organisation, organisation],
      [device, device],
    ] as const) {
      const left = revokeKey(keys, lost.publicKey, NOW);
      expect(await verdictAt(await aBadge({}, signer), left)).toBe('invalid');
      expect(JSON.stringify(buildIssuerDocument(ISSUER, left))).toContain('"revoked":"2026-05-30T09:00:00Z"');
    }
    const retiring = revokeKey(rotateKey(keys, organisation.publicKey, stranger.publicKey, NOW + DAY), organisation.publicKey, NOW);
    expect(await verdictAt(await aBadge(), retiring)).toBe('invalid');
    expect(await verdictAt(await aBadge({}, stranger), retiring)).toBe('valid');
  });

  it('stays lost since the first time it was said to be', () => {
    const twice = revokeKey(revokeKey(keys, device.publicKey, NOW), device.publicKey, NOW + DAY);
    expect(twice.devices).toEqual([{ publicKey: device.publicKey, expires: NOW + 30 * DAY, revoked: NOW }]);
  });
});

describe('a P-256 key beside the Ed25519 one', () => {
  it('signs the export for readers of VC-JWT under the same document', async () => {
    const second = await p256Signer();
    const both = { ...keys, organisation: [organisation.publicKey, second.publicKey] };
    const token = must(await signJwt(buildOpenBadge(anAward()), second, methodId(ISSUER, second.publicKey)));
    expect(await verdictAt(token, both)).toBe('valid');
    expect(await verdictAt(await aBadge(), both)).toBe('valid');
    expect(await verdictAt(token, keys)).toBe('invalid');
  });
});

describe('the P-256 key', () => {
  it('is given as JWK, and changed and lost like the other one', async () => {
    const [first, second] = [await p256Signer(), await p256Signer()];
    const both = { ...keys, organisation: [organisation.publicKey, first.publicKey] };
    const tokenOf = async (signer: Signer) => must(await signJwt(buildOpenBadge(anAward()), signer, methodId(ISSUER, signer.publicKey)));
    const [old, fresh] = [await tokenOf(first), await tokenOf(second)];
    const method = (buildIssuerDocument(ISSUER, both)['verificationMethod'] as readonly JsonObject[])[1];
    expect(method).toMatchObject({ id: methodId(ISSUER, first.publicKey), type: 'JsonWebKey', publicKeyJwk: { kty: 'EC', crv: 'P-256' } });
    expect(keyOfMethod(method ?? {})).toEqual({ publicKey: first.publicKey });
    const rotated = rotateKey(both, first.publicKey, second.publicKey, NOW + DAY);
    expect([await verdictAt(old, rotated), await verdictAt(fresh, rotated), await verdictAt(await aBadge(), rotated)]).toEqual([
      'valid',
      'valid',
      'valid',
    ]);
    expect([await verdictAt(old, rotated, NOW + DAY), await verdictAt(fresh, rotated, NOW + DAY)]).toEqual(['invalid', 'valid']);
    expect(await verdictAt(old, revokeKey(rotated, first.publicKey, NOW))).toBe('invalid');
  });
});

describe('whatever happens to its keys', () => {
  const named = (n: number): string => toMultikey({ type: 'Ed25519', bytes: new Uint8Array(32).fill(n) });
  const hour = fc.integer({ min: 0, max: 100 });
  const event = fc.oneof(
    fc.record({ does: fc.constant('delegate' as const), at: hour, key: fc.nat(9), until: hour }),
    fc.record({ does: fc.constant('rotate' as const), at: hour, key: fc.nat(9), until: hour }),
    fc.record({ does: fc.constant('revoke' as const), at: hour, key: fc.nat(9), until: hour }),
  );

  it('a key counts from the time it is listed until it ends or is lost, and a document says the same once read', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 12 }), hour, async (events, now) => {
        let current: IssuerKeys = { organisation: [named(100)], devices: [] };
        // What must be: since when each key has ended, if it has; the last own key is never taken away here.
        const ends = new Map<string, number>([[named(100), Number.POSITIVE_INFINITY]]);
        let own = named(100);
        for (const [step, { does, at, key, until }] of events.toSorted((a, b) => a.at - b.at).entries()) {
          const fresh = named(101 + step);
          const chosen = [...ends.keys()][key % ends.size] ?? own;
          if (does === 'delegate') {
            current = { ...current, devices: [...current.devices, { publicKey: fresh, expires: until * 3_600_000 }] };
            ends.set(fresh, until);
          } else if (does === 'rotate') {
            current = rotateKey(current, own, fresh, until * 3_600_000);
            ends.set(own, until).set(fresh, Number.POSITIVE_INFINITY);
            own = fresh;
          } else if (chosen !== own) {
            current = revokeKey(current, chosen, at * 3_600_000);
            ends.set(chosen, Number.NEGATIVE_INFINITY);
          }
        }
        const document = must(parseDidDocument(JSON.parse(JSON.stringify(buildIssuerDocument(ISSUER, current)))));
        for (const [publicKey, end] of ends) {
          const question = { method: methodId(ISSUER, publicKey), issuer: ISSUER, at: now * 3_600_000, made: 0 };
          const found = await findIssuerKey(question, { dids: () => ({ document }) });
          expect(found.ownership === 'known' && found.problems.length === 0).toBe(end > now);
        }
      }),
      { numRuns: 300 },
    );
  });
});
