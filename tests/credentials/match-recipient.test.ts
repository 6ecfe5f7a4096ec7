import { describe, expect, it } from 'vitest';
import { hashedEmail } from '#credentials/hashed-email';
import type { JsonObject } from '#credentials/json';
import { matchRecipient } from '#credentials/match-recipient';
import { sha256Hex } from '#credentials/sha256-sync';
import { verifyCredential } from '#credentials/verify';
import { aBadge, knownIssuer, knownList, NOW, PERSON } from './fixtures.ts';
import { achievementCredential } from './schemas.ts';

const EMAIL = 'Claire@Example.org';
const givenTo = (...identifier: readonly JsonObject[]) => ({ credentialSubject: { type: ['AchievementSubject'], identifier } });
const plain = (identityType: string, identityHash: string): JsonObject => ({
  type: 'IdentityObject',
  hashed: false,
  identityType,
  identityHash,
});

describe('an e-mail address in a badge', () => {
  it('is hashed in lowercase with its salt, as the schema wants it', async () => {
    expect(hashedEmail(` ${EMAIL} `, 'sel')).toEqual({
      type: 'IdentityObject',
      hashed: true,
      identityHash: `sha256$${sha256Hex('claire@example.orgsel')}`,
      identityType: 'emailAddress',
      salt: 'sel',
    });
    const badge = await aBadge({ identifiers: [hashedEmail(EMAIL, 'sel')] });
    expect(achievementCredential(badge)).toEqual([]);
    expect(JSON.stringify(badge)).not.toContain('laire@');
  });

  it('matches however it is written, and no other', () => {
    const badge = givenTo(hashedEmail(EMAIL, 'sel'));
    for (const known of [['claire@example.org'], ['CLAIRE@EXAMPLE.ORG '], ['x@example.org', EMAIL]]) {
      expect(matchRecipient(badge, known)).toBe('match');
    }
    expect(matchRecipient(badge, ['marie@example.org'])).toBe('mismatch');
    expect(matchRecipient(givenTo({ ...hashedEmail(EMAIL, 'sel'), salt: 'poivre' }), [EMAIL])).toBe('mismatch');
  });

  it('may be hashed without salt, or not be hashed', () => {
    expect(matchRecipient(givenTo({ ...plain('emailAddress', `sha256$${sha256Hex('claire@example.org')}`), hashed: true }), [EMAIL])).toBe(
      'match',
    );
    expect(matchRecipient(givenTo(plain('emailAddress', 'claire@example.org')), [EMAIL])).toBe('match');
    expect(matchRecipient({ credentialSubject: { id: 'mailto:claire@example.org' } }, [EMAIL])).toBe('match');
  });
});

it('a phone number matches whatever stands between its digits', () => {
  for (const badge of [givenTo(plain('ext:phone', '+33 6 12 34 56 78')), { credentialSubject: { id: 'tel:+33-612-345-678' } }]) {
    expect(matchRecipient(badge, ['0033 6.12.34.56.78'])).toBe('match');
    expect(matchRecipient(badge, ['+33 6 12 34 56 79'])).toBe('mismatch');
  }
});

it('a DID matches itself', () => {
  expect(matchRecipient({ credentialSubject: { id: PERSON } }, [PERSON])).toBe('match');
  expect(matchRecipient({ credentialSubject: { id: PERSON } }, [`${PERSON}x`])).toBe('mismatch');
  expect(matchRecipient({ credentialSubject: [{ id: 'urn:x:1' }, { id: PERSON }] }, [PERSON])).toBe('match');
});

it('things of different kinds say nothing of each other, and one match is enough', () => {
  const badge = { credentialSubject: { id: PERSON, identifier: [hashedEmail(EMAIL, 'sel')] } };
  expect(matchRecipient(badge, ['+33 6 12 34 56 78'])).toBe('unknown');
  expect(matchRecipient({ credentialSubject: { id: PERSON } }, [EMAIL])).toBe('unknown');
  expect(matchRecipient(badge, ['did:key:z6Mk', EMAIL])).toBe('match');
  expect(matchRecipient({}, [EMAIL])).toBe('unknown');
  expect(matchRecipient(badge, [])).toBe('mismatch');
});

it('hostile identifiers are compared without a throw', () => {
  const odd = [
    { identityHash: 5, identityType: null },
    { identityHash: { toString: 5 }, identityType: { toString: 5 } },
    {},
    { identityHash: '$', identityType: 'emailAddress', hashed: true, salt: 5 },
  ];
  expect(matchRecipient(givenTo(...(odd as JsonObject[])), [EMAIL])).toBe('mismatch');
  expect(matchRecipient({ credentialSubject: [5, null, 'x'] as never }, [EMAIL])).toBe('unknown');
});

describe('the report on a badge', () => {
  const badge = aBadge({ identifiers: [hashedEmail(EMAIL, 'sel')] });
  const atHand = async () => ({ at: NOW, dids: knownIssuer(), statusLists: await knownList() });

  it('says whether it was given to the person asked for, when one is', async () => {
    const asked = async (recipients: readonly string[]) => verifyCredential(await badge, { ...(await atHand()), recipients });
    expect(await asked([EMAIL])).toMatchObject({ verdict: 'valid', recipient: 'match', problems: [] });
    expect(await asked(['+33 6 12 34 56 78'])).toMatchObject({ verdict: 'valid', recipient: 'unknown', problems: [] });
    expect(await asked(['marie@example.org'])).toMatchObject({
      verdict: 'invalid',
      signature: 'good',
      recipient: 'mismatch',
      problems: ['recipient-mismatch'],
    });
    expect(await verifyCredential(await badge, await atHand())).toMatchObject({ verdict: 'valid', recipient: 'unknown' });
  });
});
