import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concatBytes, fromHex, utf8 } from '#base/bytes';
import { slowSignerFromSeed, slowVerifyEd25519 } from '#credentials/ed25519-fallback';
import { generateSigner, signerFromKeyPair, signerFromSeed } from '#credentials/keys';
import { fromMultikey, toMultikey } from '#credentials/multibase';
import { compressPoint, expandPoint } from '#credentials/p256';
import { verifySignature } from '#credentials/verify-signature';
import type { Subtle } from '#credentials/web-key';

const hex = (text: string) => fromHex(text) ?? new Uint8Array(0);
// RFC 8032 §7.1 test 3.
const SEED = hex('c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7');
const PUBLIC = hex('fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025');
const SIGNATURE = hex(
  '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
);
const MESSAGE = hex('af82');

// A browser of 2022: everything but Ed25519.
const oldPhone = new Proxy(crypto.subtle as Subtle, {
  get:
    (target, name: keyof Subtle) =>
    (algorithm: unknown, ...rest: unknown[]) => {
      if ([algorithm, ...rest].some((value) => JSON.stringify(value)?.includes('Ed25519'))) {
        return Promise.reject(new DOMException('Unrecognized name.', 'NotSupportedError'));
      }
      return Reflect.apply(target[name], target, [algorithm, ...rest]);
    },
});

// What a page has: WebCrypto and nothing of Node.
const webCrypto = new Proxy(crypto.subtle as Subtle, {
  get:
    (target, name: keyof Subtle) =>
    (...rest: unknown[]) =>
      Reflect.apply(target[name], target, rest),
});

describe('Ed25519', () => {
  it('signs as RFC 8032 does', async () => {
    const signer = await signerFromSeed(SEED);
    expect(signer.publicKey).toBe(toMultikey({ type: 'Ed25519', bytes: PUBLIC }));
    expect(await signer.sign(MESSAGE)).toEqual(SIGNATURE);
  });

  it('verifies its signature and refuses any change', async () => {
    const key = toMultikey({ type: 'Ed25519', bytes: PUBLIC });
    expect(await verifySignature(key, MESSAGE, SIGNATURE)).toBe(true);
    expect(await verifySignature(key, utf8('other'), SIGNATURE)).toBe(false);
    expect(await verifySignature(key, MESSAGE, SIGNATURE.slice(1))).toBe(false);
    const changed = new Uint8Array(SIGNATURE);
    changed[5] = (changed[5] ?? 0) ^ 1;
    expect(await verifySignature(key, MESSAGE, changed)).toBe(false);
  });

  it('works the same on a phone whose WebCrypto lacks it', async () => {
    const signer = await signerFromSeed(SEED, oldPhone);
    expect(await signer.sign(MESSAGE)).toEqual(SIGNATURE);
    expect(await verifySignature(signer.publicKey, MESSAGE, SIGNATURE, oldPhone)).toBe(true);
    expect(await verifySignature(signer.publicKey, utf8('x'), SIGNATURE, oldPhone)).toBe(false);
  });

  it('gives the same verdict by Node, by WebCrypto and without either on damaged signatures', async () => {
    const signer = await slowSignerFromSeed(SEED);
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 40 }), fc.nat(63), fc.nat(255), async (message, at, flip) => {
        const signature = await signer.sign(message);
        signature[at] = (signature[at] ?? 0) ^ flip;
        expect(await slowVerifyEd25519(PUBLIC, message, signature)).toBe(flip === 0);
        expect(await verifySignature(signer.publicKey, message, signature)).toBe(flip === 0);
        expect(await verifySignature(signer.publicKey, message, signature, webCrypto)).toBe(flip === 0);
      }),
      { numRuns: 30 },
    );
  });

  it('refuses a signature whose scalar is not reduced', async () => {
    const order = 2n ** 252n + 27742317777372353535851937790883648493n;
    const scalar =
      BigInt(
        `0x${[...SIGNATURE.slice(32)]
          .reverse()
          .map((b) => b.toString(16).padStart(2, '0'))
          .join('')}`,
      ) + order;
    const tail = Uint8Array.from({ length: 32 }, (_, i) => Number((scalar >> BigInt(8 * i)) & 255n));
    const malleable = concatBytes(SIGNATURE.slice(0, 32), tail);
    const key = toMultikey({ type: 'Ed25519', bytes: PUBLIC });
    expect(await verifySignature(key, MESSAGE, malleable)).toBe(false);
    expect(await verifySignature(key, MESSAGE, malleable, webCrypto)).toBe(false);
    expect(await slowVerifyEd25519(PUBLIC, MESSAGE, malleable)).toBe(false);
  });

  it('has no signatures under bytes that are no point of the curve', async () => {
    for (const fill of [0, 2, 255]) {
      const key = toMultikey({ type: 'Ed25519', bytes: new Uint8Array(32).fill(fill) });
      for (const subtle of [crypto.subtle as Subtle, webCrypto, oldPhone])
        expect(await verifySignature(key, MESSAGE, SIGNATURE, subtle)).toBe(false);
    }
  });

  it('refuses a seed of another length', async () => {
    await expect(signerFromSeed(new Uint8Array(31))).rejects.toThrow(RangeError);
  });
});

describe('P-256', () => {
  // RFC 6979 §A.2.5, SHA-256, message "sample".
  const x = '60fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6';
  const y = '7903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299';
  const signature = hex(
    'efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8',
  );
  const point = hex(`04${x}${y}`);

  it('verifies the signature of RFC 6979 from the compressed key', async () => {
    const key = toMultikey({ type: 'P-256', bytes: compressPoint(point) });
    expect(await verifySignature(key, utf8('sample'), signature)).toBe(true);
    expect(await verifySignature(key, utf8('Sample'), signature)).toBe(false);
  });

  it('expands a compressed point and refuses one that is not on the curve', () => {
    expect(expandPoint(compressPoint(point))).toEqual(point);
    expect(expandPoint(hex(`02${'00'.repeat(31)}01`))).toBeNull();
    expect(expandPoint(hex(`02${'ff'.repeat(32)}`))).toBeNull();
  });
});

describe('a fresh signer', () => {
  it('is Ed25519 and cannot be read', async () => {
    const { signer, keyPair } = await generateSigner({ extractable: false });
    expect(fromMultikey(signer.publicKey)?.type).toBe('Ed25519');
    expect(keyPair.privateKey.extractable).toBe(false);
    expect(await verifySignature(signer.publicKey, MESSAGE, await signer.sign(MESSAGE))).toBe(true);
  });

  it('is P-256 on a phone without Ed25519', async () => {
    const { signer, keyPair } = await generateSigner({ extractable: false }, oldPhone);
    expect(fromMultikey(signer.publicKey)?.type).toBe('P-256');
    const again = await signerFromKeyPair(structuredClone(keyPair), oldPhone);
    expect(again.publicKey).toBe(signer.publicKey);
    expect(await verifySignature(again.publicKey, MESSAGE, await again.sign(MESSAGE), oldPhone)).toBe(true);
  });

  it('comes back from a stored pair', async () => {
    const { signer, keyPair } = await generateSigner({ extractable: false });
    const again = await signerFromKeyPair(structuredClone(keyPair));
    expect(again.publicKey).toBe(signer.publicKey);
    expect(await verifySignature(signer.publicKey, MESSAGE, await again.sign(MESSAGE))).toBe(true);
  });
});
