import type { Millis } from '#base/ambient';
import { err, ok, type Result } from '#base/result';
import type { EndorsementAward } from '#credentials/endorsement';
import { hashedEmail } from '#credentials/hashed-email';
import { parseInstant } from '#credentials/instant';
import type { Achievement, BadgeAward, Evidence, Profile, StatusPlace } from '#credentials/open-badge';
import { misfit, optional, optionalList, required, type Shape } from './shape.ts';

const PICTURE: Shape = { id: 'text', caption: '?text' };
const PROFILE: Shape = { id: 'text', name: 'text', url: '?text', description: '?text', image: optional(PICTURE) };

const ISSUER: Shape = { ...PROFILE, id: '?text' };
const STATUS: Shape = { list: 'text', index: 'number' };

const ALIGNMENT: Shape = {
  targetName: 'text',
  targetUrl: 'text',
  targetFramework: '?text',
  targetCode: '?text',
  targetType: '?text',
  targetDescription: '?text',
};

const LEVELS: Shape = { id: 'text', name: 'text', levels: optionalList({ id: 'text', name: 'text', description: '?text' }) };

const ACHIEVEMENT: Shape = {
  id: 'text',
  name: 'text',
  description: 'text',
  criteria: 'text',
  inLanguage: 'text',
  achievementType: '?text',
  version: '?text',
  image: optional(PICTURE),
  creator: optional(PROFILE),
  tags: '?texts',
  alignments: optionalList(ALIGNMENT),
  levels: optional(LEVELS),
};

const EVIDENCE: Shape = {
  id: '?text',
  name: '?text',
  narrative: '?text',
  description: '?text',
  genre: '?text',
  audience: '?text',
  digestMultibase: '?text',
};

const AWARD: Shape = {
  issuer: required(ISSUER),
  subject: 'text',
  email: '?text',
  achievement: required(ACHIEVEMENT),
  id: '?text',
  awarded: '?instant',
  validFrom: '?instant',
  validUntil: '?instant',
  status: optional(STATUS),
  achievedLevel: '?text',
  narrative: '?text',
  source: optional(PROFILE),
  evidence: optionalList(EVIDENCE),
};

const ENDORSEMENT: Shape = {
  issuer: required(ISSUER),
  comment: 'text',
  about: '?text',
  name: '?text',
  id: '?text',
  validFrom: '?instant',
  validUntil: '?instant',
  status: optional(STATUS),
};

/** What both descriptions have; instants as text. */
interface Signed {
  readonly issuer: Omit<Profile, 'id'> & { readonly id?: string };
  readonly id?: string;
  readonly validFrom?: string;
  readonly validUntil?: string;
  readonly status?: StatusPlace;
}

interface DescribedAward extends Signed {
  readonly subject: string;
  readonly email?: string;
  readonly achievement: Achievement;
  readonly awarded?: string;
  readonly achievedLevel?: string;
  readonly narrative?: string;
  readonly source?: Profile;
  readonly evidence?: readonly Evidence[];
}

interface DescribedEndorsement extends Signed {
  readonly comment: string;
  readonly about?: string;
  readonly name?: string;
}

/** What a description leaves open. */
export interface Defaults {
  readonly id: string;
  readonly issuer: string;
  readonly now: Millis;
}

type Common = Pick<BadgeAward, 'id' | 'issuer' | 'validFrom' | 'validUntil' | 'status'>;

const common = ({ id, issuer, validFrom, validUntil, status }: Signed, defaults: Defaults): Result<Common, string> => {
  const from = parseInstant(validFrom) ?? defaults.now;
  const until = parseInstant(validUntil);
  if (until !== null && until <= from) return err('validUntil is not after validFrom.');
  return ok({
    id: id ?? defaults.id,
    issuer: { ...issuer, id: issuer.id ?? defaults.issuer },
    validFrom: from,
    ...(until !== null && { validUntil: until }),
    ...(status !== undefined && { status }),
  });
};

/** The award somebody described in JSON; an error is one line that names the member that is wrong. `salt`: for her e-mail address. */
export const readAward = (json: unknown, defaults: Defaults, salt: string): Result<BadgeAward, string> => {
  const wrong = misfit(json, AWARD);
  if (wrong !== null) return err(`${wrong}.`);
  const { awarded, email, ...described } = json as DescribedAward;
  const shared = common(described, defaults);
  if (!shared.ok) return shared;
  const { id: _id, issuer: _issuer, validFrom: _from, validUntil: _until, status: _status, ...rest } = described;
  return ok({
    ...rest,
    ...shared.value,
    awarded: parseInstant(awarded) ?? shared.value.validFrom,
    ...(email !== undefined && { identifiers: [hashedEmail(email, salt)] }),
  });
};

/** The endorsement somebody described in JSON, `about` what a file named, if one did. */
export const readEndorsement = (json: unknown, defaults: Defaults, about: string | undefined): Result<EndorsementAward, string> => {
  const wrong = misfit(json, ENDORSEMENT);
  if (wrong !== null) return err(`${wrong}.`);
  const { comment, name = 'Endorsement', about: named, ...described } = json as DescribedEndorsement;
  const of = about ?? named;
  if (of === undefined || (named !== undefined && named !== of)) return err(of === undefined ? 'about is missing.' : `about is not ${of}.`);
  const shared = common(described, defaults);
  return shared.ok ? ok({ ...shared.value, about: of, name, comment }) : shared;
};
