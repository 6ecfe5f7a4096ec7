import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toHex, utf8 } from '#base/bytes';
import { sha256 } from '#credentials/sha256';
import { sha256Hex } from '#credentials/sha256-sync';

it('the hash at once is that of WebCrypto, at every length around a block', async () => {
  for (let length = 0; length < 200; length++) {
    const text = 'é'.repeat(length >> 1) + 'x'.repeat(length & 1);
    expect(sha256Hex(text)).toBe(toHex(await sha256(utf8(text))));
  }
});

it('the hash at once is that of WebCrypto for any text', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (text) => {
      expect(sha256Hex(text)).toBe(toHex(await sha256(utf8(text))));
    }),
  );
});
