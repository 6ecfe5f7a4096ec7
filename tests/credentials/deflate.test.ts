import { deflateRawSync, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utf8 } from '#base/bytes';
import { deflate } from '#credentials/deflate';
import { aBadge } from './fixtures.ts';

const NONE = new Uint8Array(0);
const back = (packed: Uint8Array, dictionary: Uint8Array): Uint8Array =>
  new Uint8Array(inflateRawSync(packed, dictionary.length > 0 ? { dictionary } : {}));

// Bytes that repeat themselves now and then, as texts do, and some that do not.
const texts = fc.oneof(
  fc.uint8Array({ maxLength: 400 }),
  fc
    .array(fc.constantFrom('abc', 'credential', '"id":', '\0', 'é', 'x'.repeat(300)), { maxLength: 60 })
    .map((parts) => utf8(parts.join(''))),
  fc.array(fc.nat(3), { maxLength: 700 }).map((list) => Uint8Array.from(list)),
);

describe('a deflate stream of ours', () => {
  it('is read back by zlib, with and without a dictionary', () => {
    fc.assert(
      fc.property(texts, texts, (text, dictionary) => {
        expect(back(deflate(text, NONE), NONE)).toEqual(text);
        expect(back(deflate(text, dictionary), dictionary)).toEqual(text);
      }),
      { numRuns: 80 },
    );
  });

  it('is never longer than zlib at its best', async () => {
    const badge = utf8(JSON.stringify(await aBadge()));
    for (const [text, dictionary] of [
      [badge, NONE],
      [badge, utf8(JSON.stringify(await aBadge({ id: 'urn:uuid:0197c111-aaaa-7b8a-9d3e-123456789abc' })))],
      [utf8('abc'.repeat(2000)), NONE],
      [NONE, NONE],
    ] as const) {
      const theirs = deflateRawSync(text, { level: 9, memLevel: 9, ...(dictionary.length > 0 && { dictionary }) }).length;
      expect(deflate(text, dictionary).length).toBeLessThanOrEqual(theirs);
    }
  });

  it('reaches back the whole window and no further', () => {
    const far = utf8('Une phrase qui ne revient que de loin.');
    for (const gap of [32_768 - far.length, 32_768 - far.length + 1, 40_000]) {
      const noise = Uint8Array.from({ length: gap }, (_, i) => (i * 7919 + (i >> 8) * 31 + (i >> 13)) & 0xff);
      const dictionary = Uint8Array.from([...far, ...noise]);
      const text = deflate(far, dictionary.subarray(-32_768));
      expect(back(text, dictionary.subarray(-32_768))).toEqual(far);
    }
  });
});
