import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHex, utf8 } from '#base/bytes';
import { fromBase58, fromMultibase, fromMultikey, toBase58, toMultibase64, toMultikey } from '#credentials/multibase';

describe('base58btc', () => {
  it('writes the texts of the multibase specification', () => {
    expect(toBase58(utf8('yes mani !'))).toBe('z7paNL19xttacUY');
    expect(toBase58(utf8('\0yes mani !'))).toBe('z17paNL19xttacUY');
    expect(toBase58(new Uint8Array(0))).toBe('z');
  });

  it('reads back whatever it wrote', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        expect(fromBase58(toBase58(bytes))).toEqual(new Uint8Array(bytes));
        expect(fromMultibase(toMultibase64(bytes))).toEqual(new Uint8Array(bytes));
      }),
    );
  });

  it('refuses letters outside the alphabet, other bases and endless texts', () => {
    for (const text of ['', 'z0', 'zO', 'z l', 'zé', 'f00', 'Mabc', `z${'2'.repeat(2000)}`, 'uA', 'u=', 'u+/']) {
      expect(fromMultibase(text), text).toBeNull();
    }
  });
});

describe('public keys in multibase', () => {
  it('reads and writes an Ed25519 key', () => {
    const text = 'z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2';
    const key = fromMultikey(text);
    expect(key?.type).toBe('Ed25519');
    expect(key?.bytes.length).toBe(32);
    expect(key && toMultikey(key)).toBe(text);
  });

  it('reads and writes a P-256 key as the did:key specification does', () => {
    const text = 'zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169';
    const key = fromMultikey(text);
    expect(key?.type).toBe('P-256');
    expect(key?.bytes.length).toBe(33);
    expect(key && toMultikey(key)).toBe(text);
  });

  it('refuses other kinds of keys, cut keys, long keys and points of the wrong form', () => {
    const bytes = (hex: string) => fromHex(hex) ?? new Uint8Array(0);
    for (const hex of [
      `ec01${'00'.repeat(32)}`,
      `ed01${'00'.repeat(31)}`,
      `ed01${'00'.repeat(33)}`,
      `8024${'04'.repeat(33)}`,
      '',
      'ed01',
    ]) {
      expect(fromMultikey(toBase58(bytes(hex))), hex).toBeNull();
    }
    expect(fromMultikey('nonsense')).toBeNull();
  });
});
