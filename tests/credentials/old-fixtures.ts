import { toBase64url, utf8 } from '#base/bytes';
import type { JsonObject } from '#credentials/json';
import type { ServedDocument } from '#credentials/served-document';
import { sha256Hex } from '#credentials/sha256-sync';
import { knownIssuer, knownList, NOW } from './fixtures.ts';

export const HOST = 'https://badges.example';
export const EMAIL = 'claire@example.org';

/** What a badge, its BadgeClass and its issuer look like where they are hosted (Open Badges 2.0). */
export const anAssertion: JsonObject = {
  '@context': 'https://w3id.org/openbadges/v2',
  id: `${HOST}/a/1`,
  type: 'Assertion',
  recipient: { type: 'email', hashed: true, salt: 'sel', identity: `sha256$${sha256Hex(`${EMAIL}sel`)}` },
  badge: `${HOST}/b/1`,
  verification: { type: 'hosted' },
  issuedOn: '2026-01-31T10:00:00+01:00',
  narrative: 'Elle a tout préparé.',
  evidence: [{ id: `${HOST}/e/1`, name: 'Photo', genre: 'photo' }],
};
export const aBadgeClass: JsonObject = {
  '@context': 'https://w3id.org/openbadges/v2',
  id: `${HOST}/b/1`,
  type: 'BadgeClass',
  name: 'Cuisiner pour le groupe',
  description: 'Préparer un repas pour les autres.',
  image: `${HOST}/b/1.png`,
  criteria: { narrative: 'Choisir une recette, la faire, la partager.' },
  issuer: `${HOST}/i/1`,
  tags: ['cuisine'],
  alignment: [{ targetName: 'Équipe', targetUrl: 'https://esco.example/1' }],
};
export const anIssuer: JsonObject = {
  '@context': 'https://w3id.org/openbadges/v2',
  id: `${HOST}/i/1`,
  type: 'Issuer',
  name: 'Atelier du port',
  url: HOST,
  email: 'bonjour@badges.example',
};

/** What addresses serve: each object at its own id, and more by address. */
export const serving =
  (objects: readonly JsonObject[], more: Readonly<Record<string, ServedDocument>> = {}) =>
  (address: string): ServedDocument | undefined => {
    const found = objects.find(({ id }) => id === address);
    return more[address] ?? (found === undefined ? undefined : { content: found, asOf: NOW });
  };

export const options = { at: NOW, dids: knownIssuer(), statusLists: await knownList() };

const RSA = { name: 'RSASSA-PKCS1-v1_5', modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1), hash: 'SHA-256' };
const P256 = { name: 'ECDSA', namedCurve: 'P-256' };

/** A key that signs tokens, and its public half as PEM. */
export const tokenKey = async (alg: 'RS256' | 'ES256') => {
  const algorithm = alg === 'RS256' ? RSA : P256;
  const pair = (await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])) as CryptoKeyPair;
  const der = new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey));
  const lines = btoa(String.fromCharCode(...der)).match(/.{1,64}/g) ?? [];
  const pem = `-----BEGIN PUBLIC KEY-----\n${lines.join('\n')}\n-----END PUBLIC KEY-----\n`;
  const sign = async (payload: unknown, header: JsonObject = {}): Promise<string> => {
    const signed = [{ alg, typ: 'JWT', ...header }, payload].map((part) => toBase64url(utf8(JSON.stringify(part)))).join('.');
    const how = alg === 'RS256' ? { name: RSA.name } : { name: 'ECDSA', hash: 'SHA-256' };
    return `${signed}.${toBase64url(new Uint8Array(await crypto.subtle.sign(how, pair.privateKey, utf8(signed))))}`;
  };
  return { pem, sign };
};
