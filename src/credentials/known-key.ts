import type { JsonObject } from './json.ts';
import { isObject } from './json.ts';
import type { KeyMaterial } from './key-material.ts';
import { holdsPrivateKey, keyOfJwk, keyOfMethod } from './key-material.ts';

/** A public key that was read from its own address (a JWK, a key of a JWKS or a verification method). */
export interface KnownKey {
  readonly id: string;
  /** Whose key it says it is; only a claim. */
  readonly controller: string | null;
  readonly key: KeyMaterial;
}

/** Reads a file that describes one public key by its `id` (else `kid`), or gives null when it is none or shows a private key. */
export const readKnownKey = (input: unknown): KnownKey | null => {
  if (!isObject(input) || holdsPrivateKey(input)) return null;
  const id = input['id'] ?? input['kid'];
  const key = input['kty'] === undefined ? keyOfMethod(input) : keyOfJwk(input);
  return typeof id === 'string' && key !== null ? { id, controller: controllerOf(input), key } : null;
};

const controllerOf = ({ controller }: JsonObject): string | null => (typeof controller === 'string' ? controller : null);
