import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bytes } from '#base/bytes';
import { concatBytes, fromHex, toBase64url, toHex, utf8 } from '#base/bytes';
import { canonicalize } from '#credentials/canonicalize';
import { readCbor } from '#credentials/cbor';
import { didKey, didKeyMethod } from '#credentials/did-key';
import { checkSelective } from '#credentials/ecdsa-sd';
import { fullEffort } from '#credentials/effort';
import { issueContexts } from '#credentials/issue-contexts.gen';
import type { JsonObject } from '#credentials/json';
import { isObject } from '#credentials/json';
import { fromBase58 } from '#credentials/multibase';
import { buildOpenBadge } from '#credentials/open-badge';
import { sha256Sync } from '#credentials/sha256-sync';
import { toQuads } from '#credentials/to-quads';
import { verifyCredential } from '#credentials/verify';
import { compileContext } from '#tools/compile-contexts';
import { anAward, must, NOW } from './fixtures.ts';
import { p256Signer } from './p256-signer.ts';
import { vectorJson, vectorText } from './vector-files.ts';

const citizenship = vectorJson('w3c-ecdsa-sd/citizenship-v4rc1.jsonld')['@context'];
const contexts = { ...issueContexts, 'https://w3id.org/citizenship/v4rc1': await compileContext(isObject(citizenship) ? citizenship : {}) };
const W3C_KEY = 'zDnaepBuvsQ8cpsWrVKw8fbpGpvPeNSjVPTWoq6cRqaYzBKVP';

const proofOf = (document: JsonObject): JsonObject => {
  const proof = Array.isArray(document['proof']) ? document['proof'][0] : document['proof'];
  if (!isObject(proof)) throw new TypeError('no proof');
  return proof;
};
const check = (document: JsonObject, key = W3C_KEY) => checkSelective(document, proofOf(document), key, contexts);

describe.each(['employ', 'prc'])('the W3C credential %s', (folder) => {
  const document = vectorJson(`w3c-ecdsa-sd/${folder}/derivedRevealDocument.json`);

  it('shows what its issuer signed', async () => {
    expect(await check(document)).toEqual({ ok: true, value: true });
  });

  it('and nothing else, nor with another key', async () => {
    for (const [from, to] of [
      ['Bahamas', 'Bermuda'],
      ['Arcadia', 'Bermuda'],
      ['T00:00:00Z', 'T00:00:01Z'],
      ['2023-08-15', '2023-08-16'],
      ['"Person"', '"PermanentResident"'],
    ] as const) {
      const text = JSON.stringify(document);
      const answer = await check(JSON.parse(text.replace(from, to)));
      expect(answer.ok && answer.value, from).toBe(!text.includes(from));
    }
    const { birthCountry: _country, ...less } = document['credentialSubject'] as JsonObject;
    expect(await check({ ...document, credentialSubject: less })).toEqual({ ok: true, value: false });
    expect(await check(document, 'zDnaeTHfhmSaQKBc7CmdL3K7oYg3D6SC7yowe2eBeVd2DH32r')).toEqual({ ok: true, value: false });
    expect(await check(document, 'z6Mkon3Necd6NkkyfoGoHxid2znGc59LU3K7mubaRcFbLfLX')).toMatchObject({ ok: false });
  });

  it('is known as one for its holder alone before she has chosen what to show', async () => {
    const base = vectorJson(`w3c-ecdsa-sd/${folder}/addSignedSDBase.json`);
    expect(await check(base)).toEqual({ ok: false, error: { type: 'base-proof', what: 'proofValue' } });
  });

  it('has in its proof what W3C says', () => {
    const value = JSON.parse(vectorText(`w3c-ecdsa-sd/${folder}/verifyDerivedProofValue.json`));
    const bytes = Buffer.from(String(proofOf(document)['proofValue']).slice(1), 'base64url');
    const [signature, key, signatures, , mandatory] = readCbor(new Uint8Array(bytes.subarray(3))) as [
      Uint8Array,
      Uint8Array,
      Uint8Array[],
      unknown,
      number[],
    ];
    expect(toHex(signature)).toBe(value.baseSignature);
    expect(key).toEqual(fromBase58(value.publicKey));
    expect(signatures.map(toHex)).toEqual(value.signatures);
    expect(mandatory).toEqual(value.mandatoryIndexes);
  });

  it('gives an answer and never a throw, whatever becomes of its proof', async () => {
    const text = String(proofOf(document)['proofValue']);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(text.length),
        fc.string({ unit: fc.constantFrom('u', 'A', '_', '9', '!'), maxLength: 5 }),
        fc.nat(5),
        async (at, put, drop) => {
          const proofValue = text.slice(0, at) + put + text.slice(at + drop);
          const answer = await check({ ...document, proof: { ...proofOf(document), proofValue } });
          expect(answer.ok && answer.value).toBe(proofValue === text);
        },
      ),
      { numRuns: 200 },
    );
  });
});

const issuer = await p256Signer();
const ofProof = await p256Signer();

const cborHead = (kind: number, count: number): Bytes =>
  count < 24
    ? Uint8Array.of((kind << 5) | count)
    : count < 256
      ? Uint8Array.of((kind << 5) | 24, count)
      : Uint8Array.of((kind << 5) | 25, count >> 8, count & 255);
const cbor = (value: unknown): Bytes => {
  if (typeof value === 'number') return cborHead(0, value);
  if (value instanceof Uint8Array) return concatBytes(cborHead(2, value.length), value);
  if (value instanceof Map) return concatBytes(cborHead(5, value.size), ...[...value].flat().map(cbor));
  const list = value as readonly unknown[];
  return concatBytes(cborHead(4, list.length), ...list.map(cbor));
};

const canonical = (document: JsonObject): readonly string[] => must(canonicalize(must(toQuads(document, contexts)))).split(/(?<=\n)/);
const labelOf = (number: number): Bytes => sha256Sync(utf8(`label ${number}`));

/** A derived proof for a whole document, its first statements mandatory; `labels` names its blank nodes. */
const shown = async (
  document: JsonObject,
  options: { readonly mandatory?: number; readonly labels?: readonly number[]; readonly method?: string } = {},
) => {
  const statements = canonical(document);
  const nodes = new Set(statements.join('').match(/_:c14n\d+/g)).size;
  const labels = options.labels ?? Array.from({ length: nodes }, (_, i) => i);
  const named = statements
    .map((line) =>
      line.replace(
        /^_:c14n(\d+)| _:c14n(\d+)(?= \.\n$)/g,
        (found, a, b) => `${found.startsWith(' ') ? ' ' : ''}_:u${toBase64url(labelOf(labels[Number(a ?? b)] ?? 0))}`,
      ),
    )
    .sort();
  const proof = {
    type: 'DataIntegrityProof',
    cryptosuite: 'ecdsa-sd-2023',
    created: '2026-05-29T09:00:00Z',
    verificationMethod: options.method ?? 'did:web:example.org:s:inae#key',
    proofPurpose: 'assertionMethod',
  };
  const mandatory = Array.from({ length: options.mandatory ?? 3 }, (_, i) => i);
  const keyBytes = fromBase58(ofProof.publicKey) ?? new Uint8Array(0);
  const hash = (lines: readonly string[]): Bytes => sha256Sync(utf8(lines.join('')));
  const config = canonical({ ...proof, '@context': document['@context'] });
  const signed = concatBytes(hash(config), keyBytes, hash(named.slice(0, mandatory.length)));
  const signatures: Bytes[] = [];
  for (const line of named.slice(mandatory.length)) signatures.push(await ofProof.sign(utf8(line)));
  const map = new Map(labels.map((label, i) => [i, labelOf(label)]));
  const value = concatBytes(fromHex('d95d01') ?? utf8(''), cbor([await issuer.sign(signed), keyBytes, signatures, map, mandatory]));
  return { named, signatures, document: { ...document, proof: { ...proof, proofValue: `u${toBase64url(value)}` } } };
};

describe('a badge of ours with a proof of which parts can be shown', () => {
  it('is good however many of its statements are mandatory', async () => {
    const badge = buildOpenBadge(anAward());
    for (const mandatory of [0, 5, canonical(badge).length]) {
      expect(await check((await shown(badge, { mandatory })).document, issuer.publicKey)).toEqual({ ok: true, value: true });
    }
  });

  it('is checked whole like any other badge', async () => {
    const did = didKey(issuer.publicKey);
    const badge = { ...buildOpenBadge(anAward()), issuer: { id: did, type: ['Profile'], name: 'INAE' }, credentialStatus: undefined };
    const { document } = await shown(JSON.parse(JSON.stringify(badge)), { method: didKeyMethod(issuer.publicKey) });
    const nothing = { at: NOW, dids: () => undefined, statusLists: () => undefined };
    expect(await verifyCredential(document, nothing)).toMatchObject({
      verdict: 'valid',
      signature: 'good',
      securedBy: 'ecdsa-sd-2023',
      issuer: 'known',
      problems: [],
    });
    expect(await verifyCredential({ ...document, name: 'x' }, nothing)).toMatchObject({ verdict: 'invalid', signature: 'bad' });
    const base = { ...document, proof: { ...document.proof, proofValue: `u${toBase64url(fromHex('d95d0080') ?? utf8(''))}` } };
    expect(await verifyCredential(base, nothing)).toMatchObject({ verdict: 'unknown', signature: 'unsupported', problems: ['base-proof'] });
  });

  it('with more signatures than there is time for is refused before the first of them', async () => {
    const { document } = await shown(buildOpenBadge(anAward()));
    const left = { ...fullEffort(), signatures: 10 };
    expect(await checkSelective(document, document.proof, issuer.publicKey, contexts, left)).toMatchObject({ error: { type: 'too-big' } });
  });

  it('keeps texts that look like the names of nodes as they are', async () => {
    const badge = buildOpenBadge(anAward({ narrative: 'a _:c14n0 b' }));
    const second = buildOpenBadge(anAward({ narrative: 'a" _:c14n0 <b> .' }));
    for (const document of [badge, second]) {
      expect(await check((await shown(document)).document, issuer.publicKey)).toEqual({ ok: true, value: true });
    }
  });

  it('cannot say of two things what was signed of one', async () => {
    // Two results, named as if they were one.
    const award = buildOpenBadge(anAward());
    const nodes = new Set(
      canonical(award)
        .join('')
        .match(/_:c14n\d+/g),
    ).size;
    const labels = Array.from({ length: nodes }, (_, i) => (i === 1 ? 0 : i));
    expect(await check((await shown(award, { labels })).document, issuer.publicKey)).toMatchObject({
      ok: false,
      error: { type: 'bad-proof' },
    });
  });
});

describe('CBOR', () => {
  it('is read back as it was written', () => {
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 2 },
        fc.nat(0xffff),
        fc.uint8Array({ maxLength: 300 }),
        fc.array(tie('value'), { maxLength: 30 }),
        fc.array(fc.tuple(fc.nat(300), tie('value')), { maxLength: 5 }).map((entries) => new Map(entries as [number, unknown][])),
      ),
    }));
    fc.assert(
      fc.property(value, (given) => {
        expect(readCbor(cbor(given))).toEqual(given);
      }),
    );
  });

  it('of other kinds, cut short, nested too deep or asking for more than there is, is refused', () => {
    for (const hex of [
      '',
      '20',
      '61',
      '6161',
      'f4',
      'f6',
      'fb',
      'd8',
      '1b0000000000000001',
      '5f',
      '5b',
      '9a7fffffff',
      'ba7fffffff00',
      '44aabb',
      '0000',
      'a200010002',
      'a14100',
      '8181818181',
    ]) {
      expect(readCbor(fromHex(hex) ?? utf8('')), hex).toBeNull();
    }
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        readCbor(bytes);
      }),
      { numRuns: 2000 },
    );
  });
});
