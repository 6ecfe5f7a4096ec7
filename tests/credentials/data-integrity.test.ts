import { describe, expect, it } from 'vitest';
import { fromHex, toHex, utf8 } from '#base/bytes';
import { canonicalize } from '#credentials/canonicalize';
import { checkProof, hashForProof, signDocument } from '#credentials/data-integrity';
import type { JsonObject } from '#credentials/json';
import { isObject } from '#credentials/json';
import type { Contexts } from '#credentials/jsonld-context';
import { generateSigner, signerFromKeyPair, signerFromSeed } from '#credentials/keys';
import { fromBase58, fromMultibase, toBase58 } from '#credentials/multibase';
import { sha256 } from '#credentials/sha256';
import { toQuads } from '#credentials/to-quads';
import { verifySignature } from '#credentials/verify-signature';
import { compileContext } from '#tools/compile-contexts';
import { allContexts } from './jsonld-reference.ts';
import { vectorJson, vectorText } from './vector-files.ts';

const seedOf = (privateKeyMultibase: string): Uint8Array => {
  const bytes = fromBase58(privateKeyMultibase);
  if (bytes === null || bytes.length !== 34) throw new TypeError('not a private key in multibase');
  return bytes.slice(2);
};

const keyPair = vectorJson('w3c-eddsa/keyPair.json');
const signer = await signerFromSeed(seedOf(String(keyPair['privateKeyMultibase'])));

// The vector "employ" uses a context of the citizenship vocabulary that is not published any more: these are the terms it needs.
const citizenship = await compileContext({
  '@protected': true,
  ...Object.fromEntries(
    [
      'EmploymentAuthorizationDocumentCredential',
      'EmployablePerson',
      'EmploymentAuthorizationDocument',
      'birthCountry',
      'lprCategory',
      'lprNumber',
    ].map((name) => [name, `https://w3id.org/citizenship#${name}`]),
  ),
  employmentAuthorizationDocument: { '@id': 'https://w3id.org/citizenship#employmentAuthorizationDocument', '@type': '@id' },
  residentSince: { '@id': 'https://w3id.org/citizenship#residentSince', '@type': 'http://www.w3.org/2001/XMLSchema#dateTime' },
  birthDate: { '@id': 'https://schema.org/birthDate', '@type': 'http://www.w3.org/2001/XMLSchema#dateTime' },
  image: { '@id': 'https://schema.org/image', '@type': '@id' },
  ...Object.fromEntries(
    ['Person', 'additionalName', 'familyName', 'gender', 'givenName', 'identifier'].map((name) => [name, `https://schema.org/${name}`]),
  ),
});
const contexts: Contexts = { ...allContexts, 'https://w3id.org/citizenship/v4rc1': citizenship };

const proofOf = (document: JsonObject, at = 0): JsonObject => {
  const proof = [document['proof']].flat()[at];
  if (!isObject(proof)) throw new TypeError('no proof');
  return proof;
};

const canonical = async (document: JsonObject): Promise<string> => {
  const quads = toQuads(document, contexts);
  if (!quads.ok) throw new Error(JSON.stringify(quads.error));
  const text = canonicalize(quads.value);
  if (!text.ok) throw new Error(JSON.stringify(text.error));
  return text.value;
};

describe.each([
  ['w3c-eddsa/eddsa-rdfc-2022', 'w3c-eddsa/unsigned.json', 'DataInt'],
  ['w3c-eddsa/eddsa-rdfc-2022/employ', 'w3c-eddsa/employmentAuth.json', 'DataInt'],
  ['w3c-eddsa/Ed25519Signature2020', 'w3c-eddsa/Ed25519Signature2020/signedEdSig.json', 'EdSig'],
])('the W3C vector %s', (folder, source, suffix) => {
  const text = (name: string) => vectorText(`${folder}/${name}${suffix}.txt`);
  const { proof: _proof, ...unsigned } = vectorJson(source);
  const options = vectorJson(`${folder}/proofConfig${suffix}.json`);
  const signed = vectorJson(`${folder}/signed${suffix}.json`);

  it('is reproduced byte for byte: canonical forms, hashes, signature', async () => {
    expect(await canonical(unsigned)).toBe(text('canonDoc'));
    expect(await canonical(options)).toBe(text('proofCanon'));
    expect(toHex(await sha256(utf8(text('canonDoc'))))).toBe(text('docHash').trim());
    const hash = await hashForProof(unsigned, options, contexts);
    expect(hash.ok && toHex(hash.value)).toBe(text('combinedHash').trim());
    const signature = await signer.sign(fromHex(text('combinedHash').trim()) ?? new Uint8Array(0));
    expect(toHex(signature)).toBe(text('sigHex').trim());
    expect(toBase58(signature)).toBe(text('sigBTC58').trim());
  });

  it('verifies, and not once a word has changed', async () => {
    const key = String(keyPair['publicKeyMultibase']);
    expect(await checkProof(signed, proofOf(signed), key, contexts)).toEqual({ ok: true, value: true });
    expect(await checkProof({ ...signed, name: 'Other' }, proofOf(signed), key, contexts)).toEqual({ ok: true, value: false });
    expect(await checkProof(signed, { ...proofOf(signed), created: '2024-01-01T00:00:00Z' }, key, contexts)).toEqual({
      ok: true,
      value: false,
    });
  });
});

it('signing gives the W3C vector whole, with its proof in an array', async () => {
  const signed = vectorJson('w3c-eddsa/eddsa-rdfc-2022/signedDataInt.json');
  const { proof: _proof, ...unsigned } = signed;
  const proof = proofOf(signed);
  const options = { verificationMethod: String(proof['verificationMethod']), created: String(proof['created']) };
  expect(await signDocument(unsigned, signer, options, contexts)).toEqual({ ok: true, value: { ...unsigned, proof: [proof] } });
});

it('every proof of the W3C proof set verifies by itself', async () => {
  const document = vectorJson('w3c-eddsa/proof-set-chain/signedProofSet2.json');
  for (const at of [0, 1]) {
    const proof = proofOf(document, at);
    const key = String(proof['verificationMethod']).split('#')[1] ?? '';
    expect(await checkProof(document, proof, key, contexts)).toEqual({ ok: true, value: true });
  }
});

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
