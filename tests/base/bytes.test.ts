import fc from 'fast-check';
import { expect, test } from 'vitest';
import { concatBytes, equalBytes, fromBase64url, fromHex, fromUtf8, toBase64url, toHex, utf8 } from '#base/bytes';

const bytes = fc.uint8Array({ maxLength: 300 });

test('bytes come back from base64url and from hexadecimal as they were', () => {
  fc.assert(
    fc.property(bytes, (some) => {
      expect(fromBase64url(toBase64url(some))).toEqual(some);
      expect(fromHex(toHex(some))).toEqual(some);
    }),
  );
});

test('only the canonical base64url form is read, so that one thing has one text', () => {
  expect(fromBase64url('AB')).toBeNull();
  expect(fromBase64url('AA==')).toBeNull();
  expect(fromBase64url('A')).toBeNull();
  expect(fromBase64url('A+/A')).toBeNull();
  expect(fromBase64url('')).toEqual(new Uint8Array(0));
});

test('half a byte or a stranger to hexadecimal is refused', () => {
  expect(fromHex('abc')).toBeNull();
  expect(fromHex('zz')).toBeNull();
});

test('text comes back from UTF-8 as it was, and broken UTF-8 throws', () => {
  expect(fromUtf8(utf8('À l’heure, œuvre, بيب'))).toBe('À l’heure, œuvre, بيب');
  expect(() => fromUtf8(Uint8Array.of(0xc3))).toThrow(TypeError);
});

test('joined bytes keep their order', () => {
  fc.assert(
    fc.property(bytes, bytes, (a, b) => {
      const joined = concatBytes(a, b);
      expect(equalBytes(joined.slice(0, a.length), a)).toBe(true);
      expect(equalBytes(joined.slice(a.length), b)).toBe(true);
    }),
  );
});
