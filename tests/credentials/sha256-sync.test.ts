import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toHex, utf8 } from '#base/bytes';
import { sha256 } from '#credentials/sha256';
import { sha256Hex, sha256OfText, sha256Sync } from '#credentials/sha256-sync';
import { sha256Words, sha256WordsOfText } from '#credentials/sha256-words';

// Node hashes by itself; the words are what a page hashes with.
const hexOfWords = (words: Int32Array): string => Array.from(words, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');

/** The hash of a text, each way there is to it at once. */
const hashesOf = (text: string): readonly string[] => [
  sha256Hex(text),
  toHex(sha256OfText(text)),
  toHex(sha256Sync(utf8(text))),
  hexOfWords(sha256WordsOfText(text)),
  hexOfWords(sha256Words(utf8(text))),
];
const byWebCrypto = async (text: string): Promise<readonly string[]> => new Array<string>(5).fill(toHex(await sha256(utf8(text))));

it('the hash at once is that of WebCrypto, at every length around a block', async () => {
  for (let length = 0; length < 200; length++) {
    const text = 'é'.repeat(length >> 1) + 'x'.repeat(length & 1);
    expect(hashesOf(text)).toEqual(await byWebCrypto(text));
  }
});

it('the hash at once is that of WebCrypto for any text', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (text) => {
      expect(hashesOf(text)).toEqual(await byWebCrypto(text));
    }),
  );
});

it('the hash at once of a long text is that of WebCrypto, and leaves nothing behind for a short one', async () => {
  for (const text of ['é'.repeat(20_000), '']) expect(hashesOf(text)).toEqual(await byWebCrypto(text));
});
