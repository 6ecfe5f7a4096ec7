import { describe, expect, it } from 'vitest';
import { canonicalize } from '#credentials/canonicalize';
import type { LearnerRecord } from '#credentials/clr';
import { buildClr, roadAssociations } from '#credentials/clr';
import { methodId } from '#credentials/did-document';
import { issueContexts } from '#credentials/issue-contexts.gen';
import type { JsonObject } from '#credentials/json';
import { issueBadge } from '#credentials/open-badge';
import { toQuads } from '#credentials/to-quads';
import type { VerifyOptions } from '#credentials/verify';
import { verifyCredential } from '#credentials/verify';
import { aBadge, anAward, DAY, ISSUER, knownIssuer, knownList, LIST, must, NOW, organisation, PERSON, stranger } from './fixtures.ts';
import { referenceCanonical } from './jsonld-reference.ts';
import { clrCredential } from './schemas.ts';

const atHand: VerifyOptions = { at: NOW, dids: knownIssuer(), statusLists: await knownList() };
const method = methodId(ISSUER, organisation.publicKey);
const mould = (name: string): string => `https://example.org/m/${name}/fr/1`;

const badgeFor = (name: string, index: number, change: object = {}) =>
  aBadge({
    id: `https://example.org/a/${name}`,
    achievement: { ...anAward().achievement, id: mould(name), name },
    status: { list: LIST, index },
    ...change,
  });

const steps = ['legumes', 'recette', 'service'] as const;
const badges = await Promise.all([badgeFor('cuisine', 1), ...steps.map((name, index) => badgeFor(name, 2 + index))]);

const aRecord = (change: Partial<LearnerRecord> = {}): LearnerRecord => ({
  id: 'https://example.org/r/1',
  name: 'Le parcours cuisine',
  issuer: { id: ISSUER, name: 'INAE' },
  subject: PERSON,
  credentials: badges,
  associations: roadAssociations(mould('cuisine'), steps.map(mould)),
  validFrom: NOW - DAY,
  partial: true,
  status: { list: LIST, index: 9 },
  ...change,
});

const aRoad = async (change: Partial<LearnerRecord> = {}): Promise<JsonObject> =>
  must(await issueBadge(buildClr(aRecord(change)), organisation, method, NOW - DAY));

describe('a road as CLR', () => {
  it('is what the schema of CLR 2.0 wants', async () => {
    expect(clrCredential(await aRoad())).toEqual([]);
    const { name: _name, ...nameless } = await aRoad();
    expect(clrCredential(nameless)).not.toEqual([]);
  });

  it('means what jsonld.js says it means', async () => {
    const unsigned = buildClr(aRecord());
    expect(must(canonicalize(must(toQuads(unsigned, issueContexts))))).toBe(await referenceCanonical(unsigned));
  });

  it('says that each step is a part of the key badge and which comes first', () => {
    expect(roadAssociations('k', ['a', 'b', 'c'])).toEqual([
      { type: 'isPartOf', source: 'a', target: 'k' },
      { type: 'isPartOf', source: 'b', target: 'k' },
      { type: 'isPartOf', source: 'c', target: 'k' },
      { type: 'precedes', source: 'a', target: 'b' },
      { type: 'precedes', source: 'b', target: 'c' },
    ]);
    expect(roadAssociations('k', [])).toEqual([]);
  });

  it('verifies, and so does each badge in it by itself', async () => {
    const report = await verifyCredential(JSON.stringify(await aRoad()), atHand);
    expect(report).toMatchObject({ verdict: 'valid', signature: 'good', status: 'active', problems: [] });
    expect(report.credentials.map(({ verdict, credential }) => [verdict, credential?.['id']])).toEqual(
      badges.map((badge) => ['valid', badge['id']]),
    );
  });

  it('with a badge that was revoked, forged or left unsigned says which', async () => {
    const [key = {}, first = {}, second = {}] = badges;
    const { proof: _proof, ...unsigned } = second;
    const road = await aRoad({ credentials: [key, { ...first, name: 'Chef' }, unsigned] });
    const report = await verifyCredential(road, { ...atHand, statusLists: await knownList([1]) });
    expect(report).toMatchObject({ verdict: 'valid', problems: ['part-invalid'] });
    expect(report.credentials).toMatchObject([
      { verdict: 'invalid', status: 'revoked', signature: 'good' },
      { verdict: 'invalid', signature: 'bad' },
      { verdict: 'invalid', signature: 'absent' },
    ]);
  });

  it('with a badge of somebody else says so', async () => {
    const other = await badgeFor('autre', 7, { subject: 'did:web:example.org:p:somebody' });
    const report = await verifyCredential(await aRoad({ credentials: [other] }), atHand);
    expect(report.credentials).toMatchObject([{ verdict: 'valid', problems: ['other-subject'] }]);
  });

  it('keeps what is said of its badges', async () => {
    const { issuer } = anAward();
    const report = await verifyCredential(
      await aRoad({ credentials: [await badgeFor('dit', 8, { endorsements: [{ ...badges[0], issuer }] })] }),
      atHand,
    );
    expect(report.credentials[0]?.endorsements).toMatchObject([{ verdict: 'invalid' }]);
  });

  it('is invalid once a badge or an association has changed, and by another key', async () => {
    const road = await aRoad();
    const subject = road['credentialSubject'] as JsonObject;
    for (const change of [{ verifiableCredential: badges.slice(1) }, { association: [] }, { id: 'did:web:example.org:p:somebody' }]) {
      expect(await verifyCredential({ ...road, credentialSubject: { ...subject, ...change } }, atHand)).toMatchObject({
        verdict: 'invalid',
        signature: 'bad',
      });
    }
    const stolen = must(await issueBadge(buildClr(aRecord()), stranger, methodId(ISSUER, stranger.publicKey), NOW - DAY));
    expect(await verifyCredential(stolen, atHand)).toMatchObject({ verdict: 'invalid', issuer: 'mismatch' });
  });

  it('of the wrong shape is invalid', async () => {
    const road = await aRoad();
    const subject = road['credentialSubject'] as JsonObject;
    for (const [change, member] of [
      [{ verifiableCredential: [] }, 'verifiableCredential'],
      [{ type: ['Subject'] }, 'type'],
      [{ association: [{ type: 'Association', associationType: 'isChildOf', sourceId: 'urn:a:1' }] }, 'association'],
    ] as const) {
      const report = await verifyCredential({ ...road, credentialSubject: { ...subject, ...change } }, atHand);
      expect(report.problems).toContain(`bad-structure:credentialSubject.${member}`);
    }
    const both = await verifyCredential({ ...road, type: ['VerifiableCredential', 'ClrCredential', 'OpenBadgeCredential'] }, atHand);
    expect(both.problems).toContain('bad-structure:type');
  });
});
