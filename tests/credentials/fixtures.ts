import type { IssuerKeys } from '#credentials/did-document';
import { buildIssuerDocument, methodId, parseDidDocument } from '#credentials/did-document';
import { didWeb } from '#credentials/did-web';
import type { KnownDid } from '#credentials/issuer-key';
import type { JsonObject } from '#credentials/json';
import { signerFromSeed } from '#credentials/keys';
import type { BadgeAward } from '#credentials/open-badge';
import { buildOpenBadge, issueBadge } from '#credentials/open-badge';
import type { StatusList, StatusPurpose } from '#credentials/status-list';
import { buildStatusList, readStatusList } from '#credentials/status-list';

export const NOW = Date.UTC(2026, 4, 30, 9);
export const DAY = 86_400_000;
export const ISSUER = didWeb('example.org', 's', 'inae');
export const PERSON = didWeb('example.org', 'p', 'Q2xhaXJlTmVGYWl0UGFzLg');
export const LIST = 'https://example.org/status/1';

/** An Ed25519 signer that is the same in every run. */
const signerNumber = (number: number) => signerFromSeed(new Uint8Array(32).fill(number));

export const organisation = await signerNumber(1);
export const device = await signerNumber(2);
export const stranger = await signerNumber(3);

/** A badge as rich as ours get; any member can be changed. */
export const anAward = (change: Partial<BadgeAward> = {}): BadgeAward => ({
  id: 'urn:uuid:0197b0f4-2c5e-7b8a-9d3e-5f6a7b8c9d0e',
  issuer: { id: ISSUER, name: 'INAE', url: 'https://example.org/s/inae' },
  subject: PERSON,
  achievement: {
    id: 'https://example.org/m/cuisine/fr/2',
    name: 'Cuisiner pour le groupe',
    description: 'Préparer un repas pour les autres.',
    criteria: '- choisir une recette\n- la faire\n- la partager',
    inLanguage: 'fr',
    achievementType: 'ext:Participation',
    version: '2',
    image: { id: 'https://example.org/m/cuisine.png', caption: 'Une casserole' },
    creator: { id: didWeb('example.org', 's', 'siae'), name: 'SIAE du port' },
    tags: ['cuisine', 'groupe'],
    alignments: [
      {
        targetName: 'Travailler en équipe',
        targetUrl: 'http://data.europa.eu/esco/skill/60c78287-22eb-4103-9c8c-28deaa460da0',
        targetFramework: 'ESCO',
      },
    ],
    levels: {
      id: 'https://example.org/m/cuisine/fr/2#niveaux',
      name: 'Niveau',
      levels: [
        { id: 'https://example.org/m/cuisine/fr/2#decouverte', name: 'Découverte' },
        { id: 'https://example.org/m/cuisine/fr/2#exploration', name: 'Exploration', description: 'Seul, avec un appui' },
      ],
    },
  },
  awarded: NOW - DAY,
  validFrom: NOW - DAY,
  status: { list: LIST, index: 94_567 },
  achievedLevel: 'https://example.org/m/cuisine/fr/2#exploration',
  source: { id: didWeb('example.org', 's', 'eti'), name: 'Atelier du lac' },
  evidence: [
    {
      id: 'https://example.org/e/1',
      name: 'Photo',
      genre: 'photo',
      narrative: 'Le plat',
      digestMultibase: 'uEiCeyPGpqiDdLbU9NLJ4fkQqFm0gXlSBqOFCsTlYEzsxDw',
    },
  ],
  ...change,
});

/** What a step that cannot fail here gave. */
export const must = <T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

/** A signed badge; by the organisation unless told. */
export const aBadge = async (
  change: Partial<BadgeAward> = {},
  signer = organisation,
  method = methodId(ISSUER, signer.publicKey),
): Promise<JsonObject> => must(await issueBadge(buildOpenBadge(anAward(change)), signer, method, NOW - DAY));

export const issuerKeys: IssuerKeys = {
  organisation: [organisation.publicKey],
  devices: [{ publicKey: device.publicKey, expires: NOW + 30 * DAY }],
};

/** DID documents at hand: the issuer's, with some keys. */
export const knownIssuer = (keys: IssuerKeys = issuerKeys, asOf?: number) => {
  const document = must(parseDidDocument(buildIssuerDocument(ISSUER, keys)));
  const known: KnownDid = asOf === undefined ? { document } : { document, asOf };
  return (id: string): KnownDid | undefined => (id === ISSUER ? known : undefined);
};

/** The issuer's status list at hand, with some places marked. */
export const knownList = async (
  marked: readonly number[] = [],
  options: { readonly purpose?: StatusPurpose; readonly asOf?: number; readonly validUntil?: number } = {},
) => {
  const { purpose = 'revocation', asOf = NOW, validUntil } = options;
  const content = {
    id: LIST,
    issuer: ISSUER,
    purpose,
    marked,
    validFrom: NOW - 2 * DAY,
    ...(validUntil === undefined ? {} : { validUntil }),
  };
  const signed = must(
    await issueBadge(await buildStatusList(content), organisation, methodId(ISSUER, organisation.publicKey), NOW - 2 * DAY),
  );
  const list = must(await readStatusList(signed, asOf, knownIssuer()));
  return (id: string): StatusList | undefined => (id === LIST ? list : undefined);
};
