import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concatBytes, toHex, utf8 } from '#base/bytes';
import { compactText, expandText } from '#credentials/compact-text';
import { didWeb } from '#credentials/did-web';
import type { JsonObject } from '#credentials/json';
import { badgeTemplate, packBadge, templateId, unpackBadge } from '#credentials/pack-badge';
import { PACK_DICTIONARIES } from '#credentials/pack-dictionary';
import { sha256Hex } from '#credentials/sha256-sync';
import { verifyCredential } from '#credentials/verify';
import { aBadge, anAward, DAY, ISSUER, knownIssuer, knownList, LIST, must, NOW, organisation } from './fixtures.ts';

const METHOD = `${ISSUER}#${organisation.publicKey}`;
const options = { at: NOW, dids: knownIssuer(), statusLists: await knownList() };

/** What both phones know of the mould: everything but who, when and where in the status list. */
const template = badgeTemplate(
  anAward({
    id: 'urn:uuid:00000000-0000-0000-0000-000000000000',
    subject: didWeb('example.org', 'p', ''),
    awarded: 0,
    validFrom: 0,
    status: { list: LIST, index: 0 },
    evidence: [],
  }),
  METHOD,
);
const known = (id: string): string | undefined => (id === templateId(template) ? template : undefined);

const given = (change: Parameters<typeof anAward>[0] = {}): Promise<JsonObject> =>
  aBadge({
    id: 'urn:uuid:0197c111-2b3c-7d4e-9f5a-123456789abc',
    subject: didWeb('example.org', 'p', 'aB3dE5gH7jK9mN1pQ3sT5v'),
    awarded: NOW - 3 * DAY,
    validFrom: NOW - 2 * DAY,
    status: { list: LIST, index: 12_345 },
    ...change,
  });

describe('a packed badge', () => {
  it('of a mould the reader knows takes at most 300 bytes, and its proof still holds', async () => {
    for (const [badge, most] of [
      [await given({ evidence: [] }), 180],
      [await given({ evidence: [{ name: 'Repas de quartier', genre: 'participation', description: 'Salle des fêtes' }] }), 240],
      [await given(), 300],
    ] as const) {
      const packed = must(packBadge(badge, template));
      console.log(`packed with its mould: ${JSON.stringify(badge).length} characters in ${packed.length} bytes`);
      expect(packed.length).toBeLessThanOrEqual(most);
      const back = must(await unpackBadge(packed, known));
      expect(JSON.stringify(back)).toBe(JSON.stringify(badge));
      expect((await verifyCredential(back, options)).verdict).toBe('valid');
    }
  });

  it('of another mould is shorter than zlib could make it without what badges have in common', async () => {
    const badge = await given();
    const packed = must(packBadge(badge));
    const plain = deflateRawSync(JSON.stringify(badge), { level: 9, memLevel: 9 }).length;
    console.log(`packed without its mould: ${JSON.stringify(badge).length} characters in ${packed.length} bytes; plain deflate ${plain}`);
    expect(packed.length).toBeLessThan(plain * 0.75);
    expect(JSON.stringify(must(await unpackBadge(packed)))).toBe(JSON.stringify(badge));
  });

  it('comes back to the letter, whatever it says and whatever template it was packed with', async () => {
    const odd = fc.constantFrom(
      'z6Mkon3Necd6NkkyfoGoHxid2znGc59LU3K7mubaRcFbLfLX',
      'zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz',
      'z1111111111111111111111111111111111',
      '2026-02-30T25:61:61Z',
      '0000-01-01T00:00:00Z',
      '2106-02-07T06:28:16Z',
      '0197C111-2b3c-7d4e-9f5a-123456789abc',
      'aB3dE5gH7jK9mN1pQ3sT5w',
      '-'.repeat(43),
      '\u0001\u0003abc',
      '\ud800',
      '__proto__',
    );
    const value = fc.jsonValue({ maxDepth: 3 });
    const object = fc.dictionary(fc.oneof(odd, fc.string()), fc.oneof(value, odd, fc.string({ unit: 'binary' })));
    await fc.assert(
      fc.asyncProperty(object, fc.option(object), async (badge, like) => {
        const shape = like === null ? undefined : JSON.stringify(like);
        const packed = must(packBadge(badge as JsonObject, shape));
        expect(JSON.stringify(must(await unpackBadge(packed, () => shape)))).toBe(JSON.stringify(badge));
      }),
      { numRuns: 200 },
    );
  });

  it('says what is missing when the reader does not know the mould or the dictionary', async () => {
    const packed = must(packBadge(await given(), template));
    expect(await unpackBadge(packed)).toEqual({ ok: false, error: { type: 'template-not-at-hand' } });
    expect(await unpackBadge(Uint8Array.of(99, ...packed.subarray(1)))).toEqual({ ok: false, error: { type: 'unknown-dictionary' } });
    expect(await unpackBadge(new Uint8Array(0))).toEqual({ ok: false, error: { type: 'unknown-dictionary' } });
    const other = await unpackBadge(packed, () => template.replace('Cuisiner', 'Conduire'));
    expect(other.ok ? (await verifyCredential(other.value, options)).verdict : other.error.type).not.toBe('valid');
  });

  it('that would open to more than 30 kB is refused at once, on both sides', async () => {
    expect(packBadge({ a: 'x'.repeat(30_000) })).toEqual({ ok: false, error: { type: 'too-big' } });
    const bomb = concatBytes(Uint8Array.of(1), deflateRawSync(`{"a":"${'x'.repeat(50_000_000)}"}`));
    const start = performance.now();
    expect(await unpackBadge(bomb)).toEqual({ ok: false, error: { type: 'bad-packing' } });
    expect(performance.now() - start).toBeLessThan(500);
    const deep = concatBytes(Uint8Array.of(1), deflateRawSync(`${'{"a":'.repeat(100)}1${'}'.repeat(100)}`));
    expect(await unpackBadge(deep)).toEqual({ ok: false, error: { type: 'too-deep' } });
  });

  it('that is damaged is refused or no longer valid, and nothing throws', async () => {
    const packed = must(packBadge(await given(), template));
    const badge = await given();
    await fc.assert(
      fc.asyncProperty(fc.nat(packed.length - 1), fc.uint8Array({ maxLength: 4 }), fc.nat(4), async (at, put, drop) => {
        const damaged = concatBytes(packed.subarray(0, at), put, packed.subarray(at + drop));
        const back = await unpackBadge(damaged, () => template);
        if (!back.ok || JSON.stringify(back.value) === JSON.stringify(badge)) return;
        expect((await verifyCredential(back.value, options)).verdict).not.toBe('valid');
      }),
      { numRuns: 500 },
    );
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        await unpackBadge(concatBytes(Uint8Array.of(1), bytes));
        expandText(bytes);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the dictionaries', () => {
  it('are those badges were packed with', () => {
    // Never change a line here: badges packed with it could no longer be read. A new dictionary gets a new number.
    expect(Object.entries(PACK_DICTIONARIES).map(([number, text]) => [number, sha256Hex(text)])).toEqual([
      ['1', '1eab431b053174d37d2e16d169927e77448f82446a28c19893ea1222b2a084be'],
    ]);
  });

  it('say nothing that would be written as bytes', () => {
    for (const text of Object.values(PACK_DICTIONARIES)) expect(toHex(compactText(text))).toBe(toHex(utf8(text)));
  });
});
