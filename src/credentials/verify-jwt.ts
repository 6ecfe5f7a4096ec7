import type { CompactJws } from './compact-jws.ts';
import type { FoundKey } from './issuer-key.ts';
import { findIssuerKey, judgeEmbeddedKey } from './issuer-key.ts';
import type { JsonObject } from './json.ts';
import { isObject } from './json.ts';
import type { JwsAlgorithm } from './jws-algorithm.ts';
import { algorithmOf, checkJws, fitsAlgorithm } from './jws-algorithm.ts';
import type { KeyMaterial } from './key-material.ts';
import { isPrivateJwk, keyOfJwk, sameKey } from './key-material.ts';
import type { ProofFacts, ProofOptions, ProofProblem, SignatureState } from './verify-proofs.ts';

/** Whether a header says the token follows vc-jose-cose, which asks for no claims. */
export const isJoseCose = ({ typ }: JsonObject): boolean => typeof typ === 'string' && /^(?:application\/)?vc(?:\+ld)?\+jwt$/i.test(typ);

const facts = (signature: SignatureState, problem: ProofProblem, found?: FoundKey): ProofFacts => ({
  signature,
  issuer: found?.ownership ?? 'unknown',
  securedBy: null,
  problems: [problem, ...(found?.problems ?? [])],
});

/** Checks the signature of a VC-JWT and whether its key is the issuer's; `made` is when the claims say it was signed, if they do. */
export const verifyJwt = async (jws: CompactJws, issuer: string, options: ProofOptions): Promise<ProofFacts> => {
  const { header } = jws;
  const algorithm = algorithmOf(header['alg']);
  if (algorithm === 'bad') return facts('bad', 'bad-algorithm');
  if (!isAgreed(header, issuer)) return facts('bad', 'bad-jwt-header');
  if (isObject(header['jwk']) && isPrivateJwk(header['jwk'])) return facts('bad', 'private-key');
  if (algorithm === 'unknown') return facts('unsupported', 'unsupported-proof');
  const embedded = isObject(header['jwk']) ? keyOfJwk(header['jwk']) : null;
  if (embedded === null && header['jwk'] !== undefined) return facts('bad', 'bad-key');
  const found = await findKey(header['kid'], embedded, issuer, jws, options);
  if (found.key === null) return { ...facts('unsupported', 'key-not-at-hand'), issuer: found.ownership, problems: found.problems };
  if (!fitsAlgorithm(algorithm, found.key) || (embedded !== null && !sameKey(embedded, found.key))) return facts('bad', 'key-confusion');
  return (await checkJws(jws, found.key)) ? good(algorithm, found) : facts('bad', 'bad-signature', found);
};

const good = (securedBy: JwsAlgorithm, found: FoundKey): ProofFacts => ({
  signature: 'good',
  issuer: found.ownership,
  securedBy,
  problems: found.problems,
});

// Open Badges allows these parameters and no others; vc-jose-cose adds two. Whoever adds more wants a reader to do more.
const isAgreed = (header: JsonObject, issuer: string): boolean => {
  const { alg: _alg, kid, jwk, typ, ...others } = header;
  const { cty, iss, ...rest } = isJoseCose(header) ? others : { ...others, cty: undefined, iss: undefined };
  return (
    Object.keys(isJoseCose(header) ? rest : others).length === 0 &&
    (typ === undefined || typ === 'JWT' || isJoseCose(header)) &&
    (kid === undefined || typeof kid === 'string') &&
    (jwk === undefined || isObject(jwk)) &&
    (cty === undefined || cty === 'vc' || cty === 'application/vc') &&
    (iss === undefined || iss === issuer)
  );
};

const findKey = async (
  kid: unknown,
  embedded: KeyMaterial | null,
  issuer: string,
  { payload }: CompactJws,
  options: ProofOptions,
): Promise<FoundKey> => {
  const made = typeof payload['iat'] === 'number' ? payload['iat'] * 1000 : null;
  const question = { issuer, at: options.at, made };
  if (typeof kid === 'string') {
    // A name without a scheme is one of the issuer's own.
    const method = kid.includes(':') ? kid : `${issuer}#${kid.replace(/^#/, '')}`;
    const found = await findIssuerKey({ ...question, method }, options);
    if (found.key !== null || embedded === null || found.ownership === 'mismatch') return found;
  }
  return embedded === null
    ? { key: null, ownership: 'unknown', problems: ['key-not-at-hand'] }
    : judgeEmbeddedKey(embedded, question, options);
};
