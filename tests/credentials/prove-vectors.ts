import { describe, expect, it } from 'vitest';
import { fromHex, toHex, utf8 } from '#base/bytes';
import { canonicalize } from '#credentials/canonicalize';
import { checkProof, hashForProof, signDocument } from '#credentials/data-integrity';
import { methodId } from '#credentials/did-document';
import { importContexts } from '#credentials/import-contexts.gen';
import { issueContexts } from '#credentials/issue-contexts.gen';
import type { JsonObject } from '#credentials/json';
import { isObject } from '#credentials/json';
import type { Contexts } from '#credentials/jsonld-context';
import { signerFromKeyPair, signerFromSeed } from '#credentials/keys';
import { fromBase58, toBase58 } from '#credentials/multibase';
import { sha256 } from '#credentials/sha256';
import { signJwt } from '#credentials/sign-jwt';
import { bakeSvg } from '#credentials/svg-badge';
import { toQuads } from '#credentials/to-quads';
import { verifyFile } from '#credentials/verify-file';
import { aBadge, device, ISSUER, knownIssuer, knownList, NOW } from './fixtures.ts';
import { parseNQuads } from './parse-n-quads.ts';

/** Text of a file under tests/vectors, in Node from the disk and in a browser from the test server. */
export type ReadVector = (path: string) => Promise<string>;

const jsonOf = async (read: ReadVector, path: string): Promise<JsonObject> => {
  const value: unknown = JSON.parse(await read(path));
  if (!isObject(value)) throw new TypeError(`${path} is not an object`);
  return value;
};

const CITIZENSHIP = 'https://w3id.org/citizenship#';
const SCHEMA = 'https://schema.org/';
const DATE_TIME = 'http://www.w3.org/2001/XMLSchema#dateTime';
const named = (vocabulary: string, names: string) => Object.fromEntries(names.split(' ').map((name) => [name, vocabulary + name]));

// The vector "employ" uses a context of the citizenship vocabulary that is not published any more: these are the terms it needs.
const citizenship: Contexts[string] = {
  terms: {
    ...named(
      CITIZENSHIP,
      'EmploymentAuthorizationDocumentCredential EmployablePerson EmploymentAuthorizationDocument birthCountry lprCategory lprNumber',
    ),
    ...named(SCHEMA, 'Person additionalName familyName gender givenName identifier'),
    employmentAuthorizationDocument: [`${CITIZENSHIP}employmentAuthorizationDocument`, 1, '@id'],
    residentSince: [`${CITIZENSHIP}residentSince`, 1, DATE_TIME],
    birthDate: [`${SCHEMA}birthDate`, 1, DATE_TIME],
    image: [`${SCHEMA}image`, 1, '@id'],
  },
};
const contexts: Contexts = { ...issueContexts, ...importContexts, 'https://w3id.org/citizenship/v4rc1': citizenship };

const proofOf = (document: JsonObject, at = 0): JsonObject => {
  const proof = [document['proof']].flat()[at];
  if (!isObject(proof)) throw new TypeError('no proof');
  return proof;
};

const canonical = (document: JsonObject): string => {
  const quads = toQuads(document, contexts);
  if (!quads.ok) throw new Error(JSON.stringify(quads.error));
  const text = canonicalize(quads.value);
  if (!text.ok) throw new Error(JSON.stringify(text.error));
  return text.value;
};

/** Every vector of the W3C for eddsa-rdfc-2022 and Ed25519Signature2020, byte for byte. */
export const proveSignatureVectors = async (read: ReadVector): Promise<void> => {
  const keyPair = await jsonOf(read, 'w3c-eddsa/keyPair.json');
  const seed = fromBase58(String(keyPair['privateKeyMultibase']))?.slice(2);
  const signer = await signerFromSeed(seed ?? new Uint8Array(0));

  describe.each([
    ['w3c-eddsa/eddsa-rdfc-2022', 'w3c-eddsa/unsigned.json', 'DataInt'],
    ['w3c-eddsa/eddsa-rdfc-2022/employ', 'w3c-eddsa/employmentAuth.json', 'DataInt'],
    ['w3c-eddsa/Ed25519Signature2020', 'w3c-eddsa/Ed25519Signature2020/signedEdSig.json', 'EdSig'],
  ])('the W3C vector %s', (folder, source, suffix) => {
    const text = (name: string) => read(`${folder}/${name}${suffix}.txt`);

    it('is reproduced byte for byte: canonical forms, hashes, signature', async () => {
      const { proof: _proof, ...unsigned } = await jsonOf(read, source);
      const options = await jsonOf(read, `${folder}/proofConfig${suffix}.json`);
      expect(canonical(unsigned)).toBe(await text('canonDoc'));
      expect(canonical(options)).toBe(await text('proofCanon'));
      expect(toHex(await sha256(utf8(await text('canonDoc'))))).toBe((await text('docHash')).trim());
      const hash = await hashForProof(unsigned, options, contexts);
      const combined = (await text('combinedHash')).trim();
      expect(hash.ok && toHex(hash.value)).toBe(combined);
      const signature = await signer.sign(fromHex(combined) ?? new Uint8Array(0));
      expect(toHex(signature)).toBe((await text('sigHex')).trim());
      expect(toBase58(signature)).toBe((await text('sigBTC58')).trim());
    });

    it('verifies, and not once a word has changed', async () => {
      const signed = await jsonOf(read, `${folder}/signed${suffix}.json`);
      const check = (document: JsonObject, proof: JsonObject) => checkProof(document, proof, signer.publicKey, contexts);
      expect(await check(signed, proofOf(signed))).toEqual({ ok: true, value: true });
      expect(await check({ ...signed, name: 'Other' }, proofOf(signed))).toEqual({ ok: true, value: false });
      expect(await check(signed, { ...proofOf(signed), created: '2024-01-01T00:00:00Z' })).toEqual({ ok: true, value: false });
    });
  });

  it('signing gives the W3C vector whole, with its proof in an array', async () => {
    const signed = await jsonOf(read, 'w3c-eddsa/eddsa-rdfc-2022/signedDataInt.json');
    const { proof: _proof, ...unsigned } = signed;
    const proof = proofOf(signed);
    const options = { verificationMethod: String(proof['verificationMethod']), created: String(proof['created']) };
    expect(await signDocument(unsigned, signer, options, contexts)).toEqual({ ok: true, value: { ...unsigned, proof: [proof] } });
  });

  it('every proof of the W3C proof set verifies by itself', async () => {
    const document = await jsonOf(read, 'w3c-eddsa/proof-set-chain/signedProofSet2.json');
    for (const at of [0, 1]) {
      const proof = proofOf(document, at);
      const key = String(proof['verificationMethod']).split('#')[1] ?? '';
      expect(await checkProof(document, proof, key, contexts)).toEqual({ ok: true, value: true });
    }
  });
};

/** Every test of the W3C for RDFC-1.0 with SHA-256, poison graphs too. */
export const proveCanonicalVectors = async (read: ReadVector): Promise<void> => {
  const entries = (await jsonOf(read, 'rdf-canon/manifest.jsonld'))['entries'];
  const tests = (Array.isArray(entries) ? entries : [])
    .filter(isObject)
    .filter(({ hashAlgorithm }) => hashAlgorithm === undefined || hashAlgorithm === 'SHA256')
    .map((entry) => ({
      name: String(entry['name']),
      type: String(entry['type']),
      action: String(entry['action']),
      result: String(entry['result']),
    }));

  describe('the RDFC-1.0 vectors of the W3C', () => {
    const evaluations = tests.filter(({ type }) => type === 'rdfc:RDFC10EvalTest');

    it.each(evaluations)('$action ($name)', async ({ action, result }) => {
      const text = canonicalize(parseNQuads(await read(`rdf-canon/${action}`)));
      expect(text).toEqual({ ok: true, value: await read(`rdf-canon/${result}`) });
    });

    it('are all there', () => {
      expect(evaluations.length).toBeGreaterThan(60);
    });

    it.each(tests.filter(({ type }) => type === 'rdfc:RDFC10NegativeEvalTest'))(
      'gives up on the poison graph $action',
      async ({ action }) => {
        const graph = parseNQuads(await read(`rdf-canon/${action}`));
        expect(canonicalize(graph)).toMatchObject({ ok: false, error: { type: 'poison-graph' } });
      },
    );
  });
};

// Revoked by a list that is not part of the vectors.
const NOT_AT_HAND = ['credential-status-revoked-blank-nodes.json'];

/** The verdicts 1EdTech's own validator gives its Open Badges 3.0 files, with nothing at hand. */
export const proveOpenBadgeVectors = async (read: ReadVector): Promise<void> => {
  const expected: readonly { readonly file: string; readonly expected: string }[] = JSON.parse(await read('1edtech-ob30/expected.json'));
  const nothing = { at: Date.UTC(2025, 0, 1), dids: () => undefined, statusLists: () => undefined };

  describe('the Open Badges vectors of 1EdTech', () => {
    it.each(expected)('$file is $expected', async ({ file, expected: wanted }) => {
      const report = await verifyFile(utf8(await read(`1edtech-ob30/${file}`)), nothing);
      const good = { signature: 'good', verdict: 'unknown', problems: file.includes('jwt') ? ['embedded-key'] : [] };
      const other = NOT_AT_HAND.includes(file) ? { verdict: 'unknown' } : wanted === 'invalid' ? { verdict: 'invalid' } : null;
      expect(report).toMatchObject(other ?? good);
    });
  });
};

/** Badges made and checked where the tests run: the same to the last character everywhere. */
export const proveIssuing = (): void => {
  describe('a badge', () => {
    it('is signed the same in Node and in a browser', async () => {
      const digest = await sha256(utf8(JSON.stringify(await aBadge())));
      expect(toHex(digest)).toBe('b11ef333daefaec4764f8fcbd97d2eb98935c69f10538dc6b7baf5af8921a759');
    });

    it('verifies, by the organisation or a device, in JSON, PNG and SVG, and not once changed or revoked', async () => {
      const atHand = { at: NOW, dids: knownIssuer(), statusLists: await knownList() };
      const revoked = { ...atHand, statusLists: await knownList([94_567]) };
      for (const badge of [await aBadge(), await aBadge({}, device)]) {
        const svg = bakeSvg('<svg xmlns="http://www.w3.org/2000/svg"/>', JSON.stringify(badge));
        expect(await verifyFile(utf8(JSON.stringify(badge)), atHand)).toMatchObject({ verdict: 'valid', status: 'active', problems: [] });
        expect(await verifyFile(utf8(svg.ok ? svg.value : ''), atHand)).toMatchObject({ verdict: 'valid' });
        expect((await verifyFile(utf8(JSON.stringify({ ...badge, name: 'x' })), atHand)).verdict).toBe('invalid');
        expect(await verifyFile(utf8(JSON.stringify(badge)), revoked)).toMatchObject({ verdict: 'invalid', status: 'revoked' });
      }
    });

    it('signed as VC-JWT verifies', async () => {
      const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
      const signer = await signerFromKeyPair(pair);
      const token = await signJwt(await aBadge(), signer, methodId(ISSUER, signer.publicKey));
      const dids = knownIssuer({ organisation: [signer.publicKey], devices: [] });
      const report = await verifyFile(utf8(token.ok ? token.value : ''), { at: NOW, dids, statusLists: await knownList() });
      expect(report).toMatchObject({ verdict: 'valid', securedBy: 'ES256', problems: [] });
    });
  });
};
