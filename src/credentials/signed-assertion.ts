import type { Assertion } from './assertion.ts';
import { idOf } from './assertion.ts';
import type { IssuerProfile } from './badge-class.ts';
import type { CompactJws } from './compact-jws.ts';
import type { Ownership } from './issuer-key.ts';
import type { JsonObject } from './json.ts';
import { algorithmOf, checkJws, fitsAlgorithm } from './jws-algorithm.ts';
import type { KeyMaterial } from './key-material.ts';
import { keyOfPem } from './pem-key.ts';
import type { ServedDocuments } from './served-document.ts';
import { hostOf, servedObject } from './served-document.ts';
import type { ProofFacts, ProofProblem, SignatureState } from './verify-proofs.ts';

const MAX_KEYS = 5;

/** A key somebody names for a badge, and whether the issuer named by the badge calls it hers. */
interface NamedKey {
  readonly key: KeyMaterial | null;
  readonly ownership: Ownership;
}

const facts = (signature: SignatureState, problem: ProofProblem, issuer: Ownership = 'unknown'): ProofFacts => ({
  signature,
  issuer,
  securedBy: null,
  problems: [problem],
});

/**
 * Checks a badge signed as a JWS (Open Badges 2.0, SignedBadge): with the key it names, which the issuer's profile must name too, else with
 * the profile's keys. `issuer` is the issuer's address.
 */
export const checkSignedAssertion = async (
  jws: CompactJws,
  assertion: Assertion,
  issuer: string | null,
  profile: IssuerProfile | null,
  documents: ServedDocuments,
): Promise<ProofFacts> => {
  const algorithm = algorithmOf(jws.header['alg']);
  if (algorithm === 'bad') return facts('bad', 'bad-algorithm');
  // Whoever marks a parameter as critical wants readers to understand it.
  if (jws.header['crit'] !== undefined || jws.header['b64'] !== undefined) return facts('bad', 'bad-jwt-header');
  if (algorithm === 'unknown') return facts('unsupported', 'unsupported-proof');
  const keys = await namedKeys(assertion, issuer, profile, documents);
  if (keys.length > 0 && keys.every(({ ownership }) => ownership === 'mismatch'))
    return facts('unsupported', 'key-not-of-issuer', 'mismatch');
  const usable = keys.filter(({ ownership }) => ownership !== 'mismatch');
  if (usable.every(({ key }) => key === null)) return facts('unsupported', 'key-not-at-hand');
  let worst: ProofProblem = 'key-confusion';
  for (const { key, ownership } of usable) {
    if (key === null || !fitsAlgorithm(algorithm, key)) continue;
    if (await checkJws(jws, key)) return { signature: 'good', issuer: ownership, securedBy: algorithm, problems: [] };
    worst = 'bad-signature';
  }
  return facts('bad', worst);
};

const namedKeys = async (
  assertion: Assertion,
  issuer: string | null,
  profile: IssuerProfile | null,
  documents: ServedDocuments,
): Promise<readonly NamedKey[]> => {
  const named = assertion.verification.at;
  const ids = assertion.verification.type === 'signed' && named !== null ? [named] : (profile?.keyIds ?? []);
  const found: NamedKey[] = [];
  for (const id of ids.slice(0, MAX_KEYS)) {
    const embedded = profile?.keys.find((key) => idOf(key) === id && typeof key['publicKeyPem'] === 'string');
    const described = embedded ?? (await describedAt(id, documents));
    const pem = described?.['publicKeyPem'];
    const ownership = ownershipOf(id, idOf(described?.['owner']), assertion, issuer, profile);
    found.push({ key: typeof pem === 'string' ? keyOfPem(pem) : null, ownership });
  }
  return found;
};

// In version 1 the address of a key served nothing but the PEM text.
const describedAt = async (id: string, documents: ServedDocuments): Promise<JsonObject | null> => {
  const served = await documents(id);
  if (served === undefined || served.gone) return null;
  const { content } = served;
  return typeof content === 'string' && content.trimStart().startsWith('-----BEGIN') ? { publicKeyPem: content } : servedObject(served);
};

const ownershipOf = (
  id: string,
  owner: string | null,
  { version }: Assertion,
  issuer: string | null,
  profile: IssuerProfile | null,
): Ownership => {
  if (profile === null || issuer === null) return 'unknown';
  if (owner !== null && owner !== issuer && owner !== profile.id) return 'mismatch';
  if (profile.keyIds.includes(id)) return 'known';
  // Profiles of version 1 name no keys: there the key lies beside the profile.
  return version === 1 && hostOf(id) !== null && hostOf(id) === hostOf(issuer) ? 'known' : 'mismatch';
};
