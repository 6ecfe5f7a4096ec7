import { expect, it } from 'vitest';
import { utf8 } from '#base/bytes';
import { issueContexts } from '#credentials/issue-contexts.gen';
import { buildOpenBadge, digestOf, issueBadge } from '#credentials/open-badge';
import { toQuads } from '#credentials/to-quads';
import { aBadge, anAward, ISSUER, must, NOW, organisation, PERSON } from './fixtures.ts';
import { achievementCredential } from './schemas.ts';

it('a badge says who gave what to whom, with lists where Open Badges has lists', () => {
  const badge = buildOpenBadge(anAward());
  expect(badge).toMatchObject({
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: ISSUER, type: ['Profile'] },
    awardedDate: '2026-05-29T09:00:00Z',
    credentialSubject: {
      id: PERSON,
      achievement: {
        achievementType: 'ext:Participation',
        criteria: { narrative: expect.stringContaining('recette') },
        image: { type: 'Image' },
        tag: ['cuisine', 'groupe'],
        alignment: [{ type: ['Alignment'], targetFramework: 'ESCO' }],
        resultDescription: [{ resultType: 'RubricCriterionLevel', rubricCriterionLevel: [{ level: '1' }, { level: '2' }] }],
      },
      result: [{ type: ['Result'], achievedLevel: expect.stringContaining('#exploration') }],
    },
    evidence: [{ type: ['Evidence'] }],
    credentialStatus: { type: 'BitstringStatusListEntry', statusPurpose: 'revocation', statusListIndex: '94567' },
  });
  expect(toQuads(badge, issueContexts).ok).toBe(true);
});

it('a badge points at the same achievement in other languages, each with its own texts', async () => {
  const editions = [{ id: 'https://example.org/m/cuisine/ar/2', inLanguage: 'ar', version: '2' }];
  const badge = await aBadge({ achievement: { ...anAward().achievement, editions } });
  expect(badge).toMatchObject({
    credentialSubject: { achievement: { inLanguage: 'fr', related: [{ type: ['Related'], inLanguage: 'ar', version: '2' }] } },
  });
  expect(achievementCredential(badge)).toEqual([]);
});

it('a badge is aligned with ROME as with ESCO', async () => {
  const rome = {
    targetName: 'Travailler en équipe',
    targetUrl: 'https://candidat.francetravail.fr/metierscope/savoir-etre/300465',
    targetFramework: 'ROME 4.0',
    targetCode: '300465',
    targetType: 'ext:SavoirEtre',
  };
  const badge = await aBadge({
    achievement: { ...anAward().achievement, alignments: [rome, ...(anAward().achievement.alignments ?? [])] },
  });
  expect(badge).toMatchObject({
    credentialSubject: { achievement: { alignment: [{ targetCode: '300465' }, { targetFramework: 'ESCO' }] } },
  });
  expect(achievementCredential(badge)).toEqual([]);
});

it('its proof is in an array and names the key', async () => {
  const badge = await aBadge();
  expect(badge['proof']).toEqual([
    expect.objectContaining({ cryptosuite: 'eddsa-rdfc-2022', verificationMethod: `${ISSUER}#${organisation.publicKey}` }),
  ]);
});

it('a newer edition keeps id, place in the list and day of award', async () => {
  const first = buildOpenBadge(anAward());
  const second = buildOpenBadge(anAward({ validFrom: NOW }));
  expect({ ...second, validFrom: first['validFrom'] }).toEqual(first);
});

it('members nobody named stay out of the badge', () => {
  const contact = { id: ISSUER, name: 'INAE', email: 'private@example.org', phone: '+33 1' };
  expect(JSON.stringify(buildOpenBadge(anAward({ issuer: contact, source: contact })))).not.toMatch(/private|\+33/);
});

it('an identifier that is no IRI is refused, not dropped', async () => {
  const refused = await issueBadge(buildOpenBadge(anAward({ id: 'no iri' })), organisation, `${ISSUER}#k`, NOW);
  expect(refused).toEqual({ ok: false, error: { type: 'bad-identifier', what: 'no iri' } });
  expect(must(await issueBadge(buildOpenBadge(anAward()), organisation, `${ISSUER}#k`, NOW))['id']).toBe(anAward().id);
});

it('the digest of a file is a SHA-256 multihash in multibase', async () => {
  expect(await digestOf(utf8(''))).toBe(
    `u${Buffer.from('1220e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', 'hex').toString('base64url')}`,
  );
});
