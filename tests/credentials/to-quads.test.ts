import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalize } from '#credentials/canonicalize';
import type { JsonObject } from '#credentials/json';
import { toQuads } from '#credentials/to-quads';
import { credentialLike, mangled } from './arbitrary-documents.ts';
import { allContexts, referenceCanonical } from './jsonld-reference.ts';
import { vectorDocuments, vectorJson } from './vector-files.ts';

const V2 = 'https://www.w3.org/ns/credentials/v2';
const OB = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';

const canonical = async (document: JsonObject): Promise<string | null> => {
  const quads = toQuads(document, allContexts);
  if (!quads.ok) return null;
  const text = canonicalize(quads.value);
  return text.ok ? text.value : null;
};

const refusal = (document: JsonObject): string | null => {
  const quads = toQuads(document, allContexts);
  return quads.ok ? null : quads.error.type;
};

describe('the meaning of a document', () => {
  const documents = vectorDocuments('1edtech-ob30', 'w3c-eddsa', 'spec-examples');

  it.each(documents)('is what jsonld.js finds in %s', async (_, document) => {
    expect(await canonical(document)).toBe(await referenceCanonical(document));
  });

  it('is found in most vectors', async () => {
    const found = await Promise.all(documents.map(([, document]) => canonical(document)));
    expect(found.filter((text) => text !== null).length).toBeGreaterThanOrEqual(30);
  });

  it('is what jsonld.js finds in random credentials', async () => {
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(credentialLike, async (document) => {
        const ours = await canonical(document);
        if (ours === null) return;
        accepted++;
        expect(ours).toBe(await referenceCanonical(document));
      }),
      { numRuns: 600 },
    );
    expect(accepted).toBeGreaterThan(200);
  });

  it('is what jsonld.js finds in vectors with something changed', async () => {
    let accepted = 0;
    const base = documents.filter(([, document]) => refusal(document) === null).map(([, document]) => document);
    await fc.assert(
      fc.asyncProperty(mangled(base), async (document) => {
        const ours = await canonical(document);
        if (ours === null) return;
        accepted++;
        expect(ours).toBe(await referenceCanonical(document));
      }),
      { numRuns: 600 },
    );
    expect(accepted).toBeGreaterThan(100);
  });
});

describe('a document is refused', () => {
  const badge = { '@context': [V2, OB], id: 'urn:uuid:1', type: ['VerifiableCredential', 'OpenBadgeCredential'], name: 'B' };

  it('for a context that is not pinned, however it is written', () => {
    expect(refusal({ ...badge, '@context': [V2, 'https://example.org/context'] })).toBe('unknown-context');
    expect(refusal({ ...badge, '@context': [V2, { name: 'https://schema.org/name' }] })).toBe('unknown-context');
    expect(refusal({ ...badge, '@context': 'constructor' })).toBe('unknown-context');
    expect(refusal({ ...badge, '@context': null })).toBe('unknown-context');
    expect(refusal({ ...badge, '@context': new Array(9).fill(V2) })).toBe('too-big');
  });

  it('for a term no context defines, and for a property written as an IRI instead of its term', () => {
    expect(refusal({ ...badge, colour: 'red' })).toBe('unmapped-term');
    expect(refusal({ ...badge, 'https://www.w3.org/2018/credentials#validUntil': '2026-01-01T00:00:00Z' })).toBe('unmapped-term');
    expect(refusal({ ...badge, __proto__x: 1, ['__proto__']: 1 } as JsonObject)).toBe('unmapped-term');
  });

  it('for identifiers that are relative, hold white space or half a character', () => {
    for (const id of ['relative', '/x', ':x', '', 'http://a b', 'urn:\ud800', '@id', 'a\tb:c']) {
      expect(refusal({ ...badge, id }), id).toBe('bad-identifier');
    }
    expect(refusal({ ...badge, name: '\udc00' })).toBe('bad-value');
  });

  it('for keywords that hide or reverse things', () => {
    for (const key of ['@graph', '@included', '@reverse', '@nest', '@index', '@set', '@list']) {
      expect(refusal({ ...badge, [key]: {} }), key).toBe('unsupported-jsonld');
    }
    expect(refusal({ ...badge, '@foo': 1 })).toBe('unmapped-term');
    expect(refusal({ ...badge, '@id': 'urn:uuid:2' })).toBe('unsupported-jsonld');
    expect(refusal({ ...badge, '@type': 'VerifiableCredential' })).toBe('unsupported-jsonld');
  });

  it('when part of the credential is moved into another mention of its id', () => {
    const status = { credentialStatus: { id: 'urn:uuid:3', type: 'BitstringStatusListEntry', statusListIndex: '1' } };
    const subject = (inside: JsonObject) => ({
      ...badge,
      credentialSubject: { id: 'urn:uuid:1', type: 'VerifiableCredential', ...inside },
    });
    expect(refusal(subject(status))).toBe('hidden-property');
    expect(refusal(subject({ validUntil: '2026-01-01T00:00:00Z' }))).toBe('hidden-property');
    expect(refusal({ ...badge, credentialSubject: { id: 'urn:uuid:1', type: 'EndorsementSubject', endorsementComment: 'ok' } })).toBeNull();
  });

  it('when it nests without end or is nothing', () => {
    const within = (levels: number): JsonObject => {
      let profile: JsonObject = { type: 'Profile' };
      for (let level = 0; level < levels; level++) profile = { type: 'Profile', parentOrg: [profile] };
      return profile;
    };
    expect(refusal({ ...badge, issuer: within(30) })).toBeNull();
    for (const levels of [40, 50_000]) expect(refusal({ ...badge, issuer: within(levels) })).toBe('too-deep');
    expect(refusal({ '@context': V2 })).toBe('empty-node');
    expect(refusal({ '@context': V2, id: 'urn:x' })).toBe('empty-node');
    expect(refusal({ ...badge, proof: { name: null } })).toBe('empty-node');
  });

  it('when a protected term would change its meaning', () => {
    expect(refusal({ ...badge, '@context': [V2, 'https://www.w3.org/2018/credentials/v1'] })).toBe('protected-term');
  });

  it('for numbers and texts that processors write in different ways', () => {
    const withValue = (value: JsonObject | number) => ({ ...badge, type: 'Result', value });
    expect(refusal(withValue(1e-7))).toBe('bad-value');
    expect(refusal(withValue({ '@value': '1.0', '@type': 'http://www.w3.org/2001/XMLSchema#double' }))).toBe('bad-value');
    expect(refusal(withValue({ '@value': 'x', '@language': 'fr', '@type': 'https://example.org/t' }))).toBe('bad-value');
    expect(refusal(withValue({ '@value': ['x'] }))).toBe('bad-value');
  });
});

it('an example of the W3C keeps its canonical form whatever the order of its members', async () => {
  const document = vectorJson('w3c-eddsa/unsigned.json');
  const reversed = Object.fromEntries(Object.entries(document).reverse());
  expect(await canonical(reversed)).toBe(await canonical(document));
});
