import type { Millis, Signer } from '#base/ambient';
import type { Bytes } from '#base/bytes';
import { concatBytes } from '#base/bytes';
import type { Json } from '#base/canonical-json';
import type { Result } from '#base/result';
import type { MeaningRefusal } from './canonical-form.ts';
import { signDocument } from './data-integrity.ts';
import { formatInstant } from './instant.ts';
import type { JsonObject } from './json.ts';
import { toMultibase64 } from './multibase.ts';
import { OPEN_BADGE_CONTEXT } from './open-badge-context.ts';
import { sha256 } from './sha256.ts';

/** An organisation as Open Badges shows it; `id` is its DID or address. */
export interface Profile {
  readonly id: string;
  readonly name: string;
  readonly url?: string;
  readonly description?: string;
  readonly image?: Picture;
  readonly endorsements?: readonly Endorsement[];
}

/** A signed EndorsementCredential, as JSON or as a compact JWS. */
export type Endorsement = JsonObject | string;

/** `id` is an address or a data URI. */
export interface Picture {
  readonly id: string;
  readonly caption?: string;
}

/** A place in a skills framework (ROME, ESCO…); the address may be the IRI of the skill itself. */
export interface Alignment {
  readonly targetName: string;
  readonly targetUrl: string;
  readonly targetFramework?: string;
  readonly targetCode?: string;
  /** One of Open Badges' own kinds or `ext:…`. */
  readonly targetType?: string;
  readonly targetDescription?: string;
}

/** A level that can be reached; `id` is a real URI (`…#exploration`), the order in the list goes from low to high. */
export interface Level {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
}

/** What a badge is given for, in one language: the mould. `achievementType` is one of Open Badges' own or `ext:…`. */
export interface Achievement {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Markdown. */
  readonly criteria: string;
  readonly inLanguage: string;
  readonly achievementType?: string;
  readonly version?: string;
  readonly image?: Picture;
  readonly creator?: Profile;
  readonly tags?: readonly string[];
  readonly alignments?: readonly Alignment[];
  readonly levels?: { readonly id: string; readonly name: string; readonly levels: readonly Level[] };
  /** The same achievement in other languages: readers take one language for one Achievement, so texts are never translated inside. */
  readonly editions?: readonly Edition[];
  readonly endorsements?: readonly Endorsement[];
}

/** Another edition of an achievement, by its own id. */
export interface Edition {
  readonly id: string;
  readonly inLanguage: string;
  readonly version?: string;
}

/** A proof that was shown; `digestMultibase` (of `digestOf`) ties a linked file to the badge. */
export interface Evidence {
  readonly id?: string;
  readonly name?: string;
  readonly narrative?: string;
  readonly description?: string;
  readonly genre?: string;
  readonly audience?: string;
  readonly digestMultibase?: string;
}

/** The place of a badge in a status list. */
export interface StatusPlace {
  readonly list: string;
  readonly index: number;
  readonly purpose?: 'revocation' | 'suspension';
}

/** One badge given to one person. Instants in milliseconds; `subject` is the person's DID. */
export interface BadgeAward {
  readonly id: string;
  readonly issuer: Profile;
  readonly subject: string;
  /** Other ways to recognise her (`hashedEmail`), when she wants the badge to be found by them. */
  readonly identifiers?: readonly JsonObject[];
  readonly achievement: Achievement;
  readonly awarded: Millis;
  /** When this edition of the badge was made: a newer one with the same id and issuer replaces an older one. */
  readonly validFrom: Millis;
  readonly validUntil?: Millis;
  readonly status?: StatusPlace;
  readonly achievedLevel?: string;
  readonly narrative?: string;
  /** Who assessed, when it is not the issuer. */
  readonly source?: Profile;
  readonly evidence?: readonly Evidence[];
  /** Made before the badge; later ones travel beside it. */
  readonly endorsements?: readonly Endorsement[];
}

/** The unsigned OpenBadgeCredential (Open Badges 3.0, VCDM 2.0) of an award; everything that may be a list is one. */
export const buildOpenBadge = (award: BadgeAward): JsonObject => ({
  '@context': OPEN_BADGE_CONTEXT,
  id: award.id,
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  issuer: profile(award.issuer),
  validFrom: formatInstant(award.validFrom),
  ...(award.validUntil === undefined ? {} : { validUntil: formatInstant(award.validUntil) }),
  awardedDate: formatInstant(award.awarded),
  name: award.achievement.name,
  credentialSubject: subject(award),
  ...(award.evidence?.length ? { evidence: award.evidence.map(evidence) } : {}),
  ...endorsementsOf(award.endorsements),
  ...(award.status === undefined ? {} : { credentialStatus: statusEntry(award.status) }),
});

/** Signs a badge (or any credential of pinned contexts); `created` in milliseconds. Refused when some member has no meaning. */
export const issueBadge = (
  unsigned: JsonObject,
  signer: Signer,
  verificationMethod: string,
  created: Millis,
): Promise<Result<JsonObject, MeaningRefusal>> => signDocument(unsigned, signer, { verificationMethod, created: formatInstant(created) });

/** `digestMultibase` of a file: its SHA-256 as a multihash (VCDM 2.0 §5.3). */
export const digestOf = async (file: Bytes): Promise<string> => toMultibase64(concatBytes(Uint8Array.of(0x12, 0x20), await sha256(file)));

// Only named members go out: an object with more (a contact's e-mail) must not become part of a public credential.
const pick = <T extends object>(from: T, names: readonly (keyof T & string)[]): JsonObject =>
  Object.fromEntries(names.flatMap((name) => (from[name] === undefined ? [] : [[name, from[name] as Json]])));

/** A profile as credentials write it. */
export const profile = (from: Profile): JsonObject => ({
  ...pick(from, ['id', 'name', 'url', 'description']),
  type: ['Profile'],
  ...pictureOf(from.image),
  ...endorsementsOf(from.endorsements),
});

const endorsementsOf = (all: readonly Endorsement[] = []): JsonObject => {
  const tokens = all.filter((one) => typeof one === 'string');
  const objects = all.filter((one) => typeof one !== 'string');
  return { ...(objects.length > 0 ? { endorsement: objects } : {}), ...(tokens.length > 0 ? { endorsementJwt: tokens } : {}) };
};

const pictureOf = (image: Picture | undefined): JsonObject =>
  image === undefined ? {} : { image: { ...pick(image, ['id', 'caption']), type: 'Image' } };

const subject = (award: BadgeAward): JsonObject => ({
  id: award.subject,
  type: ['AchievementSubject'],
  ...(award.identifiers?.length ? { identifier: award.identifiers } : {}),
  achievement: achievement(award.achievement),
  ...(award.narrative === undefined ? {} : { narrative: award.narrative }),
  ...(award.source === undefined ? {} : { source: profile(award.source) }),
  ...(award.achievedLevel === undefined || award.achievement.levels === undefined
    ? {}
    : { result: [{ type: ['Result'], resultDescription: award.achievement.levels.id, achievedLevel: award.achievedLevel }] }),
});

const achievement = (from: Achievement): JsonObject => ({
  ...pick(from, ['id', 'name', 'description', 'achievementType', 'inLanguage', 'version']),
  type: ['Achievement'],
  criteria: { narrative: from.criteria },
  ...pictureOf(from.image),
  ...(from.creator === undefined ? {} : { creator: profile(from.creator) }),
  ...(from.tags?.length ? { tag: from.tags } : {}),
  ...(from.alignments?.length ? { alignment: from.alignments.map(alignment) } : {}),
  ...(from.levels === undefined ? {} : { resultDescription: [scale(from.levels)] }),
  ...(from.editions?.length ? { related: from.editions.map(edition) } : {}),
  ...endorsementsOf(from.endorsements),
});

const edition = (from: Edition): JsonObject => ({ ...pick(from, ['id', 'inLanguage', 'version']), type: ['Related'] });

const alignment = (from: Alignment): JsonObject => ({
  ...pick(from, ['targetName', 'targetUrl', 'targetFramework', 'targetCode', 'targetType', 'targetDescription']),
  type: ['Alignment'],
});

const evidence = (from: Evidence): JsonObject => ({
  ...pick(from, ['id', 'name', 'narrative', 'description', 'genre', 'audience', 'digestMultibase']),
  type: ['Evidence'],
});

const scale = ({ id, name, levels }: NonNullable<Achievement['levels']>): JsonObject => ({
  id,
  type: ['ResultDescription'],
  name,
  resultType: 'RubricCriterionLevel',
  // The lists of RDF have no order: the level's number keeps it.
  rubricCriterionLevel: levels.map((level, i) => ({
    ...pick(level, ['id', 'name', 'description']),
    type: ['RubricCriterionLevel'],
    level: String(i + 1),
  })),
});

/** The `credentialStatus` of a place in a list. */
export const statusEntry = ({ list, index, purpose = 'revocation' }: StatusPlace): JsonObject => ({
  id: `${list}#${index}`,
  type: 'BitstringStatusListEntry',
  statusPurpose: purpose,
  statusListIndex: String(index),
  statusListCredential: list,
});
