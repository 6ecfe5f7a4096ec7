import type { Millis } from '#base/ambient';
import type { StatusProblem, StatusState } from './check-status.ts';
import type { StructureProblem } from './check-structure.ts';
import type { Ownership } from './issuer-key.ts';
import type { JsonObject } from './json.ts';
import type { RecipientMatch } from './match-recipient.ts';
import type { OldBadgeProblem } from './old-badge-problem.ts';
import type { FileRefusal } from './read-badge-file.ts';
import type { ReadProblem } from './read-credential.ts';
import type { ProofProblem, SignatureState } from './verify-proofs.ts';

/** Everything a report may complain about; stable codes. */
export type Problem =
  | ReadProblem
  | FileRefusal['type']
  | StructureProblem
  | ProofProblem
  | StatusProblem
  | PartProblem
  | 'not-yet-valid'
  | 'expired'
  | 'recipient-mismatch'
  | OldBadgeProblem;

/** Separate facts about a credential, and one verdict drawn from them. Instants in milliseconds. */
export interface Report {
  readonly verdict: 'valid' | 'invalid' | 'unknown';
  readonly signature: SignatureState;
  /** The kind of the good proof (`eddsa-rdfc-2022`, `ES256`, …), else null. */
  readonly securedBy: string | null;
  readonly issuer: Ownership;
  readonly status: StatusState;
  /** When the oldest status list used was read from its host; null when none was. */
  readonly statusAsOf: Millis | null;
  readonly problems: readonly Problem[];
  /** The credential that was read, for display only; null when nothing could be read. */
  readonly credential: JsonObject | null;
  readonly issuerId: string | null;
  /** Whether it was given to the person asked for; `unknown` also when nobody was. */
  readonly recipient: RecipientMatch;
  /** What others say of the badge, its achievement or somebody in it, each checked by itself. */
  readonly endorsements: readonly EndorsementReport[];
  /** The credentials a CLR carries, each checked by itself. */
  readonly credentials: readonly Report[];
}

/**
 * `part-invalid`: something inside is (its own report says what); `too-many-parts`: not all were looked at; `endorsement-of-another`,
 * `not-an-endorsement`: of an endorsement; `other-subject`: a CLR carries a credential of somebody who is not its subject.
 */
export type PartProblem = 'part-invalid' | 'too-many-parts' | 'endorsement-of-another' | 'not-an-endorsement' | 'other-subject';

/** A report on an endorsement, and what it is of where it stands; null when of nothing there, which makes it invalid. */
export interface EndorsementReport extends Report {
  readonly of: Endorsed | null;
}

export type Endorsed = 'credential' | 'achievement' | 'profile';

/** What is known of something that could not be read. */
export const NOTHING: Report = {
  verdict: 'invalid',
  signature: 'absent',
  securedBy: null,
  issuer: 'unknown',
  status: 'unknown',
  statusAsOf: null,
  problems: [],
  credential: null,
  issuerId: null,
  recipient: 'unknown',
  endorsements: [],
  credentials: [],
};
