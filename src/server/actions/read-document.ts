import type { Json } from '#base/canonical-json';
import { parseCompactJws } from '#credentials/compact-jws';
import { parseDidDocument } from '#credentials/did-document';
import { isObject, type JsonObject, listOf, nestsWithin } from '#credentials/json';
import { holdsPrivateKey, keyOfJwk, keyOfMethod } from '#credentials/key-material';
import { keyOfPem } from '#credentials/pem-key';
import { readBadgeFile } from '#credentials/read-badge-file';

const MAX_DEPTH = 64;
const MAX_ADDRESS = 2048;

/**
 * The public document a file from elsewhere holds (a picture's badge is taken out of it): an object, a signed token, a public key in PEM or
 * the address an old badge names. Null for anything else, however harmless: this server is nobody's way to other hosts.
 */
export const readDocument = async (file: Uint8Array): Promise<JsonObject | string | null> => {
  const read = await readBadgeFile(file);
  if (!read.ok) return null;
  const { format, text } = read.value;
  if (parseCompactJws(text) !== null || keyOfPem(text) !== null) return text;
  if (format !== 'text' && isAddress(text)) return text;
  const json = parsed(text);
  return isObject(json) && nestsWithin(json, MAX_DEPTH) && isPublicDocument(json) ? json : null;
};

const isAddress = (text: string): boolean => text.length <= MAX_ADDRESS && text.startsWith('https://') && URL.canParse(text);

const parsed = (text: string): Json | undefined => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const isPublicDocument = (json: JsonObject): boolean =>
  isCredential(json) || isOldBadgePart(json) || isIssuerDocument(json) || isKey(json) || isKeySet(json) || isRevocationList(json);

// Status lists are credentials too.
const isCredential = (json: JsonObject): boolean => listOf(json['type']).includes('VerifiableCredential');

const isIssuerDocument = (json: JsonObject): boolean =>
  typeof json['id'] === 'string' && (json['id'].startsWith('did:') || 'assertionMethod' in json) && parseDidDocument(json).ok;

const isKey = (json: JsonObject): boolean =>
  !holdsPrivateKey(json) && (json['kty'] === undefined ? keyOfMethod(json) : keyOfJwk(json)) !== null;

const isKeySet = ({ keys, ...others }: JsonObject): boolean =>
  Array.isArray(keys) &&
  keys.length > 0 &&
  Object.keys(others).every((name) => name === 'id') &&
  keys.every((key) => isObject(key) && isKey(key));

const OLD_TYPES = ['Assertion', 'BadgeClass', 'Issuer', 'Profile', 'Endorsement', 'CryptographicKey', 'RevocationList'];
const OLD_CONTEXT = /^https:\/\/(?:w3id\.org\/openbadges|openbadgespec\.org)\/v[12]|^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v2p\d/;

const isOldBadgePart = (json: JsonObject): boolean => {
  const old = listOf(json['@context']).some((context) => typeof context === 'string' && OLD_CONTEXT.test(context));
  return (old && listOf(json['type']).some((type) => typeof type === 'string' && OLD_TYPES.includes(type))) || isOldestBadgePart(json);
};

// Open Badges 1.0 says neither context nor type: a part is known by the members it must have.
const isOldestBadgePart = (json: JsonObject): boolean => {
  const has = (...names: readonly string[]): boolean => names.every((name) => name in json);
  const only = (...names: readonly string[]): boolean => Object.keys(json).every((name) => names.includes(name));
  return (
    (has('recipient', 'badge') && ('verify' in json || 'verification' in json)) ||
    (has('name', 'description', 'criteria', 'issuer') && 'image' in json) ||
    (has('name', 'url') && only('name', 'url', 'description', 'image', 'email', 'revocationList', 'publicKey', 'origin', 'org', 'contact'))
  );
};

// The list of Open Badges' own revocations (1EdTechRevocationList, and that of version 2).
const isRevocationList = (json: JsonObject): boolean =>
  typeof json['issuer'] === 'string' &&
  ['revokedCredential', 'revokedCredentials', 'revokedAssertions'].some((name) => Array.isArray(json[name]));
