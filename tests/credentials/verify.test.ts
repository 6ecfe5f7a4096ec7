import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contextsFor } from '#credentials/contexts-for';
import { hashForProof } from '#credentials/data-integrity';
import { methodId } from '#credentials/did-document';
import { didKey, didKeyMethod } from '#credentials/did-key';
import type { JsonObject } from '#credentials/json';
import { isObject } from '#credentials/json';
import { toBase58 } from '#credentials/multibase';
import { buildOpenBadge, issueBadge } from '#credentials/open-badge';
import { OPEN_BADGE_CONTEXT } from '#credentials/open-badge-context';
import type { VerifyOptions } from '#credentials/verify';
import { verifyCredential } from '#credentials/verify';
import { mangled } from './arbitrary-documents.ts';
import {
  aBadge,
  anAward,
  DAY,
  device,
  ISSUER,
  issuerKeys,
  knownIssuer,
  knownList,
  LIST,
  must,
  NOW,
  organisation,
  stranger,
} from './fixtures.ts';
import { vectorDocuments } from './vector-files.ts';

const DATA_INTEGRITY = 'https://w3id.org/security/data-integrity/v1';
const atHand: VerifyOptions = { at: NOW, dids: knownIssuer(), statusLists: await knownList() };
const nothing: VerifyOptions = { at: NOW, dids: () => undefined, statusLists: () => undefined };
const badge = await aBadge();

const proof = (change: JsonObject): JsonObject => ({
  ...(Array.isArray(badge['proof']) && isObject(badge['proof'][0]) ? badge['proof'][0] : {}),
  ...change,
});
const withMember = (change: JsonObject): JsonObject => ({ ...badge, ...change });

describe('a badge', () => {
  it('of a known issuer is valid, as text and as an object, with the date of the list', async () => {
    for (const input of [badge, JSON.stringify(badge), `\uFEFF${JSON.stringify(badge, null, 2)}`]) {
      expect(await verifyCredential(input, atHand)).toMatchObject({
        verdict: 'valid',
        signature: 'good',
        issuer: 'known',
        status: 'active',
        statusAsOf: NOW,
        problems: [],
        issuerId: ISSUER,
      });
    }
  });

  it('is well signed but of an unknown issuer and state when nothing is at hand', async () => {
    expect(await verifyCredential(badge, nothing)).toMatchObject({
      verdict: 'unknown',
      signature: 'good',
      issuer: 'unknown',
      status: 'unknown',
      statusAsOf: null,
      problems: ['status-list-not-at-hand'],
    });
  });

  it('without status entry needs no list', async () => {
    const { status: _status, ...award } = anAward();
    const lasting = must(await issueBadge(buildOpenBadge(award), organisation, methodId(ISSUER, organisation.publicKey), NOW - DAY));
    expect(await verifyCredential(lasting, { ...atHand, statusLists: () => undefined })).toMatchObject({
      verdict: 'valid',
      status: 'none',
      statusAsOf: null,
    });
  });

  it('of a did:key issuer needs nothing at hand', async () => {
    const issuer = { id: didKey(stranger.publicKey), name: 'Someone' };
    const own = await aBadge({ issuer }, stranger, didKeyMethod(stranger.publicKey));
    expect(await verifyCredential(own, nothing)).toMatchObject({
      signature: 'good',
      issuer: 'known',
      verdict: 'unknown',
      status: 'unknown',
    });
  });
});

// What a wallet shows and relies on, read as it reads it.
const facts = (document: JsonObject): unknown => {
  const at = (value: unknown, ...path: readonly (string | number)[]): unknown =>
    path.reduce<unknown>((found, key) => (Array.isArray(found) ? found[Number(key)] : isObject(found) ? found[key] : undefined), value);
  const [subject, status] = [at(document, 'credentialSubject'), at(document, 'credentialStatus')];
  return [
    at(document, 'id'),
    at(document, 'validUntil'),
    at(document, 'issuer', 'id'),
    at(subject, 'id'),
    at(subject, 'achievement', 'id'),
    at(subject, 'achievement', 'name'),
    at(subject, 'result', 0, 'achievedLevel'),
    at(status, 'statusListIndex'),
    at(status, 'statusListCredential'),
  ];
};

describe('any change to a badge is seen', () => {
  const objectsOf = (value: unknown): JsonObject[] =>
    Array.isArray(value) ? value.flatMap(objectsOf) : isObject(value) ? [value, ...Object.values(value).flatMap(objectsOf)] : [];

  it('in each of its texts', async () => {
    const { proof: _proof, ...rest } = badge;
    let changed = 0;
    for (const [at, object] of objectsOf(rest).entries()) {
      for (const [key, value] of Object.entries(object)) {
        if (typeof value !== 'string') continue;
        const copy = structuredClone(badge);
        const { proof: _copyProof, ...inside } = copy;
        const target = objectsOf(inside)[at];
        if (target !== undefined) Reflect.set(target, key, key === 'validFrom' ? '2026-05-01T00:00:00Z' : `${value}x`);
        expect((await verifyCredential({ ...inside, proof: copy['proof'] }, atHand)).verdict, `${at} ${key}`).toBe('invalid');
        changed++;
      }
    }
    expect(changed).toBeGreaterThan(30);
  });

  it('or leaves what it says as it was, whatever is set, dropped or swapped', async () => {
    await fc.assert(
      fc.asyncProperty(mangled([badge]), async (document) => {
        const report = await verifyCredential(document, atHand);
        if (report.verdict !== 'valid') return;
        expect(facts(document)).toEqual(facts(badge));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the key', () => {
  it('of a delegated device counts until it expires or is revoked', async () => {
    const offline = await aBadge({}, device);
    const keys = (change: object) => knownIssuer({ ...issuerKeys, devices: issuerKeys.devices.map((key) => ({ ...key, ...change })) });
    expect((await verifyCredential(offline, atHand)).verdict).toBe('valid');
    expect(await verifyCredential(offline, { ...atHand, at: NOW + 31 * DAY })).toMatchObject({
      verdict: 'invalid',
      issuer: 'known',
      problems: ['key-expired'],
    });
    expect(await verifyCredential(offline, { ...atHand, dids: keys({ revoked: NOW - 1 }) })).toMatchObject({
      verdict: 'invalid',
      issuer: 'mismatch',
    });
  });

  it('that left the issuer’s document makes a badge invalid, though its name still holds the key', async () => {
    const offline = await aBadge({}, device);
    const without = knownIssuer({ ...issuerKeys, devices: [] });
    expect(await verifyCredential(offline, { ...atHand, dids: without })).toMatchObject({
      verdict: 'invalid',
      signature: 'good',
      issuer: 'mismatch',
      problems: ['key-not-in-document'],
    });
  });

  it('that is younger than the copy of the document at hand leaves a doubt', async () => {
    const offline = await aBadge({}, device);
    const older = knownIssuer({ ...issuerKeys, devices: [] }, NOW - 5 * DAY);
    expect(await verifyCredential(offline, { ...atHand, dids: older })).toMatchObject({
      verdict: 'unknown',
      issuer: 'unknown',
      problems: ['key-newer-than-document'],
    });
  });

  it('of somebody else is never the issuer’s', async () => {
    const forged = await aBadge({}, stranger);
    const borrowed = await aBadge({}, stranger, didKeyMethod(stranger.publicKey));
    const named = await aBadge({}, stranger, methodId(ISSUER, organisation.publicKey));
    expect(await verifyCredential(forged, atHand)).toMatchObject({ verdict: 'invalid', issuer: 'mismatch' });
    expect(await verifyCredential(borrowed, atHand)).toMatchObject({ verdict: 'invalid', issuer: 'mismatch' });
    expect(await verifyCredential(borrowed, nothing)).toMatchObject({ verdict: 'invalid', issuer: 'mismatch' });
    expect(await verifyCredential(named, atHand)).toMatchObject({ verdict: 'invalid', signature: 'bad', problems: ['bad-signature'] });
  });

  it('that cannot be read from its name is missing or broken', async () => {
    const named = await aBadge({}, organisation, `${ISSUER}#key-1`);
    const broken = await aBadge({}, organisation, `${ISSUER}#z6Mkbroken`);
    expect(await verifyCredential(named, nothing)).toMatchObject({
      verdict: 'unknown',
      signature: 'unsupported',
      problems: ['key-not-at-hand', 'status-list-not-at-hand'],
    });
    expect(await verifyCredential(broken, nothing)).toMatchObject({ verdict: 'invalid', signature: 'bad' });
  });
});

describe('the status', () => {
  it('is revoked or suspended when the list says so, also by a list that has run out', async () => {
    const revoked = await knownList([94_567], { validUntil: NOW - 1 });
    expect(await verifyCredential(badge, { ...atHand, statusLists: revoked })).toMatchObject({
      verdict: 'invalid',
      status: 'revoked',
      problems: ['revoked'],
    });
    const paused = await aBadge({ status: { list: LIST, index: 5, purpose: 'suspension' } });
    const list = await knownList([5], { purpose: 'suspension' });
    expect(await verifyCredential(paused, { ...atHand, statusLists: list })).toMatchObject({ verdict: 'invalid', status: 'suspended' });
  });

  it('is unknown since the day a list ran out', async () => {
    const old = await knownList([], { asOf: NOW - DAY, validUntil: NOW });
    expect(await verifyCredential(badge, { ...atHand, statusLists: old })).toMatchObject({
      verdict: 'unknown',
      status: 'unknown',
      statusAsOf: NOW - DAY,
      problems: ['status-list-stale'],
    });
  });

  it('does not come from the list of another issuer or purpose', async () => {
    const list = (await knownList())(LIST);
    const of = (change: object) => ({ ...atHand, statusLists: () => list && { ...list, ...change } });
    expect(await verifyCredential(badge, of({ issuer: 'did:web:other.example' }))).toMatchObject({
      verdict: 'unknown',
      problems: ['status-list-of-another'],
    });
    expect(await verifyCredential(badge, of({ purposes: ['message'] }))).toMatchObject({ verdict: 'unknown', problems: ['bad-status'] });
  });
});

describe('dates', () => {
  it('bound the validity of a badge', async () => {
    const limited = await aBadge({ validUntil: NOW + DAY });
    expect((await verifyCredential(limited, atHand)).verdict).toBe('valid');
    expect(await verifyCredential(limited, { ...atHand, at: NOW + DAY })).toMatchObject({ verdict: 'invalid', problems: ['expired'] });
    expect(await verifyCredential(limited, { ...atHand, at: NOW - DAY - 1 })).toMatchObject({
      verdict: 'invalid',
      problems: ['not-yet-valid'],
    });
  });
});

describe('proofs', () => {
  it('that are missing, meant for something else, expired or chained are told apart', async () => {
    expect(await verifyCredential(withMember({ proof: [] }), atHand)).toMatchObject({
      verdict: 'invalid',
      signature: 'absent',
      problems: ['no-proof'],
    });
    expect(await verifyCredential(withMember({ proof: [proof({ proofPurpose: 'authentication' })] }), atHand)).toMatchObject({
      verdict: 'invalid',
      problems: ['wrong-purpose'],
    });
    expect(await verifyCredential(withMember({ proof: [proof({ expires: '2026-01-01T00:00:00Z' })] }), atHand)).toMatchObject({
      verdict: 'invalid',
      problems: ['proof-expired'],
    });
    expect(await verifyCredential(withMember({ proof: [proof({ previousProof: 'urn:uuid:1' })] }), atHand)).toMatchObject({
      verdict: 'unknown',
      signature: 'unsupported',
      problems: ['proof-chain'],
    });
    expect(await verifyCredential(withMember({ proof: [proof({ cryptosuite: 'eddsa-jcs-2022' })] }), atHand)).toMatchObject({
      verdict: 'unknown',
      signature: 'unsupported',
      problems: ['unsupported-proof'],
    });
    expect(await verifyCredential(withMember({ proof: new Array(11).fill(proof({})) }), atHand)).toMatchObject({
      verdict: 'invalid',
      problems: ['too-many-proofs'],
    });
  });

  it('may bear the draft name of the cryptosuite, in a credential of either data model', async () => {
    const { proof: _proof, validFrom: _from, awardedDate: _awarded, evidence: _evidence, ...rest } = badge;
    const { credentialStatus: _status, ...lasting }: JsonObject = {
      ...rest,
      '@context': ['https://www.w3.org/2018/credentials/v1', OPEN_BADGE_CONTEXT[1], DATA_INTEGRITY],
      issuanceDate: '2026-05-29T09:00:00Z',
    };
    const { proof: _current, ...current } = badge;
    for (const document of [lasting, current]) {
      const draft = proof({ cryptosuite: 'eddsa-2022' });
      const hash = await hashForProof(document, draft, await contextsFor(document));
      const value = hash.ok ? toBase58(await organisation.sign(hash.value)) : '';
      const report = await verifyCredential({ ...document, proof: [{ ...draft, proofValue: value }] }, atHand);
      expect(report).toMatchObject({ verdict: 'valid', signature: 'good', securedBy: 'eddsa-2022', problems: [] });
    }
  });

  it('with a key inside, or a credential with a private one anywhere, are refused', async () => {
    const method = { id: methodId(ISSUER, stranger.publicKey), type: 'Multikey', publicKeyMultibase: stranger.publicKey };
    expect(await verifyCredential(withMember({ proof: [proof({ verificationMethod: method })] }), atHand)).toMatchObject({
      verdict: 'invalid',
      signature: 'bad',
      problems: ['bad-proof'],
    });
    const issuer = { id: ISSUER, type: ['Profile'], privateKeyMultibase: 'z3u2en7t5LR2WtQH5PfFqMqwVHgeXouLzo6haApm8XHqvjxq' };
    expect(await verifyCredential(withMember({ issuer }), atHand)).toMatchObject({ verdict: 'invalid', problems: ['unmapped-term'] });
  });

  it('are enough when one of them is good and the issuer’s', async () => {
    const several = withMember({ proof: [proof({ proofValue: 'z1' }), proof({ type: 'Unknown2030' }), proof({})] });
    expect(await verifyCredential(several, atHand)).toMatchObject({ verdict: 'valid', problems: [] });
  });
});

describe('hostile input', () => {
  it('gives a report, never a throw', async () => {
    const inputs: unknown[] = [
      '',
      'null',
      '[]',
      '{',
      '{}',
      5,
      null,
      undefined,
      [],
      {},
      '"x"',
      '\u0000',
      `${'['.repeat(100_000)}`,
      { proof: {} },
      'a'.repeat(5_000_000),
    ];
    for (const input of inputs) {
      const report = await verifyCredential(input, atHand);
      expect(report.verdict).toBe('invalid');
      expect(report.problems.length).toBeGreaterThan(0);
    }
  });

  it('that is only long is refused for its length', async () => {
    const long = (members: object): string => JSON.stringify({ ...badge, ...members });
    const names = Object.fromEntries(Array.from({ length: 1001 }, (_, i) => [`k${i}`, 1]));
    expect((await verifyCredential(long(names), atHand)).problems).toContain('too-big');
    expect((await verifyCredential(long({ narrative: 'a'.repeat(1024 * 1024) }), atHand)).problems).toEqual(['too-big']);
  });

  it('with an object where a text is expected, whatever that object does when it is read as one, gives a report', async () => {
    const odd = { toString: 1, valueOf: null };
    for (const member of ['id', 'issuer', 'type', 'validFrom', 'credentialSubject', 'proof', 'credentialStatus', '@context', 'name']) {
      for (const value of [odd, [odd], { id: odd, type: odd }, { ...proof({}), cryptosuite: odd }, { ...proof({}), type: odd }])
        expect((await verifyCredential({ ...badge, [member]: value }, atHand)).verdict, member).not.toBe('valid');
    }
  });

  it('never throws on random JSON or on vectors with something changed', async () => {
    const documents = vectorDocuments('1edtech-ob30').map(([, document]) => document);
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.json(),
          mangled(documents).map((document) => JSON.stringify(document)),
        ),
        async (text) => {
          const report = await verifyCredential(text, nothing);
          expect(['valid', 'invalid', 'unknown']).toContain(report.verdict);
        },
      ),
      { numRuns: 500 },
    );
  });
});
