import type { Millis } from '#base/ambient';
import type { Result } from '#base/result';
import { err, ok } from '#base/result';
import { formatInstant, parseInstant } from './instant.ts';
import type { JsonObject } from './json.ts';
import { isObject, listOf } from './json.ts';
import type { KeyMaterial } from './key-material.ts';
import { holdsPrivateKey, jwkOfP256, keyOfMethod } from './key-material.ts';

/** A key that ends: delegated to a device, or being replaced. Good until `expires` unless `revoked` before. Instants in milliseconds. */
export interface EndingKey {
  readonly publicKey: string;
  readonly expires: Millis;
  readonly revoked?: Millis;
}

/**
 * An issuer's own keys in use, those being replaced and those it delegated. Public keys in multibase; one of P-256 among its own is
 * what VC-JWTs are signed with.
 */
export interface IssuerKeys {
  readonly organisation: readonly string[];
  readonly retiring?: readonly EndingKey[];
  readonly devices: readonly EndingKey[];
}

/**
 * The keys after `next` has taken the place of `old`, which stays good until `until`: the time to sign again all it signed, and for
 * readers to get the new document.
 */
export const rotateKey = (keys: IssuerKeys, old: string, next: string, until: Millis): IssuerKeys => ({
  ...keys,
  organisation: keys.organisation.map((key) => (key === old ? next : key)),
  retiring: keys.organisation.includes(old) ? [...(keys.retiring ?? []), { publicKey: old, expires: until }] : (keys.retiring ?? []),
});

/** The keys after one, whosever it is, has been lost at an instant: what it signed and nobody signed again falls with it. */
export const revokeKey = (keys: IssuerKeys, lost: string, at: Millis): IssuerKeys => {
  const revoke = (list: readonly EndingKey[] = []): readonly EndingKey[] =>
    list.map((key) => (key.publicKey === lost && key.revoked === undefined ? { ...key, revoked: at } : key));
  const own = keys.organisation.includes(lost) ? [{ publicKey: lost, expires: at, revoked: at }] : [];
  return {
    organisation: keys.organisation.filter((key) => key !== lost),
    retiring: [...revoke(keys.retiring), ...own],
    devices: revoke(keys.devices),
  };
};

const CONTEXT = ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'];

/** The DID URL of a key in a document of ours: the fragment is the key itself, so that readers without a network can check it. */
export const methodId = (did: string, publicKey: string): string => `${did}#${publicKey}`;

const multikey = (did: string, publicKey: string): JsonObject => ({
  id: methodId(did, publicKey),
  type: 'Multikey',
  controller: did,
  publicKeyMultibase: publicKey,
});

// A key of P-256 is there for tokens, whose readers know JWK.
const issuerMethod = (did: string, publicKey: string): JsonObject => {
  const publicKeyJwk = jwkOfP256(publicKey);
  return publicKeyJwk === null
    ? multikey(did, publicKey)
    : { id: methodId(did, publicKey), type: 'JsonWebKey', controller: did, publicKeyJwk };
};

/** The DID document of an issuer (Controlled Identifiers 1.0): a revoked key stays described but may no longer assert anything. */
export const buildIssuerDocument = (did: string, { organisation, retiring = [], devices }: IssuerKeys): JsonObject => {
  const ending = [...retiring, ...devices];
  const hasJwk = [...organisation, ...ending.map(({ publicKey }) => publicKey)].some((key) => jwkOfP256(key) !== null);
  return {
    '@context': hasJwk ? [...CONTEXT, 'https://w3id.org/security/jwk/v1'] : CONTEXT,
    id: did,
    verificationMethod: [
      ...organisation.map((publicKey) => issuerMethod(did, publicKey)),
      ...ending.map(({ publicKey, expires, revoked }) => ({
        ...issuerMethod(did, publicKey),
        expires: formatInstant(expires),
        ...(revoked === undefined ? {} : { revoked: formatInstant(revoked) }),
      })),
    ],
    assertionMethod: [
      ...organisation.map((publicKey) => methodId(did, publicKey)),
      ...ending.filter(({ revoked }) => revoked === undefined).map(({ publicKey }) => methodId(did, publicKey)),
    ],
  };
};

/** The DID document of a person: the keys her devices sign in with, and nothing else. */
export const buildPersonDocument = (did: string, deviceKeys: readonly string[]): JsonObject => ({
  '@context': CONTEXT,
  id: did,
  verificationMethod: deviceKeys.map((publicKey) => multikey(did, publicKey)),
  authentication: deviceKeys.map((publicKey) => methodId(did, publicKey)),
});

/** One usable key of a document, with the instants after which it no longer counts. */
export interface DidKey {
  readonly id: string;
  readonly key: KeyMaterial;
  readonly expires: Millis | null;
  readonly revoked: Millis | null;
}

/** What matters here of a DID document: who it is about and which keys may assert or sign in for it. */
export interface DidDocument {
  readonly id: string;
  readonly assertionMethod: readonly DidKey[];
  readonly authentication: readonly DidKey[];
}

export type DidDocumentRefusal = { readonly type: 'bad-did-document' | 'private-key'; readonly what: string };

const MAX_METHODS = 1000;

/** Reads a DID document. Keys of other kinds or other controllers are left out; private keys and contradictions are refused. */
export const parseDidDocument = (input: unknown): Result<DidDocument, DidDocumentRefusal> => {
  if (!isObject(input)) return err({ type: 'bad-did-document', what: 'not an object' });
  const { id } = input;
  if (typeof id !== 'string' || id.length > 2048 || !/^[a-z]+:\S+$/.test(id)) return err({ type: 'bad-did-document', what: 'id' });
  const methods = listOf(input['verificationMethod']).filter(isObject);
  const assertion = listOf(input['assertionMethod']);
  const authentication = listOf(input['authentication']);
  const all = [...methods, ...[...assertion, ...authentication].filter(isObject)];
  if (all.length + assertion.length + authentication.length > MAX_METHODS) return err({ type: 'bad-did-document', what: 'too many keys' });
  if (all.some(holdsPrivateKey)) return err({ type: 'private-key', what: id });
  const keys = new Map<string, DidKey>();
  for (const method of all) {
    const key = readKey(id, method);
    if (key === null) continue;
    const twin = keys.get(key.id);
    if (twin !== undefined && JSON.stringify(twin) !== JSON.stringify(key)) return err({ type: 'bad-did-document', what: key.id });
    keys.set(key.id, key);
  }
  const pick = (list: readonly unknown[]): readonly DidKey[] => list.flatMap((item) => keys.get(absoluteId(id, item)) ?? []);
  return ok({ id, assertionMethod: pick(assertion), authentication: pick(authentication) });
};

const absoluteId = (did: string, item: unknown): string => {
  const id = isObject(item) ? item['id'] : item;
  if (typeof id !== 'string') return '';
  return id.startsWith('#') ? did + id : id;
};

const readKey = (did: string, method: JsonObject): DidKey | null => {
  const id = absoluteId(did, method);
  const key = keyOfMethod(method);
  if (id === '' || key === null || (method['controller'] !== undefined && method['controller'] !== did)) return null;
  const [expires, revoked] = [method['expires'], method['revoked']].map((text) => (text === undefined ? null : parseInstant(text)));
  // An end nobody can read must not become no end.
  if ((method['expires'] !== undefined && expires === null) || (method['revoked'] !== undefined && revoked === null)) return null;
  return { id, key, expires: expires ?? null, revoked: revoked ?? null };
};
