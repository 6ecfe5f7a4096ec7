import type { Bytes } from './bytes.ts';

/** Milliseconds since 1970-01-01T00:00Z. */
export type Millis = number;

/** The only way to the time of day in pure rooms; tests pass `clockAt('2026-05-30T09:00Z')`. */
export type Clock = () => Millis;

/** The only way to chance in pure rooms: `size` unpredictable bytes (a seeded stream in tests). */
export type Chance = (size: number) => Bytes;

/** Something that signs with one key it never shows. `publicKey` is the key in multibase (`z6Mk…` Ed25519, `zDn…` P-256). */
export interface Signer {
  readonly publicKey: string;
  sign(bytes: Uint8Array): Promise<Bytes>;
}
