import jsonld from 'jsonld';
import { describe, expect, it } from 'vitest';
import { fromHex, utf8 } from '#base/bytes';
import { parseAssertion } from '#credentials/assertion';
import { parseBadgeClass, parseIssuerProfile } from '#credentials/badge-class';
import type { OldHosting } from '#credentials/export-open-badge-2';
import { exportOpenBadge2 } from '#credentials/export-open-badge-2';
import type { JsonObject } from '#credentials/json';
import { bakePng, unbakePng } from '#credentials/png-badge';
import { sha256Hex } from '#credentials/sha256-sync';
import { verifyAssertion } from '#credentials/verify-assertion';
import { verifyFile } from '#credentials/verify-file';
import { aBadge, must, PERSON } from './fixtures.ts';
import { options, serving } from './old-fixtures.ts';
import { vectorJson } from './vector-files.ts';

const hosting: OldHosting = {
  assertion: 'https://example.org/ob2/a/1',
  badge: 'https://example.org/ob2/m/cuisine',
  issuer: 'https://example.org/ob2/s/inae',
  email: 'badges@example.org',
};
const badge = await aBadge();
const exported = must(exportOpenBadge2(badge, hosting));
const documents = serving(Object.values(exported));

/** RDF as the context of Open Badges 2.0 has it; throws on whatever that context leaves without a meaning. */
const meaningOf = (document: JsonObject): Promise<readonly unknown[]> =>
  jsonld.toRDF(structuredClone(document), {
    base: null,
    safe: true,
    documentLoader: async (documentUrl: string) => {
      if (documentUrl !== 'https://w3id.org/openbadges/v2') throw new Error(`no network: ${documentUrl}`);
      return { contextUrl: null, documentUrl, document: vectorJson('1edtech-ob20/context.json') };
    },
  });

describe('a badge of ours as one of Open Badges 2.0', () => {
  it('has every member version 2 asks for', () => {
    expect(parseAssertion(exported.assertion).ok).toBe(true);
    expect(parseBadgeClass(exported.badge, undefined).ok).toBe(true);
    expect(parseIssuerProfile(exported.issuer).ok).toBe(true);
    for (const member of ['id', 'type', 'recipient', 'badge', 'verification', 'issuedOn'])
      expect(exported.assertion).toHaveProperty(member);
    for (const member of ['id', 'type', 'name', 'description', 'image', 'criteria', 'issuer'])
      expect(exported.badge).toHaveProperty(member);
    for (const member of ['id', 'type', 'name', 'url', 'email']) expect(exported.issuer).toHaveProperty(member);
  });

  it('names the person by her identifier when no identity is one version 2 knows, however it is written', () => {
    const subject = badge['credentialSubject'] as JsonObject;
    for (const identityType of ['nickname', 'toString']) {
      const identifier = [{ type: 'IdentityObject', hashed: false, identityHash: 'x', identityType }];
      const made = must(exportOpenBadge2({ ...badge, credentialSubject: { ...subject, identifier } }, hosting));
      expect(made.assertion['recipient']).toEqual({ type: 'url', hashed: false, identity: PERSON });
    }
    const identifier = [{ type: 'IdentityObject', hashed: false, identityHash: 'x', identityType: { toString: 1, valueOf: null } }];
    expect(exportOpenBadge2({ ...badge, credentialSubject: { ...subject, identifier } }, hosting).ok).toBe(false);
  });

  it('says nothing the context of version 2 has no meaning for', async () => {
    for (const document of Object.values(exported)) {
      const { '@language': _language, ...rest } = document;
      expect((await meaningOf(rest)).length).toBeGreaterThan(5);
    }
    await expect(meaningOf({ ...exported.assertion, unheard: 1 })).rejects.toThrow();
  });

  it('is valid where its three documents are served, and says what the badge says', async () => {
    const report = await verifyAssertion(JSON.stringify(exported.assertion), { ...options, documents });
    expect(report).toMatchObject({ verdict: 'valid', issuer: 'known', problems: [] });
    expect(report.credential).toMatchObject({
      name: badge['name'],
      validFrom: badge['awardedDate'],
      issuer: { name: 'INAE', url: 'https://example.org/s/inae' },
      credentialSubject: {
        narrative: 'Exploration',
        achievement: { criteria: { narrative: '- choisir une recette\n- la faire\n- la partager' } },
      },
      evidence: [{ name: 'Photo', narrative: 'Le plat', genre: 'photo' }],
    });
    expect(exported.badge).toMatchObject({ '@language': 'fr', tags: ['cuisine', 'groupe'], alignment: [{ targetFramework: 'ESCO' }] });
  });

  it('is given to the e-mail address of the badge, or else to the person’s own address', () => {
    expect(exported.assertion['recipient']).toEqual({ type: 'url', hashed: false, identity: PERSON });
    const identityHash = `sha256$${sha256Hex('claire@example.orgsel')}`;
    const identifier = [{ type: 'IdentityObject', identityType: 'emailAddress', hashed: true, identityHash, salt: 'sel' }];
    const subject = { ...(badge['credentialSubject'] as JsonObject), identifier };
    const { assertion } = must(exportOpenBadge2({ ...badge, credentialSubject: subject }, hosting));
    expect(assertion['recipient']).toEqual({ type: 'email', hashed: true, identity: identityHash, salt: 'sel' });
  });

  it('lies beside the badge in one picture, for old readers and new ones', async () => {
    const pixel = fromHex(
      '89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000a49444154789c63000100000500010d0a2db40000000049454e44ae426082',
    );
    const png = must(bakePng(pixel ?? utf8(''), JSON.stringify(badge)));
    const text = JSON.stringify(exported.assertion);
    const both = must(bakePng(png, text, 2));
    expect(must(await unbakePng(both))).toEqual({ version: 3, text: JSON.stringify(badge) });
    expect(Buffer.from(both).toString('latin1')).toContain('iTXtopenbadges\0');
    expect(must(bakePng(both, text, 2))).toEqual(both);
    expect(must(bakePng(both, JSON.stringify(badge)))).toEqual(png);
    const alone = must(bakePng(pixel ?? utf8(''), text, 2));
    expect(must(await unbakePng(alone))).toEqual({ version: 2, text });
    expect((await verifyFile(alone, { ...options, documents })).verdict).toBe('valid');
  });

  it('is not made of what is no badge, has no picture or would have no address', async () => {
    expect(exportOpenBadge2({}, hosting)).toMatchObject({ ok: false, error: { type: 'not-a-badge' } });
    expect(exportOpenBadge2(badge, { ...hosting, issuer: 'somewhere' })).toEqual({
      ok: false,
      error: { type: 'bad-address', what: 'somewhere' },
    });
    const { image: _image, ...plain } = (badge['credentialSubject'] as JsonObject)['achievement'] as JsonObject;
    const bare = { ...badge, credentialSubject: { ...(badge['credentialSubject'] as JsonObject), achievement: plain } };
    expect(exportOpenBadge2(bare, hosting)).toMatchObject({ ok: false, error: { type: 'no-image' } });
    expect(exportOpenBadge2(bare, { ...hosting, image: 'https://example.org/1.png' })).toMatchObject({
      value: { badge: { image: 'https://example.org/1.png' } },
    });
  });
});
