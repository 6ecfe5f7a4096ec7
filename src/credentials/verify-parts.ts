import type { JsonObject } from './json.ts';
import { isObject, listOf } from './json.ts';
import type { Endorsed, EndorsementReport, PartProblem, Report } from './report.ts';

/** What a credential carries that was signed by itself. */
export interface PartFacts {
  readonly endorsements: readonly EndorsementReport[];
  readonly credentials: readonly Report[];
  readonly problems: readonly PartProblem[];
}

export const NO_PARTS: PartFacts = { endorsements: [], credentials: [], problems: [] };

/**
 * Checks what a credential carries, each part by itself: endorsements (objects, and tokens in `endorsementJwt`) of the credential, its
 * achievements and its profiles, and the credentials of a CLR. `check` gives null for a part too many.
 */
export const verifyParts = (credential: JsonObject, check: PartCheck): PartFacts | Promise<PartFacts> => {
  const given = givenEndorsements(credential);
  const carried = carriedCredentials(credential);
  return given.length === 0 && carried.length === 0 ? NO_PARTS : checkAll(given, carried, check);
};

type PartCheck = (part: unknown) => Promise<Report | null>;

const checkAll = async (
  given: readonly GivenEndorsement[],
  carried: readonly CarriedCredential[],
  check: PartCheck,
): Promise<PartFacts> => {
  const endorsements: EndorsementReport[] = [];
  for (const { part, targets } of given) {
    const report = await check(part);
    if (report !== null) endorsements.push(judgeEndorsement(report, targets));
  }
  const credentials: Report[] = [];
  for (const { part, owner } of carried) {
    const report = await check(part);
    if (report === null) continue;
    credentials.push(isOf(report.credential, owner) ? report : { ...report, problems: [...report.problems, 'other-subject'] });
  }
  const all = [...endorsements, ...credentials];
  const problems: PartProblem[] = all.some(({ verdict }) => verdict === 'invalid') ? ['part-invalid'] : [];
  return { endorsements, credentials, problems: all.length < given.length + carried.length ? [...problems, 'too-many-parts'] : problems };
};

type Targets = ReadonlyMap<string, Endorsed>;

const judgeEndorsement = (report: Report, targets: Targets): EndorsementReport => {
  const { credential } = report;
  if (credential === null) return { ...report, of: null };
  if (!listOf(credential['type']).includes('EndorsementCredential')) return refused(report, 'not-an-endorsement');
  const about = listOf(credential['credentialSubject']).map((subject) =>
    isObject(subject) && typeof subject['id'] === 'string' ? targets.get(subject['id']) : undefined,
  );
  const [of] = about;
  return of === undefined || about.includes(undefined) ? refused(report, 'endorsement-of-another') : { ...report, of };
};

const refused = (report: Report, problem: PartProblem): EndorsementReport => ({
  ...report,
  of: null,
  verdict: 'invalid',
  problems: [...report.problems, problem],
});

interface CarriedCredential {
  readonly part: unknown;
  readonly owner: unknown;
}

const carriedCredentials = (credential: JsonObject): readonly CarriedCredential[] =>
  listOf(credential['credentialSubject']).flatMap((subject) =>
    isObject(subject) ? listOf(subject['verifiableCredential']).map((part) => ({ part, owner: subject['id'] })) : [],
  );

const isOf = (credential: JsonObject | null, owner: unknown): boolean =>
  typeof owner !== 'string' ||
  listOf(credential?.['credentialSubject']).every(
    (subject) => !isObject(subject) || subject['id'] === undefined || subject['id'] === owner,
  );

interface GivenEndorsement {
  readonly part: unknown;
  /** What an endorsement may be of, where this one stands. */
  readonly targets: Targets;
}

interface Inside {
  readonly item: JsonObject;
  readonly as: Endorsed;
}

// Those of the credential may be of anything in it, those of an achievement or a profile only of that (Open Badges 3.0 §B.1).
const givenEndorsements = (credential: JsonObject): readonly GivenEndorsement[] => {
  const inside = endorsable(credential);
  if (!isEndorsed(credential) && !inside.some(({ item }) => isEndorsed(item))) return NONE;
  const all = new Map<string, Endorsed>();
  const found: GivenEndorsement[] = [];
  for (const { item, as } of inside) {
    if (typeof item['id'] !== 'string') continue;
    all.set(item['id'], as);
    found.push(...endorsementsIn(item, new Map([[item['id'], as]])));
  }
  // Its own id comes last, so that nothing in it passes for it.
  if (typeof credential['id'] === 'string') all.set(credential['id'], 'credential');
  return [...endorsementsIn(credential, all), ...found];
};

const NONE: readonly GivenEndorsement[] = [];

// The achievements of a credential, then its profiles.
const endorsable = (credential: JsonObject): readonly Inside[] => {
  const achievements: Inside[] = [];
  const profiles: Inside[] = [];
  addProfiles(profiles, credential['issuer']);
  for (const subject of listOf(credential['credentialSubject'])) {
    if (!isObject(subject)) continue;
    addProfiles(profiles, subject['source']);
    for (const item of listOf(subject['achievement'])) if (isObject(item)) achievements.push({ item, as: 'achievement' });
  }
  for (const { item } of achievements) addProfiles(profiles, item['creator']);
  return [...achievements, ...profiles];
};

const addProfiles = (profiles: Inside[], value: unknown): void => {
  for (const item of listOf(value)) {
    if (isObject(item)) profiles.push({ item, as: 'profile' });
    else if (typeof item === 'string') profiles.push({ item: { id: item }, as: 'profile' });
  }
};

const isEndorsed = ({ endorsement, endorsementJwt }: JsonObject): boolean => endorsement !== undefined || endorsementJwt !== undefined;

const endorsementsIn = ({ endorsement, endorsementJwt }: JsonObject, targets: Targets): readonly GivenEndorsement[] =>
  [...listOf(endorsement), ...listOf(endorsementJwt)].map((part) => ({ part, targets }));
