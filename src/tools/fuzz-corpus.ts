import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Signer } from '#base/ambient';
import { buildClr, roadAssociations } from '#credentials/clr';
import { buildIssuerDocument, buildPersonDocument, methodId, parseDidDocument } from '#credentials/did-document';
import { buildEndorsement } from '#credentials/endorsement';
import { importContexts } from '#credentials/import-contexts.gen';
import { issueContexts } from '#credentials/issue-contexts.gen';
import { isObject, type JsonObject } from '#credentials/json';
import type { TermTable } from '#credentials/jsonld-context';
import { signerFromKeyPair, signerFromSeed } from '#credentials/keys';
import { type BadgeAward, buildOpenBadge, issueBadge } from '#credentials/open-badge';
import { buildStatusList, readStatusList } from '#credentials/status-list';
import type { VerifyOptions } from '#credentials/verify';
import { projectRoot } from './project-root.ts';

const NOW = Date.UTC(2026, 4, 30, 9);
const DAY_MS = 86_400_000;
const ISSUER = 'did:web:example.org:s:inae';
const LIST = 'https://example.org/status/1';

/** What fuzzing starts from: badges, documents and lists that are right, the keys they are signed with, and what a reader has at hand. */
export interface Corpus {
  /** Credentials of ours, signed. */
  readonly own: readonly JsonObject[];
  /** Those, unsigned ones, and those of the vectors. */
  readonly credentials: readonly JsonObject[];
  readonly award: BadgeAward;
  readonly didDocuments: readonly JsonObject[];
  readonly statusLists: readonly JsonObject[];
  readonly oldBadges: readonly JsonObject[];
  readonly tokens: readonly string[];
  /** Words of the vocabulary of credentials. */
  readonly names: readonly string[];
  readonly signer: Signer;
  readonly tokenSigner: Signer;
  readonly method: string;
  readonly tokenMethod: string;
  readonly now: number;
  readonly atHand: VerifyOptions;
  /** Signs whatever has a meaning; what has none comes back as it was. */
  sign(document: JsonObject): Promise<JsonObject>;
}

export const openCorpus = async (): Promise<Corpus> => {
  const signer = await signerFromSeed(new Uint8Array(32).fill(1));
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
  const tokenSigner = await signerFromKeyPair(pair);
  const method = methodId(ISSUER, signer.publicKey);
  const sign = async ({ proof: _proof, ...unsigned }: JsonObject): Promise<JsonObject> => {
    const signed = await issueBadge(unsigned, signer, method, NOW - DAY_MS);
    return signed.ok ? signed.value : unsigned;
  };
  const document = buildIssuerDocument(ISSUER, {
    organisation: [signer.publicKey, tokenSigner.publicKey],
    devices: [{ publicKey: signer.publicKey.replace(/.$/, 'x'), expires: NOW }],
  });
  const parsed = parseDidDocument(document);
  const dids = (id: string) => (parsed.ok && id === ISSUER ? { document: parsed.value } : undefined);
  const statusLists = await Promise.all([[], [94_567]].map(async (marked) => sign(await listOf(marked))));
  const lists = await readStatusList(statusLists[0], NOW, dids);
  const found = vectorCredentials();
  const made = [rich, bare].map(buildOpenBadge);
  const endorsement = await sign(buildEndorsement({ ...bare, about: rich.id, name: 'Vu', comment: 'Oui.' }));
  const endorsed = { ...bare, endorsements: [endorsement], issuer: { ...bare.issuer, endorsements: [endorsement] } };
  const own = await Promise.all([...made, buildOpenBadge(endorsed)].map(sign));
  own.push(
    await sign(
      buildClr({ ...bare, name: 'Parcours', credentials: [...own], associations: roadAssociations('urn:x:1', ['urn:x:2', 'urn:x:3']) }),
    ),
  );
  return {
    own,
    credentials: [...own, ...made, ...found.credentials],
    award: rich,
    didDocuments: [document, buildPersonDocument(ISSUER, [signer.publicKey]), ...JWK_DOCUMENTS],
    statusLists,
    oldBadges: OLD_BADGES,
    tokens: found.tokens,
    names: NAMES,
    signer,
    tokenSigner,
    method,
    tokenMethod: methodId(ISSUER, tokenSigner.publicKey),
    now: NOW,
    atHand: { at: NOW, dids, statusLists: (id) => (lists.ok && id === LIST ? lists.value : undefined), keys: () => undefined },
    sign,
  };
};

const listOf = (marked: readonly number[]) =>
  buildStatusList({ id: LIST, issuer: ISSUER, purpose: 'revocation', marked, validFrom: NOW - DAY_MS, validUntil: NOW + DAY_MS });

const bare: BadgeAward = {
  id: 'urn:uuid:0197b0f4-2c5e-7b8a-9d3e-5f6a7b8c9d0e',
  issuer: { id: ISSUER, name: 'INAE' },
  subject: 'did:web:example.org:p:Q2xhaXJl',
  achievement: {
    id: 'https://example.org/m/1',
    name: 'Cuisiner',
    description: 'Préparer un repas.',
    criteria: '- faire',
    inLanguage: 'fr',
  },
  awarded: NOW - DAY_MS,
  validFrom: NOW - DAY_MS,
};

const rich: BadgeAward = {
  ...bare,
  achievement: {
    ...bare.achievement,
    achievementType: 'ext:Participation',
    version: '2',
    image: { id: 'https://example.org/m/1.png', caption: 'Une casserole' },
    creator: { id: 'did:web:example.org:s:siae', name: 'SIAE', url: 'https://example.org' },
    tags: ['cuisine', 'groupe'],
    alignments: [
      { targetName: 'Équipe', targetUrl: 'http://data.europa.eu/esco/skill/1', targetFramework: 'ESCO', targetType: 'ext:Skill' },
    ],
    levels: { id: 'https://example.org/m/1#n', name: 'Niveau', levels: [{ id: 'https://example.org/m/1#a', name: 'Découverte' }] },
  },
  status: { list: LIST, index: 94_567 },
  validUntil: NOW + DAY_MS,
  achievedLevel: 'https://example.org/m/1#a',
  narrative: 'Seule.',
  source: { id: 'did:web:example.org:s:eti', name: 'ETI' },
  evidence: [
    { id: 'https://example.org/e/1', name: 'Photo', genre: 'photo', digestMultibase: 'uEiCeyPGpqiDdLbU9NLJ4fkQqFm0gXlSBqOFCsTlYEzsxDw' },
  ],
};

const JWK = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' };
const RSA = { kty: 'RSA', e: 'AQAB', n: 'u'.repeat(342) };
const EC = { kty: 'EC', crv: 'P-256', x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU', y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0' };
const JWK_DOCUMENTS: readonly JsonObject[] = [
  {
    id: 'did:web:example.org',
    verificationMethod: [JWK, RSA, EC].map((publicKeyJwk, i) => ({
      id: `#${i}`,
      type: 'JsonWebKey',
      controller: 'did:web:example.org',
      publicKeyJwk,
      expires: '2027-01-01T00:00:00Z',
      revoked: '2027-01-01T00:00:00Z',
    })),
    assertionMethod: ['#0', '#1', { id: '#3', publicKeyJwk: JWK }],
    authentication: '#2',
  },
];

const OLD_BADGES: readonly JsonObject[] = [
  {
    '@context': 'https://w3id.org/openbadges/v2',
    type: 'Assertion',
    id: 'https://example.org/a/1',
    recipient: { type: 'email', hashed: true, salt: 's', identity: `sha256$${'0'.repeat(64)}` },
    badge: {
      type: 'BadgeClass',
      id: 'https://example.org/b/1',
      name: 'Cuisiner',
      description: 'x',
      image: 'https://example.org/b/1.png',
      criteria: { narrative: 'x' },
      issuer: { type: 'Issuer', id: 'https://example.org/i', name: 'INAE', url: 'https://example.org', email: 'a@example.org' },
    },
    verification: { type: 'hosted' },
    issuedOn: '2020-01-01T00:00:00Z',
    expires: '2030-01-01T00:00:00Z',
  },
  {
    uid: '1',
    recipient: { type: 'email', hashed: false, identity: 'a@example.org' },
    badge: 'https://example.org/b/1',
    verify: { type: 'signed', url: 'https://example.org/key' },
    issuedOn: 1_577_836_800,
    evidence: 'https://example.org/e',
  },
];

const named = (table: TermTable): readonly string[] =>
  typeof table === 'string' || !table[3] ? [] : Object.entries(table[3].terms).flatMap(([name, inner]) => [name, ...named(inner)]);

const NAMES: readonly string[] = [
  ...new Set([
    ...['@id', '@type', '@value', '@language', '@context', '@graph', '@list', '@set', '@none', '@vocab', '@included', '@reverse'],
    ...['__proto__', 'constructor', 'toString', 'length', 'jwk', 'kid', 'alg', 'crit', 'previousProof', 'proofValue'],
    ...Object.keys({ ...issueContexts, ...importContexts }),
    ...Object.values(issueContexts).flatMap(({ terms }) => Object.entries(terms).flatMap(([name, table]) => [name, ...named(table)])),
  ]),
];

/** Credentials and tokens of the vectors of 1EdTech. */
const vectorCredentials = (): { readonly credentials: readonly JsonObject[]; readonly tokens: readonly string[] } => {
  const folder = join(projectRoot, 'tests/vectors/1edtech-ob30');
  const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  const credentials = texts.filter((text) => text.startsWith('{')).map((text): unknown => JSON.parse(text));
  return {
    credentials: credentials.filter(isObject).filter((credential) => JSON.stringify(credential).length < 10_000),
    tokens: texts.flatMap((text) => /verify="([\w.-]+)"/.exec(text)?.[1] ?? []),
  };
};
