import type { Signer } from '#base/ambient';
import { toBase64url, utf8 } from '#base/bytes';
import type { Json } from '#base/canonical-json';
import type { Result } from '#base/result';
import { err, ok } from '#base/result';
import { issuerId, validity } from './check-structure.ts';
import { contextsFor } from './contexts-for.ts';
import type { JsonObject } from './json.ts';
import { isObject } from './json.ts';
import { fromMultikey } from './multibase.ts';
import type { QuadsRefusal } from './quads-run.ts';
import { toQuads } from './to-quads.ts';

export type JwtRefusal = QuadsRefusal | { readonly type: 'wrong-key' | 'missing-member'; readonly what: string };

/**
 * A credential as VC-JWT with ES256 (Open Badges 3.0 §8.2), for readers that take nothing else; `kid` is the DID URL of the key.
 * Proofs it carried are left out. Refused for keys other than P-256 and for badges without id, subject id or start.
 */
export const signJwt = async (document: JsonObject, signer: Signer, kid: string): Promise<Result<string, JwtRefusal>> => {
  if (fromMultikey(signer.publicKey)?.type !== 'P-256') return err({ type: 'wrong-key', what: 'P-256' });
  const { proof: _proof, ...credential } = document;
  const claims = claimsOf(credential);
  for (const [member, claim] of [
    ['id', claims.jti],
    ['issuer', claims.iss],
    ['credentialSubject.id', claims.sub],
    ['validFrom', claims.nbf],
  ] as const) {
    if (claim === null || claim === undefined) return err({ type: 'missing-member', what: member });
  }
  const meaning = toQuads(credential, await contextsFor(credential));
  if (!meaning.ok) return meaning;
  const input = `${encoded({ alg: 'ES256', kid, typ: 'JWT' })}.${encoded({ ...credential, ...claims })}`;
  return ok(`${input}.${toBase64url(await signer.sign(utf8(input)))}`);
};

const encoded = (value: { readonly [key: string]: Json | undefined }): string => toBase64url(utf8(JSON.stringify(value)));

const claimsOf = (credential: JsonObject) => {
  const { from, until } = validity(credential);
  const { id, credentialSubject: subject } = credential;
  return {
    iss: issuerId(credential),
    jti: id,
    sub: isObject(subject) ? subject['id'] : undefined,
    nbf: from === null ? null : Math.floor(from / 1000),
    ...(until === null ? {} : { exp: Math.floor(until / 1000) }),
  };
};
