import type { Millis } from '#base/ambient';
import { formatInstant } from './instant.ts';
import type { JsonObject } from './json.ts';
import type { Profile, StatusPlace } from './open-badge.ts';
import { profile, statusEntry } from './open-badge.ts';
import { OPEN_BADGE_CONTEXT } from './open-badge-context.ts';

/** How one achievement stands to another (CLR 2.0 §B.3.2). */
export interface Association {
  readonly type: 'exactMatchOf' | 'isChildOf' | 'isParentOf' | 'isPartOf' | 'isPeerOf' | 'isRelatedTo' | 'precedes' | 'replacedBy';
  /** Ids of achievements. */
  readonly source: string;
  readonly target: string;
}

/** Badges of one person put together. Instants in milliseconds; `subject` is her DID. */
export interface LearnerRecord {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly issuer: Profile;
  readonly subject: string;
  /** Signed credentials, one or more. */
  readonly credentials: readonly JsonObject[];
  readonly associations: readonly Association[];
  readonly validFrom: Millis;
  readonly validUntil?: Millis;
  /** Whether the issuer knows of more than is here. */
  readonly partial?: boolean;
  readonly status?: StatusPlace;
}

const [MODEL, ...OPEN_BADGES] = OPEN_BADGE_CONTEXT;
const CLR_CONTEXT = [MODEL, 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json', ...OPEN_BADGES] as const;

/** The unsigned ClrCredential (CLR 2.0 on VCDM 2.0) of a record, to be signed like a badge; what it carries stays signed by itself. */
export const buildClr = (record: LearnerRecord): JsonObject => ({
  '@context': CLR_CONTEXT,
  id: record.id,
  type: ['VerifiableCredential', 'ClrCredential'],
  issuer: profile(record.issuer),
  validFrom: formatInstant(record.validFrom),
  ...(record.validUntil === undefined ? {} : { validUntil: formatInstant(record.validUntil) }),
  name: record.name,
  ...(record.description === undefined ? {} : { description: record.description }),
  ...(record.partial === undefined ? {} : { partial: record.partial }),
  credentialSubject: {
    id: record.subject,
    type: ['ClrSubject'],
    verifiableCredential: record.credentials,
    ...(record.associations.length > 0 ? { association: record.associations.map(association) } : {}),
  },
  ...(record.status === undefined ? {} : { credentialStatus: statusEntry(record.status) }),
});

const association = ({ type, source, target }: Association): JsonObject => ({
  type: 'Association',
  associationType: type,
  sourceId: source,
  targetId: target,
});

/** The associations of a road, by ids of achievements: each step is a part of the key badge and comes before the next one. */
export const roadAssociations = (key: string, steps: readonly string[]): readonly Association[] => [
  ...steps.map((step) => ({ type: 'isPartOf', source: step, target: key }) as const),
  ...steps.slice(1).map((next, index) => ({ type: 'precedes', source: steps[index] ?? '', target: next }) as const),
];
