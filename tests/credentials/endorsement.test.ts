import { describe, expect, it } from 'vitest';
import type { Json } from '#base/canonical-json';
import { methodId } from '#credentials/did-document';
import { didKey, didKeyMethod } from '#credentials/did-key';
import { buildEndorsement } from '#credentials/endorsement';
import type { JsonObject } from '#credentials/json';
import type { Endorsement } from '#credentials/open-badge';
import { issueBadge } from '#credentials/open-badge';
import { signJwt } from '#credentials/sign-jwt';
import type { VerifyOptions } from '#credentials/verify';
import { verifyCredential } from '#credentials/verify';
import { aBadge, anAward, DAY, ISSUER, knownIssuer, knownList, must, NOW, organisation, stranger } from './fixtures.ts';
import { p256Signer } from './p256-signer.ts';
import { achievementCredential, endorsementCredential } from './schemas.ts';

const atHand: VerifyOptions = { at: NOW, dids: knownIssuer(), statusLists: await knownList() };
const employer = { id: didKey(stranger.publicKey), name: 'Atelier du lac' };
const award = anAward();

const unsigned = (about: string, change: object = {}): JsonObject =>
  buildEndorsement({
    id: 'urn:uuid:0197b0f4-2c5e-7b8a-9d3e-5f6a7b8c9d0f',
    issuer: employer,
    about,
    name: 'L’avis de l’atelier',
    comment: 'Elle a **vraiment** cuisiné.',
    validFrom: NOW - DAY,
    ...change,
  });

const endorsing = async (about: string, change: object = {}): Promise<JsonObject> =>
  must(await issueBadge(unsigned(about, change), stranger, didKeyMethod(stranger.publicKey), NOW - DAY));

const endorsed = async (...endorsements: readonly Endorsement[]) => verifyCredential(await aBadge({ endorsements }), atHand);

describe('an endorsement', () => {
  it('is a credential of its own, as the schema wants it', async () => {
    const endorsement = await endorsing(award.id);
    expect(endorsementCredential(endorsement)).toEqual([]);
    expect(await verifyCredential(endorsement, atHand)).toMatchObject({ verdict: 'valid', signature: 'good', issuerId: employer.id });
  });

  it('in a badge is reported by itself, with what it is of', async () => {
    for (const [about, of] of [
      [award.id, 'credential'],
      [award.achievement.id, 'achievement'],
      [ISSUER, 'profile'],
      [String(award.achievement.creator?.id), 'profile'],
    ] as const) {
      const badge = await aBadge({ endorsements: [await endorsing(about)] });
      expect(achievementCredential(badge)).toEqual([]);
      const report = await verifyCredential(badge, atHand);
      expect(report).toMatchObject({ verdict: 'valid', problems: [] });
      expect(report.endorsements).toMatchObject([{ verdict: 'valid', of, issuerId: employer.id, problems: [] }]);
    }
  });

  it('is found where it stands: in the achievement, its creator, the issuer', async () => {
    const { achievement, issuer } = award;
    const badge = await aBadge({
      issuer: { ...issuer, endorsements: [await endorsing(ISSUER)] },
      achievement: { ...achievement, endorsements: [await endorsing(achievement.id), await endorsing(award.id)] },
    });
    expect(achievementCredential(badge)).toEqual([]);
    const report = await verifyCredential(badge, atHand);
    expect(report.endorsements.map(({ of, verdict }) => [of, verdict])).toEqual([
      ['achievement', 'valid'],
      [null, 'invalid'],
      ['profile', 'valid'],
    ]);
  });

  it('of something else than what it stands in is invalid, and the badge says so', async () => {
    const report = await endorsed(await endorsing('urn:uuid:0197b0f4-2c5e-7b8a-9d3e-000000000000'));
    expect(report).toMatchObject({ verdict: 'valid', problems: ['part-invalid'] });
    expect(report.endorsements).toMatchObject([{ verdict: 'invalid', of: null, signature: 'good', problems: ['endorsement-of-another'] }]);
  });

  it('that was forged is invalid although the badge around it is well signed', async () => {
    const genuine = await endorsing(award.id);
    const subject = { ...(genuine['credentialSubject'] as JsonObject), endorsementComment: 'Elle a dirigé la cuisine.' };
    const report = await endorsed({ ...genuine, credentialSubject: subject }, genuine);
    expect(report).toMatchObject({ verdict: 'valid', signature: 'good', problems: ['part-invalid'] });
    expect(report.endorsements).toMatchObject([
      { verdict: 'invalid', signature: 'bad', problems: ['bad-signature'] },
      { verdict: 'valid', signature: 'good' },
    ]);
  });

  it('without a proof, or that is a badge, is invalid', async () => {
    const report = await endorsed(unsigned(award.id), await aBadge({ id: 'urn:uuid:0197b0f4-2c5e-7b8a-9d3e-111111111111' }));
    expect(report.endorsements).toMatchObject([
      { verdict: 'invalid', problems: ['no-proof'] },
      { verdict: 'invalid', problems: ['not-an-endorsement'] },
    ]);
  });

  it('of something that has no proper name spoils the badge', async () => {
    const genuine = await endorsing(award.id);
    for (const id of [5, { toString: null }, [], [award.id], 'no name'] as Json[]) {
      const endorsement = { ...genuine, credentialSubject: { ...(genuine['credentialSubject'] as JsonObject), id } };
      const report = await verifyCredential({ ...(await aBadge()), endorsement: [endorsement] }, atHand);
      expect(report, JSON.stringify(id)).toMatchObject({ verdict: 'invalid', signature: 'bad', endorsements: [] });
    }
  });

  it('by somebody whose keys are not at hand leaves that open, and the badge as it was', async () => {
    const elsewhere = { id: 'did:web:elsewhere.example', name: 'Ailleurs' };
    const method = methodId(elsewhere.id, stranger.publicKey);
    const endorsement = must(await issueBadge(unsigned(award.id, { issuer: elsewhere }), stranger, method, NOW - DAY));
    const report = await endorsed(endorsement);
    expect(report).toMatchObject({ verdict: 'valid', problems: [] });
    expect(report.endorsements).toMatchObject([{ verdict: 'unknown', signature: 'good', issuer: 'unknown', of: 'credential' }]);
  });

  it('that is over, or revoked by its own list, is invalid', async () => {
    const report = await endorsed(await endorsing(award.id, { validUntil: NOW }));
    expect(report.endorsements).toMatchObject([{ verdict: 'invalid', problems: ['expired'] }]);
  });

  it('may be a token', async () => {
    const signer = await p256Signer();
    const issuer = { id: didKey(signer.publicKey), name: 'Atelier du lac' };
    const token = must(await signJwt(unsigned(award.id, { issuer }), signer, didKeyMethod(signer.publicKey)));
    const badge = await aBadge({ endorsements: [token] });
    expect(achievementCredential(badge)).toEqual([]);
    const report = await verifyCredential(badge, atHand);
    expect(report.endorsements).toMatchObject([{ verdict: 'valid', securedBy: 'ES256', of: 'credential' }]);
    const [head, body, tail] = token.split('.');
    const forged = await endorsed(`${head}.${body?.replace(/^.{40}/, (start) => start.toLowerCase())}.${tail}`, 'no token');
    expect(forged.endorsements).toMatchObject([{ verdict: 'invalid' }, { verdict: 'invalid', problems: ['not-json'] }]);
  });

  it('counts among no more than 32, each of which costs a check', async () => {
    const all = await Promise.all(Array.from({ length: 40 }, (_, n) => endorsing(award.id, { id: `https://example.org/n/${n}` })));
    const many = await endorsed(...all);
    expect(many.endorsements.length).toBe(32);
    expect(many).toMatchObject({ verdict: 'valid', problems: ['too-many-parts'] });
  });

  it('that is built to keep readers busy spoils the badge, and none is looked at', async () => {
    const profile = (n: number, more: object = {}) => ({ id: `_:p${n % 40}`, type: ['Profile'], ...more });
    const everyone = Array.from({ length: 40 }, (_, n) => n);
    const parentOrg = everyone.map((n) => profile(n, { parentOrg: everyone.slice(1).map((step) => profile(n + step)) }));
    const hostile = { ...(await endorsing(award.id)), issuer: { id: employer.id, type: ['Profile'], parentOrg } };
    const inside = { ...(await aBadge()), endorsement: [hostile, hostile] };
    expect(await verifyCredential(inside, atHand)).toMatchObject({ verdict: 'invalid', problems: ['poison-graph'], endorsements: [] });
  });

  it('spends of what all of them together may cost', async () => {
    const signer = await p256Signer();
    const ring = Array.from({ length: 16 }, (_, n) => ({
      id: `_:p${n}`,
      type: ['Profile'],
      parentOrg: { id: `_:p${(n + 1) % 16}`, type: ['Profile'] },
    }));
    const issuer = { id: didKey(signer.publicKey), type: ['Profile'], parentOrg: ring };
    const token = must(await signJwt({ ...unsigned(award.id), issuer }, signer, didKeyMethod(signer.publicKey)));
    expect((await verifyCredential(token, atHand)).problems).not.toContain('poison-graph');
    const report = await endorsed(...Array.from({ length: 30 }, () => token));
    // One after the other until nothing is left; then none is looked at any more.
    expect(report.endorsements.length).toBeGreaterThan(1);
    expect(report.endorsements.length).toBeLessThan(30);
    expect(report.endorsements.map(({ problems }) => problems.includes('poison-graph')).lastIndexOf(false)).toBe(
      report.endorsements.length - 2,
    );
    expect(report).toMatchObject({ verdict: 'valid', problems: ['part-invalid', 'too-many-parts'] });
  });

  it('in an endorsement in an endorsement is not looked for', async () => {
    const nested = async (levels: number): Promise<JsonObject> =>
      endorsing(levels === 2 ? award.id : employer.id, {
        id: `https://example.org/n/${levels}`,
        ...(levels === 0 ? {} : { issuer: { ...employer, endorsements: [await nested(levels - 1)] } }),
      });
    const report = await endorsed(await nested(2));
    const [first] = report.endorsements;
    const [second] = first?.endorsements ?? [];
    expect(first).toMatchObject({ verdict: 'valid', of: 'credential', problems: [] });
    expect(second).toMatchObject({ verdict: 'valid', of: 'profile', endorsements: [], problems: ['too-many-parts'] });
  });
});

it('a badge of an issuer who is endorsed by nobody has no endorsements', async () => {
  const report = await verifyCredential(await aBadge({}, organisation), atHand);
  expect(report).toMatchObject({ verdict: 'valid', endorsements: [], credentials: [] });
});
