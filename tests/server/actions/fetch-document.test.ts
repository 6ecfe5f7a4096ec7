import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { utf8 } from '#base/bytes';
import { err, ok } from '#base/result';
import { bakePng } from '#credentials/png-badge';
import { bakeSvg } from '#credentials/svg-badge';
import { type AskOutside, documentFetcher, type OutsideRefusal } from '#server/actions/fetch-document';
import { minuteLimits } from '#server/minute-limits';
import { clockAt } from '../../build/field.ts';
import { vectorText } from '../../credentials/vector-files.ts';

const CREDENTIAL = {
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  id: 'urn:x:1',
};
const TOKEN = 'eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJ4In0.AAAA';
const PEM = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ type: 'spki', format: 'pem' }).toString().trim();
const PRIVATE_PEM = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const DID = vectorDid();

function vectorDid() {
  const key = 'z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2';
  return {
    id: 'did:web:a.example',
    verificationMethod: [{ id: 'did:web:a.example#1', type: 'Multikey', publicKeyMultibase: key }],
    assertionMethod: ['#1'],
  };
}

/** What another host answers: bytes, text, something as JSON, or why it does not. */
type Answer = Uint8Array | string | { readonly [member: string]: unknown } | readonly unknown[] | { readonly refused: OutsideRefusal };

const bytesOf = (answer: Answer) => {
  if (answer instanceof Uint8Array) return new Uint8Array(answer);
  return utf8(typeof answer === 'string' ? answer : JSON.stringify(answer));
};

const isRefused = (answer: Answer): answer is { readonly refused: OutsideRefusal } =>
  typeof answer === 'object' && !(answer instanceof Uint8Array) && 'refused' in answer;

/** The desk of a server on a day in May, with another host that gives `answers` one after the other, then the last one again. */
const openDesk = (...answers: readonly Answer[]) => {
  const clock = clockAt('2026-05-30T09:00Z');
  const asked: string[] = [];
  const outside: AskOutside = async (address) => {
    const next = answers[Math.min(asked.length, answers.length - 1)] ?? '';
    asked.push(address);
    return isRefused(next) ? err(next.refused) : ok({ bytes: bytesOf(next), address });
  };
  return { clock, asked, fetchDocument: documentFetcher({ outside, clock, admit: minuteLimits(clock) }) };
};

const given = async (...answers: readonly Answer[]) => {
  const got = await openDesk(...answers).fetchDocument('https://a.example/1');
  return got.ok ? got.value.document : got.error;
};

describe('what another host has', () => {
  const PNG = new Uint8Array(readFileSync(new URL('../../../public/icons/icon-192.png', import.meta.url)));
  const baked = bakePng(PNG, JSON.stringify(CREDENTIAL));
  const drawn = bakeSvg('<svg xmlns="http://www.w3.org/2000/svg"/>', TOKEN);

  it.each([
    ['a DID document', DID, DID],
    ['a document of keys at an address', { ...DID, id: 'https://a.example/issuer' }, { ...DID, id: 'https://a.example/issuer' }],
    ['a credential', CREDENTIAL, CREDENTIAL],
    ['a signed token', `${TOKEN}\n`, TOKEN],
    ['a credential in a PNG', baked.ok ? baked.value : '', CREDENTIAL],
    ['a token in an SVG', drawn.ok ? drawn.value : '', TOKEN],
    ['a key', { kty: 'OKP', crv: 'Ed25519', x: 'A'.repeat(43) }, { kty: 'OKP', crv: 'Ed25519', x: 'A'.repeat(43) }],
    ['a public key in PEM', `${PEM}\n`, PEM],
    [
      'a set of keys',
      { keys: [{ kty: 'OKP', crv: 'Ed25519', x: 'A'.repeat(43) }] },
      { keys: [{ kty: 'OKP', crv: 'Ed25519', x: 'A'.repeat(43) }] },
    ],
    [
      'an assertion of Open Badges 2',
      { '@context': 'https://w3id.org/openbadges/v2', type: 'Assertion' },
      { '@context': 'https://w3id.org/openbadges/v2', type: 'Assertion' },
    ],
    [
      'a badge class of Open Badges 1',
      { name: 'a', description: 'b', image: 'c', criteria: 'd', issuer: 'e' },
      { name: 'a', description: 'b', image: 'c', criteria: 'd', issuer: 'e' },
    ],
    [
      'a list of revocations',
      { id: 'https://a.example/1', issuer: 'https://a.example', revokedCredential: [] },
      { id: 'https://a.example/1', issuer: 'https://a.example', revokedCredential: [] },
    ],
  ])('is passed on when it is %s', async (_, answer, document) => {
    expect(await given(answer)).toEqual(document);
  });

  it.each([
    ['nothing', ''],
    ['a page', '<!doctype html><p>inside'],
    ['a picture without badge', PNG],
    ['plain text', 'root:x:0:0'],
    ['any JSON', { secret: 'x' }],
    ['a list', [CREDENTIAL]],
    ['a service account', { type: 'service_account', private_key: 'x', client_email: 'y' }],
    ['a credential of something else', { AccessKeyId: 'x', SecretAccessKey: 'y', Token: 'z' }],
    ['a private key in PEM', PRIVATE_PEM],
    ['a private key', { kty: 'OKP', crv: 'Ed25519', x: 'A'.repeat(43), d: 'A'.repeat(43) }],
    ['a set with a private key', { keys: [{ kty: 'OKP', crv: 'Ed25519', x: 'A'.repeat(43), d: 'A'.repeat(43) }] }],
    ['a DID document with a private key', { ...DID, verificationMethod: [{ ...DID.verificationMethod[0], privateKeyMultibase: 'z1' }] }],
    ['a name and an address with more', { name: 'a', url: 'b', token: 'c' }],
    ['a document without bottom', `{"type":"VerifiableCredential","a":${'['.repeat(5000)}${']'.repeat(5000)}}`],
    ['JSON that is cut', '{"type":"VerifiableCredential"'],
    ['a token that is none', 'a.b.c'],
  ])('is not passed on when it is %s', async (_, answer) => {
    expect(await given(answer)).toBe('NoDocument');
  });

  it('is refused, never a failure of the server, when a type is an object that cannot be read as a text', async () => {
    const type = { toString: 1, valueOf: null };
    expect(await given({ '@context': 'https://w3id.org/openbadges/v2', type, id: 'https://a.example/1' })).toBe('NoDocument');
  });

  it('never makes this server a way into anything else: what is passed on is made anew', async () => {
    expect(await given(`\uFEFF { "type" : ["VerifiableCredential"], "a" : "\\u003cscript>" } `)).toEqual({
      type: ['VerifiableCredential'],
      a: '<script>',
    });
  });

  it.each([
    ['bad-address', 'AddressRefused'],
    ['not-public', 'AddressRefused'],
    ['unreachable', 'OutsideSilent'],
    ['too-slow', 'OutsideSilent'],
    ['bad-status', 'NoDocument'],
    ['gone', 'DocumentGone'],
    ['too-many-redirects', 'NoDocument'],
    ['wrong-type', 'NoDocument'],
    ['too-big', 'NoDocument'],
  ] as const)('and could not be had (%s) is told as %s', async (error, code) => {
    expect(await given({ refused: error })).toBe(code);
  });
});

describe('an address', () => {
  it('that is not https is not even tried', async () => {
    const { asked, fetchDocument } = openDesk(CREDENTIAL);
    for (const address of ['', 'x', 'http://a.example/', 'file:///etc/passwd', 'ftp://a.example/', 'javascript:1'])
      expect(await fetchDocument(address)).toEqual({ ok: false, error: 'AddressRefused' });
    expect(asked).toEqual([]);
  });

  it('is asked once in five minutes, and once for all who ask together', async () => {
    const { clock, asked, fetchDocument } = openDesk(CREDENTIAL, DID);
    const all = await Promise.all(['#1', '#2', ''].map((key) => fetchDocument(`https://a.example/1${key}`)));
    clock.tick(299_999);
    all.push(await fetchDocument('https://A.example:443/1'));
    for (const got of all) expect(got).toMatchObject({ ok: true, value: { document: CREDENTIAL, asOf: clock() - 299_999 } });
    expect(asked).toEqual(['https://a.example/1']);
    clock.tick(1);
    expect(await fetchDocument('https://a.example/1')).toMatchObject({ ok: true, value: { document: DID, asOf: clock() } });
  });

  it('that gave nothing is asked again after half a minute', async () => {
    const { clock, asked, fetchDocument } = openDesk({ refused: 'unreachable' }, CREDENTIAL);
    expect(await fetchDocument('https://a.example/1')).toEqual({ ok: false, error: 'OutsideSilent' });
    clock.tick(29_999);
    expect(await fetchDocument('https://a.example/1')).toEqual({ ok: false, error: 'OutsideSilent' });
    clock.tick(1);
    expect((await fetchDocument('https://a.example/1')).ok).toBe(true);
    expect(asked.length).toBe(2);
  });
});

describe('the limits', () => {
  it('keep one host from being asked more than thirty times a minute, and all together from 240', async () => {
    const { clock, asked, fetchDocument } = openDesk(CREDENTIAL);
    const ask = async (host: string, count: number): Promise<number> => {
      let given = 0;
      for (let i = 0; i < count; i++) given += (await fetchDocument(`https://${host}/${i}`)).ok ? 1 : 0;
      return given;
    };
    expect(await ask('a.example', 35)).toBe(30);
    clock.tick(60_000);
    // What is kept counts for nobody.
    expect(await ask('a.example', 30)).toBe(30);
    let all = 0;
    for (let host = 0; host < 10; host++) all += await ask(`${host}.example`, 30);
    expect(all).toBe(240);
    expect(asked.length).toBe(270);
  });

  it('hold what is asked at once', async () => {
    const clock = clockAt('2026-05-30T09:00Z');
    const outside = () => new Promise<never>(() => undefined);
    const fetchDocument = documentFetcher({ outside, clock, admit: () => true });
    for (let i = 0; i < 16; i++) void fetchDocument(`https://a.example/${i}`);
    expect(await fetchDocument('https://b.example/')).toEqual({ ok: false, error: 'TooMany' });
  });

  it('hold what is kept: the oldest goes first', async () => {
    const big = { ...CREDENTIAL, text: 'x'.repeat(1000 * 1024) };
    const clock = clockAt('2026-05-30T09:00Z');
    let asked = 0;
    const outside = async (address: string) => {
      asked += 1;
      return ok({ bytes: utf8(JSON.stringify(big)), address });
    };
    const fetchDocument = documentFetcher({ outside, clock, admit: () => true });
    for (let i = 0; i < 20; i++) await fetchDocument(`https://a.example/${i}`);
    await fetchDocument('https://a.example/19');
    expect(asked).toBe(20);
    await fetchDocument('https://a.example/0');
    expect(asked).toBe(21);
  });
});

it('the badges of 1EdTech are passed on as they are', async () => {
  const text = vectorText('1edtech-ob30/simple.1ob');
  expect(await given(text)).toEqual(JSON.parse(text));
});
