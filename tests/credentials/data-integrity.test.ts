import { describe, expect, it } from 'vitest';
import { checkProof, hashForProof, signDocument } from '#credentials/data-integrity';
import { issueContexts as contexts } from '#credentials/issue-contexts.gen';
import type { JsonObject } from '#credentials/json';
import { isObject } from '#credentials/json';
import { generateSigner, signerFromKeyPair, signerFromSeed } from '#credentials/keys';
import { fromMultibase } from '#credentials/multibase';
import { verifySignature } from '#credentials/verify-signature';

const signer = await signerFromSeed(new Uint8Array(32).fill(7));

const proofOf = (document: JsonObject): JsonObject => {
  const proof = [document['proof']].flat()[0];
  if (!isObject(proof)) throw new TypeError('no proof');
  return proof;
};

describe('a proof', () => {
  const document = { '@context': ['https://www.w3.org/ns/credentials/v2'], type: ['VerifiableCredential'], name: 'x' };
  const options = { verificationMethod: 'did:web:a.example#k', created: '2026-05-30T09:00:00Z' };

  it('by a P-256 key is ecdsa-rdfc-2019 and verifies', async () => {
    const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
    const device = await signerFromKeyPair(pair);
    const signed = await signDocument(document, device, options);
    if (!signed.ok) throw new Error(signed.error.type);
    expect(proofOf(signed.value)['cryptosuite']).toBe('ecdsa-rdfc-2019');
    expect(await checkProof(signed.value, proofOf(signed.value), device.publicKey, contexts)).toEqual({ ok: true, value: true });
    const other = await generateSigner({ extractable: false });
    expect((await checkProof(signed.value, proofOf(signed.value), other.signer.publicKey, contexts)).ok).toBe(false);
  });

  it('is not made for a document with a term of no meaning', async () => {
    expect(await signDocument({ ...document, colour: 'red' }, signer, options)).toEqual({
      ok: false,
      error: { type: 'unmapped-term', what: 'colour' },
    });
  });

  it('of another kind, or with a broken value, is refused', async () => {
    const signed = await signDocument(document, signer, options);
    if (!signed.ok) throw new Error(signed.error.type);
    const proof = proofOf(signed.value);
    for (const change of [{ proofValue: 'u' }, { proofValue: 5 }, { cryptosuite: 'eddsa-jcs-2022' }, { type: 'RsaSignature2018' }]) {
      expect((await checkProof(signed.value, { ...proof, ...change }, signer.publicKey, contexts)).ok, JSON.stringify(change)).toBe(false);
    }
    expect(fromMultibase(String(proof['proofValue']))?.length).toBe(64);
  });

  it('signs the two hashes and nothing else', async () => {
    const signed = await signDocument(document, signer, options);
    if (!signed.ok) throw new Error(signed.error.type);
    const proof = proofOf(signed.value);
    const hash = await hashForProof(document, proof, contexts);
    const value = fromMultibase(String(proof['proofValue']));
    expect(hash.ok && value && (await verifySignature(signer.publicKey, hash.value, value))).toBe(true);
  });
});
