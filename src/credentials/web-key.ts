import type { Bytes } from '#base/bytes';

// WebCrypto seen through the few members used here, so that rooms without DOM or Node types can hold keys:
// a real CryptoKey, CryptoKeyPair or SubtleCrypto fits these shapes.

/** A WebCrypto key (`CryptoKey`), opaque. */
export interface WebKey {
  readonly type: string;
  readonly extractable: boolean;
  readonly algorithm: { readonly name: string };
  readonly usages: readonly string[];
}

/** A WebCrypto key pair (`CryptoKeyPair`); the private half may be non-extractable. */
export interface WebKeyPair {
  readonly publicKey: WebKey;
  readonly privateKey: WebKey;
}

export interface KeyAlgorithm {
  readonly name: string;
  readonly namedCurve?: string;
  readonly hash?: string;
}

/** The part of a JSON Web Key read here. */
export interface WebJwk {
  readonly kty?: string;
  readonly crv?: string;
  readonly x?: string;
  readonly y?: string;
  readonly n?: string;
  readonly e?: string;
}

/** The part of WebCrypto's `crypto.subtle` used by this library. */
export interface Subtle {
  digest(algorithm: string, data: Bytes): Promise<ArrayBuffer>;
  generateKey(algorithm: KeyAlgorithm, extractable: boolean, usages: readonly ('sign' | 'verify')[]): Promise<WebKeyPair>;
  importKey(
    format: 'raw' | 'pkcs8',
    data: Bytes,
    algorithm: KeyAlgorithm,
    extractable: boolean,
    usages: readonly ('sign' | 'verify')[],
  ): Promise<WebKey>;
  importKey(
    format: 'jwk',
    data: WebJwk,
    algorithm: KeyAlgorithm,
    extractable: boolean,
    usages: readonly ('sign' | 'verify')[],
  ): Promise<WebKey>;
  exportKey(format: 'raw', key: WebKey): Promise<ArrayBuffer>;
  exportKey(format: 'jwk', key: WebKey): Promise<WebJwk>;
  sign(algorithm: KeyAlgorithm, key: WebKey, data: Bytes): Promise<ArrayBuffer>;
  verify(algorithm: KeyAlgorithm, key: WebKey, signature: Bytes, data: Bytes): Promise<boolean>;
}
