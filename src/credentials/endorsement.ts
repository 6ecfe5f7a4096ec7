import type { Millis } from '#base/ambient';
import { formatInstant } from './instant.ts';
import type { JsonObject } from './json.ts';
import type { Profile, StatusPlace } from './open-badge.ts';
import { profile, statusEntry } from './open-badge.ts';
import { OPEN_BADGE_CONTEXT } from './open-badge-context.ts';

/** What somebody says of a badge, an achievement or an organisation. Instants in milliseconds. */
export interface EndorsementAward {
  readonly id: string;
  readonly issuer: Profile;
  /** Id of the badge, achievement or profile it is about. */
  readonly about: string;
  /** What people see in a list of endorsements. */
  readonly name: string;
  /** Markdown. */
  readonly comment: string;
  readonly validFrom: Millis;
  readonly validUntil?: Millis;
  readonly status?: StatusPlace;
}

/** The unsigned EndorsementCredential (Open Badges 3.0 §B.1.6), to be signed like a badge (`issueBadge`, `signJwt`). */
export const buildEndorsement = (award: EndorsementAward): JsonObject => ({
  '@context': OPEN_BADGE_CONTEXT,
  id: award.id,
  type: ['VerifiableCredential', 'EndorsementCredential'],
  issuer: profile(award.issuer),
  validFrom: formatInstant(award.validFrom),
  ...(award.validUntil === undefined ? {} : { validUntil: formatInstant(award.validUntil) }),
  name: award.name,
  credentialSubject: { id: award.about, type: ['EndorsementSubject'], endorsementComment: award.comment },
  ...(award.status === undefined ? {} : { credentialStatus: statusEntry(award.status) }),
});
