import type { Assertion } from './assertion.ts';
import { idOf, parseAssertion, saysRevoked } from './assertion.ts';
import type { BadgeClass, IssuerProfile } from './badge-class.ts';
import { parseBadgeClass, parseIssuerProfile } from './badge-class.ts';
import type { StatusFacts } from './check-status.ts';
import type { CompactJws } from './compact-jws.ts';
import { looksLikeJws, parseCompactJws } from './compact-jws.ts';
import { checkHosted } from './hosted-assertion.ts';
import { isInScope } from './hosting-scope.ts';
import type { JsonObject } from './json.ts';
import { isObject, nestsWithin } from './json.ts';
import { looksLikeAssertion } from './looks-like-assertion.ts';
import { matchRecipient } from './match-recipient.ts';
import { asOfOf, checkRevocation, revokedAt } from './old-revocation.ts';
import type { Problem, Report } from './report.ts';
import { NOTHING } from './report.ts';
import type { ServedDocuments } from './served-document.ts';
import { isAddress, servedObject } from './served-document.ts';
import { checkSignedAssertion } from './signed-assertion.ts';
import { upgradeAssertion } from './upgrade-assertion.ts';
import type { VerifyOptions } from './verify.ts';
import { verifyCredential } from './verify.ts';
import type { ProofFacts } from './verify-proofs.ts';

/** What checking a badge of Open Badges 1 or 2 may know besides the badge. */
export interface AssertionOptions extends VerifyOptions {
  /** What addresses served; without it every such badge stays to be checked. */
  readonly documents?: ServedDocuments;
}

const MAX_TEXT = 1024 * 1024;
const MAX_DEPTH = 32;

/**
 * Checks a badge of Open Badges 1.0 to 2.1: JSON, a JWS or the address of either. Never throws and never fetches; what is not at hand makes
 * it `unknown`, with `to-be-checked`. A hosted badge has no signature: its host stands for it, as of `statusAsOf`.
 */
export const verifyAssertion = async (text: string, options: AssertionOptions): Promise<Report> => {
  const given = text.trim();
  if (!isAddress(given)) return verifyText(given, options);
  const served = await options.documents?.(given);
  if (served?.gone) return revoked(null, revokedAt(asOfOf(served, options.at)));
  if (served !== undefined && typeof served.content === 'string' && looksLikeJws(served.content.trim()))
    return verifyText(served.content.trim(), options);
  const json = served === undefined ? null : servedObject(served);
  if (json === null) return { ...NOTHING, verdict: 'unknown', problems: ['to-be-checked'] };
  return Object.hasOwn(json, 'credentialSubject') ? verifyCredential(json, options) : verifyJson(json, null, options);
};

const verifyText = (text: string, options: AssertionOptions): Promise<Report> | Report => {
  if (text.length > MAX_TEXT) return { ...NOTHING, problems: ['too-big'] };
  const jws = looksLikeJws(text) ? parseCompactJws(text) : null;
  if (jws === null && looksLikeJws(text)) return { ...NOTHING, problems: ['bad-jwt'] };
  const json = jws === null ? parsed(text) : jws.payload;
  if (json === undefined) return { ...NOTHING, problems: ['not-json'] };
  if (!isObject(json)) return { ...NOTHING, problems: ['not-a-credential'] };
  return nestsWithin(json, MAX_DEPTH) ? verifyJson(json, jws, options) : { ...NOTHING, problems: ['too-deep'] };
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const revoked = (credential: JsonObject | null, { status, asOf }: StatusFacts): Report => ({
  ...NOTHING,
  status,
  statusAsOf: asOf,
  problems: ['revoked'],
  credential,
});

const verifyJson = async (json: JsonObject, jws: CompactJws | null, options: AssertionOptions): Promise<Report> => {
  if (saysRevoked(json)) return revoked(null, revokedAt(options.at));
  if (!looksLikeAssertion(json)) return { ...NOTHING, problems: ['not-a-credential'] };
  // Version 0.5 gave a bare address; nobody can check those any more.
  if (typeof json['recipient'] === 'string') return { ...NOTHING, verdict: 'unknown', problems: ['unsupported-proof'] };
  const assertion = parseAssertion(json);
  if (!assertion.ok) return { ...NOTHING, problems: assertion.error };
  const { verification } = assertion.value;
  if (jws !== null)
    return verification.type === 'signed'
      ? verifySigned(assertion.value, jws, options)
      : { ...NOTHING, problems: ['bad-structure:verification'] };
  if (verification.type === 'signed') return { ...NOTHING, problems: ['no-proof'] };
  return verifyHosted(assertion.value, verification.at, options);
};

const NOWHERE: ServedDocuments = () => undefined;

const verifyHosted = async (assertion: Assertion, at: string, options: AssertionOptions): Promise<Report> => {
  const documents = options.documents ?? NOWHERE;
  const hosted = await checkHosted(assertion, at, options.at, documents);
  const around = await findAround(hosted.current ?? assertion, documents);
  const { badge, badgeAddress, issuer, profile } = around;
  const inScope = profile !== null && issuer !== null && isInScope(at, badgeAddress, issuer, profile);
  const differs = isObject(assertion.badge) && badge !== null && assertion.badge['name'] !== badge.json['name'];
  const proof: Findings['proof'] = {
    signature: 'absent',
    securedBy: hosted.current === null ? null : 'hosted',
    issuer: inScope ? 'known' : profile === null ? 'unknown' : 'mismatch',
    problems: [
      ...hosted.problems,
      ...(profile === null || inScope ? [] : (['not-in-scope'] as const)),
      ...(differs ? (['differs-from-host'] as const) : []),
    ],
  };
  return report(hosted.current ?? assertion, around, { proof, status: hosted.status }, options);
};

const verifySigned = async (assertion: Assertion, jws: CompactJws, options: AssertionOptions): Promise<Report> => {
  const documents = options.documents ?? NOWHERE;
  const around = await findAround(assertion, documents);
  const proof = await checkSignedAssertion(jws, assertion, around.issuer, around.profile, documents);
  const status = await checkRevocation(assertion, around.profile, options.at, documents);
  return report(assertion, around, { proof, status }, options);
};

/** What a badge is about and who gave it, as far as that is at hand. */
interface Around {
  readonly badge: BadgeClass | null;
  /** Where the BadgeClass lies, when it has an address. */
  readonly badgeAddress: string | null;
  readonly issuer: string | null;
  readonly profile: IssuerProfile | null;
  readonly problems: readonly Problem[];
}

const NOTHING_AROUND: Around = { badge: null, badgeAddress: null, issuer: null, profile: null, problems: ['to-be-checked'] };

const findAround = async (assertion: Assertion, documents: ServedDocuments): Promise<Around> => {
  const id = idOf(assertion.badge);
  const badgeAddress = isAddress(id) ? id : null;
  const json = isObject(assertion.badge) ? assertion.badge : await objectAt(badgeAddress, documents);
  if (json === null)
    return { ...NOTHING_AROUND, badgeAddress, problems: [badgeAddress === null ? 'bad-structure:badge' : 'to-be-checked'] };
  const badge = parseBadgeClass(json, assertion.json['@context']);
  if (!badge.ok) return { ...NOTHING_AROUND, badgeAddress, problems: badge.error };
  const { issuer } = badge.value;
  const found = { badge: badge.value, badgeAddress, issuer, profile: null };
  // Only its own address says who an issuer is; one without an address can be anybody.
  if (!isAddress(issuer)) return { ...found, problems: ['key-unbound'] };
  const described = await objectAt(issuer, documents);
  if (described === null) return { ...found, problems: ['to-be-checked'] };
  const profile = parseIssuerProfile(described);
  return profile.ok ? { ...found, profile: profile.value, problems: [] } : { ...found, problems: profile.error };
};

const objectAt = async (address: string | null, documents: ServedDocuments): Promise<JsonObject | null> => {
  const served = address === null ? undefined : await documents(address);
  return served === undefined || served.gone ? null : servedObject(served);
};

/** What the checks found. */
interface Findings {
  readonly proof: Omit<ProofFacts, 'problems'> & { readonly problems: readonly Problem[] };
  readonly status: StatusFacts;
}

const report = (assertion: Assertion, around: Around, { proof, status }: Findings, options: AssertionOptions): Report => {
  const { recipients, at } = options;
  const credential = upgradeAssertion(assertion, {
    badge: around.badge?.json ?? null,
    issuerId: around.issuer,
    issuer: around.profile?.json ?? around.badge?.embedded ?? null,
  });
  const recipient = recipients === undefined ? 'unknown' : matchRecipient(credential, recipients);
  const found = [
    ...around.problems,
    ...proof.problems,
    ...status.problems,
    ...(assertion.issuedOn !== null && assertion.issuedOn > at ? (['not-yet-valid'] as const) : []),
    ...(assertion.expires !== null && assertion.expires <= at ? (['expired'] as const) : []),
    ...(recipient === 'mismatch' ? (['recipient-mismatch'] as const) : []),
  ];
  const waiting = found.some((problem) => WAITING.has(problem));
  const problems = [...new Set<Problem>(waiting ? [...found, 'to-be-checked'] : found)];
  const { signature, securedBy, issuer } = proof;
  const good =
    (signature === 'good' || securedBy === 'hosted') && issuer === 'known' && (status.status === 'active' || status.status === 'none');
  const bad = signature === 'bad' || issuer === 'mismatch' || problems.some((problem) => !DOUBTS.has(problem));
  return {
    ...NOTHING,
    verdict: bad ? 'invalid' : good && problems.length === 0 ? 'valid' : 'unknown',
    signature,
    securedBy,
    issuer,
    status: status.status,
    statusAsOf: status.asOf,
    problems,
    credential,
    recipient,
    issuerId: around.issuer,
  };
};

// What a connection may settle.
const WAITING: ReadonlySet<Problem> = new Set<Problem>(['key-not-at-hand', 'status-list-not-at-hand', 'status-list-stale']);

const DOUBTS: ReadonlySet<Problem> = new Set<Problem>([...WAITING, 'to-be-checked', 'key-unbound', 'unsupported-proof']);
