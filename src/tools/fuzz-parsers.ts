import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { concatBytes, toBase64url, utf8 } from '#base/bytes';
import type { Json } from '#base/canonical-json';
import type { Result } from '#base/result';
import type { BakedText } from '#credentials/baked-text';
import { validity } from '#credentials/check-structure';
import { parseDidDocument } from '#credentials/did-document';
import { isObject, type JsonObject } from '#credentials/json';
import { fromMultibase, toMultibase64 } from '#credentials/multibase';
import { badgeTemplate, packBadge, templateId, unpackBadge } from '#credentials/pack-badge';
import { bakePng, unbakePng } from '#credentials/png-badge';
import { addScan, type Frames, NO_FRAMES, toQrTexts } from '#credentials/qr-frames';
import { readBadgeFile } from '#credentials/read-badge-file';
import { isMarked, readStatusList } from '#credentials/status-list';
import { bakeSvg, unbakeSvg } from '#credentials/svg-badge';
import { verifyCredential } from '#credentials/verify';
import { verifyFile } from '#credentials/verify-file';
import type { Corpus } from './fuzz-corpus.ts';
import type { Luck } from './fuzz-luck.ts';
import { mutateBytes, mutateJson, mutateText, swollen } from './fuzz-mutations.ts';

/** One way in for hostile input: how cases are made, and what reads them. */
export interface FuzzTarget {
  /** One input; the same luck makes the same one (but for signatures made with a fresh key). */
  make(luck: Luck): Promise<Uint8Array<ArrayBuffer>>;
  /** Reads it and says in a word what it found; must throw on nothing. */
  read(input: Uint8Array<ArrayBuffer>): Promise<string>;
}

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

const parsed = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(textOf(bytes));
  } catch {
    return undefined;
  }
};

const JSON_WORDS = ['"@context":', '"id":', '"type":', 'null', '1e999', '{"a":', '[', '\\u0000', '"__proto__":{}', ','];

/** JSON text of one of some documents: whole, changed in its structure, signed again, and at times broken as text. */
const jsonText = async (luck: Luck, documents: readonly JsonObject[], corpus: Corpus): Promise<string> => {
  const changed = luck.odds(0.02) ? luck.pick(documents) : mutateJson(luck.pick(documents), luck, corpus.names);
  const text = JSON.stringify(luck.odds(0.25) ? await corpus.sign(changed) : changed);
  return luck.odds(0.15) ? mutateText(text, luck, JSON_WORDS) : swollen(text, luck);
};

/** A badge with profiles nobody can tell apart, for which names are dear to find; at times with many proofs, or in many endorsements. */
const tangled = (luck: Luck, { own }: Corpus): string => {
  const [badge = {}] = own;
  const size = luck.pick([3, 8, 20, 50, 150]);
  const node = (i: number): JsonObject => ({ id: `_:n${i % size}`, type: ['Profile'] });
  const links = luck.pick([1, 1, 2, Math.min(size, 20)]);
  const nodes = Array.from({ length: size }, (_, i) => ({
    ...node(i),
    parentOrg: Array.from({ length: links }, (_, j) => node(i + j + 1)),
  }));
  const subject = isObject(badge['credentialSubject']) ? badge['credentialSubject'] : {};
  const achievement = isObject(subject['achievement']) ? subject['achievement'] : {};
  const knot = { ...badge, credentialSubject: { ...subject, achievement: { ...achievement, creator: nodes } } };
  const proof = [badge['proof'] ?? []].flat()[0];
  const proofs = Array.from({ length: luck.pick([1, 10]) }, (_, i) => ({
    ...(isObject(proof) ? proof : {}),
    created: `2026-05-29T09:00:0${i}Z`,
  }));
  const many = luck.odds(0.3) ? { ...badge, endorsement: Array.from({ length: luck.pick([3, 50]) }, () => knot) } : knot;
  return JSON.stringify({ ...many, proof: proofs });
};

const credential = (corpus: Corpus): FuzzTarget => ({
  make: async (luck) =>
    luck.odds(0.002) ? utf8(tangled(luck, corpus)) : utf8(await jsonText(luck, luck.odds(0.4) ? corpus.own : corpus.credentials, corpus)),
  read: async (input) => {
    const { verdict, problems } = await verifyCredential(textOf(input), corpus.atHand);
    return `${verdict} ${problems[0] ?? ''}`;
  },
});

const HEADERS: readonly JsonObject[] = [
  { alg: 'ES256', typ: 'JWT' },
  { alg: 'ES256', typ: 'JWT' },
  { alg: 'ES256', typ: 'vc+jwt' },
  { alg: 'ES256' },
  { alg: 'RS256', jwk: { kty: 'RSA', e: 'AQAB', n: 'u'.repeat(342) } },
  { alg: 'EdDSA', typ: 'vc+jwt', cty: 'vc' },
  { alg: 'HS256' },
  { alg: 'none' },
];

const encoded = (value: Json): string => toBase64url(utf8(JSON.stringify(value)));

const claimsOf = (document: JsonObject): JsonObject => {
  const { id, issuer, credentialSubject: subject } = document;
  const { from, until } = validity(document);
  return {
    iss: isObject(issuer) ? issuer['id'] : issuer,
    jti: id,
    ...(isObject(subject) && { sub: subject['id'] }),
    ...(from !== null && { nbf: Math.floor(from / 1000) }),
    ...(until !== null && { exp: Math.floor(until / 1000) }),
  };
};

const jwt = (corpus: Corpus): FuzzTarget => ({
  make: async (luck) => {
    if (luck.odds(0.3)) return utf8(mutateText(luck.pick(corpus.tokens), luck, ['.', '..', '=', 'eyJhbGciOiJub25lIn0']));
    const header = { ...luck.pick(HEADERS), kid: luck.odds(0.7) ? corpus.tokenMethod : luck.pick(['#1', 'https://example.org/key', '']) };
    const document = luck.pick(luck.odds(0.5) ? corpus.own : corpus.credentials);
    const parts = [header, luck.odds(0.2) ? { vc: document } : { ...document, ...claimsOf(document) }];
    const input = parts.map((part) => encoded(luck.odds(0.35) ? mutateJson(part, luck, corpus.names) : part));
    const signature = luck.odds(0.4)
      ? await corpus.tokenSigner.sign(utf8(input.join('.')))
      : luck.bytes(luck.pick([0, 1, 63, 64, 65, 256]));
    const token = [...input, toBase64url(signature)].join('.');
    return utf8(luck.odds(0.2) ? mutateText(token, luck, ['.', '..', '=', '+', '\n']) : token);
  },
  read: async (input) => {
    const { verdict, problems } = await verifyCredential(textOf(input), corpus.atHand);
    return `${verdict} ${problems[0] ?? ''}`;
  },
});

const PNG_SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const BOMB = deflateSync(Buffer.alloc(5 * 1024 * 1024));

const chunk = (type: string, data: Uint8Array, luck: Luck): Uint8Array => {
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, luck.odds(0.03) ? luck.below(2 ** 32) : data.length);
  return concatBytes(length, utf8(type).subarray(0, 4), data, luck.bytes(4));
};

/** A picture made of chunks, most of them text chunks, that are right in most respects. */
const anyPng = (luck: Luck, texts: readonly string[]): Uint8Array<ArrayBuffer> => {
  const textChunk = (): Uint8Array => {
    const type = luck.pick(['iTXt', 'iTXt', 'tEXt', 'zTXt', 'itxt', 'IDAT', 'tIME']);
    const keyword = luck.pick(['openbadgecredential', 'openbadges', 'Comment', '', 'openbadgecredential\u0000']);
    const text = utf8(luck.odds(0.2) ? mutateText(luck.pick(texts), luck, ['\u0000']) : luck.pick(texts));
    const packed = luck.odds(0.002) ? BOMB : luck.odds(0.2) ? mutateBytes(deflateSync(text), luck) : deflateSync(text);
    const compressed = luck.odds(0.3);
    const head = type === 'iTXt' ? [compressed ? 1 : luck.pick([0, 0, 0, 1, 2]), luck.pick([0, 0, 0, 1])] : type === 'zTXt' ? [0] : [];
    const language = type === 'iTXt' ? luck.pick(['\u0000\u0000', 'fr\u0000mot\u0000', '\u0000', '']) : '';
    const data = concatBytes(utf8(keyword), Uint8Array.of(0, ...head), utf8(language), compressed || type === 'zTXt' ? packed : text);
    return chunk(type, data, luck);
  };
  const parts = Array.from({ length: 1 + luck.below(luck.odds(0.02) ? 300 : 4) }, textChunk);
  const tail = luck.odds(0.9) ? [chunk('IEND', new Uint8Array(0), luck)] : [];
  return concatBytes(PNG_SIGNATURE, chunk('IHDR', luck.bytes(13), luck), ...parts, ...tail);
};

const file = async (input: Uint8Array, corpus: Corpus): Promise<string> => {
  const read = await readBadgeFile(input);
  if (!read.ok) return read.error.type;
  // Its text alone: what unpacks it has just been tried.
  await verifyFile(utf8(read.value.text), corpus.atHand);
  return `${read.value.format} ${read.value.version}`;
};

/** What was baked must come back, and no other badge: anything else is as bad as a throw. */
const mustComeBack = (read: Result<BakedText, unknown>, text: string): void => {
  if (!read.ok) throw new Error('nothing came back');
  if (JSON.stringify(JSON.parse(read.value.text)) !== JSON.stringify(JSON.parse(text))) throw new Error('another badge came back');
};

const png = (corpus: Corpus): FuzzTarget => {
  const small = [...corpus.tokens, '{"a":1}', '{}', 'https://example.org/a', '', JSON.stringify(corpus.credentials[1])];
  return {
    make: async (luck) => {
      const image = anyPng(luck, small);
      return luck.odds(0.4) ? mutateBytes(image, luck, [PNG_SIGNATURE]) : image;
    },
    read: async (input) => {
      const baked = bakePng(input, '{"a":1}');
      if (baked.ok) mustComeBack(await unbakePng(baked.value), '{"a":1}');
      return file(input, corpus);
    },
  };
};

const SVG_WORDS = [
  '<svg xmlns="http://www.w3.org/2000/svg">',
  '</svg>',
  'xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"',
  'xmlns:o="http://openbadges.org"',
  '<openbadges:credential verify="a.b.c">',
  '<openbadges:credential>',
  '</openbadges:credential>',
  '<openbadges:assertion/>',
  '<![CDATA[',
  ']]>',
  '<!--',
  '-->',
  '<!DOCTYPE svg [<!ENTITY a "b">]>',
  '<?xml version="1.0"?>',
  '&amp;',
  '&#0;',
  '&#x110000;',
  '&a;',
  '<a',
  '/>',
  '"',
  "'",
  ' x=',
];

const svg = (corpus: Corpus): FuzzTarget => {
  const images = ['<svg xmlns="http://www.w3.org/2000/svg"/>', '<?xml version="1.0"?><!-- a --><svg><g><path d="M0 0"/></g></svg>'];
  const texts = [JSON.stringify(corpus.credentials[0]), '{"a":"]]>&<"}', ...corpus.tokens.slice(0, 1)];
  const baked = images.flatMap((image) => texts.map((text) => bakeSvg(image, text))).flatMap((made) => (made.ok ? [made.value] : []));
  return {
    make: async (luck) => {
      const words = Array.from({ length: luck.below(30) }, () => luck.pick(SVG_WORDS)).join(luck.pick(['', ' ']));
      return utf8(luck.odds(0.2) ? `<svg ${words}` : mutateText(luck.pick(baked), luck, SVG_WORDS, baked));
    },
    read: async (input) => {
      const again = bakeSvg(textOf(input), '{"a":"]]>"}');
      if (again.ok) mustComeBack(unbakeSvg(again.value), '{"a":"]]>"}');
      return file(input, corpus);
    },
  };
};

const qr = (corpus: Corpus): FuzzTarget => {
  const template = badgeTemplate(corpus.award, corpus.method);
  const packs = corpus.credentials
    .flatMap((badge) => [packBadge(badge), packBadge(badge, template)])
    .flatMap((packed) => (packed.ok ? [packed.value] : []));
  const bombs = [0, 0x61].map((fill) =>
    concatBytes(packs[0]?.subarray(0, 1) ?? new Uint8Array(1), deflateRawSync(Buffer.alloc(3_000_000, fill))),
  );
  const templates = (id: string): string | undefined => (id === templateId(template) ? template : undefined);
  return {
    make: async (luck) => {
      const packed = luck.odds(0.005) ? luck.pick(bombs) : luck.odds(0.6) ? mutateBytes(luck.pick(packs), luck, packs) : luck.pick(packs);
      const texts = toQrTexts(packed, luck.pick([40, 100, 300, 619]));
      const frames = texts.ok ? texts.value.slice(0, luck.odds(0.9) ? 16 : luck.below(16)) : ['OB3:'];
      const broken = frames.map((frame) => (luck.odds(0.05) ? mutateText(frame, luck, ['OB3:', ' ', '$', 'é']) : frame));
      return utf8((luck.odds(0.5) ? broken : broken.toReversed()).join('\n'));
    },
    read: async (input) => {
      let frames: Frames = NO_FRAMES;
      let found = 'no badge';
      for (const text of textOf(input).split('\n')) {
        const scan = addScan(frames, text);
        frames = scan.frames;
        if (scan.packed === null) continue;
        const unpacked = await unpackBadge(scan.packed, templates);
        found = unpacked.ok ? 'badge' : unpacked.error.type;
      }
      return found;
    },
  };
};

const DID_NAMES = [
  'id',
  'controller',
  'expires',
  'revoked',
  'publicKeyMultibase',
  'publicKeyJwk',
  'privateKeyJwk',
  'd',
  'kty',
  '#0',
  '__proto__',
];

const did = (corpus: Corpus): FuzzTarget => ({
  make: async (luck) => {
    const document = mutateJson(luck.pick(corpus.didDocuments), luck, DID_NAMES);
    const text = JSON.stringify(document);
    return utf8(luck.odds(0.1) ? mutateText(text, luck, JSON_WORDS) : swollen(text, luck));
  },
  read: async (input) => {
    const document = parseDidDocument(parsed(input));
    return document.ok ? `${document.value.assertionMethod.length} keys` : document.error.type;
  },
});

const LIST_BOMB = toMultibase64(gzipSync(Buffer.alloc(5 * 1024 * 1024)));

const statusList = (corpus: Corpus): FuzzTarget => {
  const packedAnew = (luck: Luck, list: string): string => {
    if (luck.odds(0.003)) return LIST_BOMB;
    const bytes = fromMultibase(list) ?? new Uint8Array(0);
    if (luck.odds(0.3))
      return luck.odds(0.5) ? mutateText(list, luck, ['u', 'z', '=', '-']) : toMultibase64(gzipSync(luck.bytes(luck.below(200))));
    return toMultibase64(mutateBytes(bytes, luck));
  };
  return {
    make: async (luck) => {
      const list = luck.pick(corpus.statusLists);
      const subject = isObject(list['credentialSubject']) ? list['credentialSubject'] : {};
      const encodedList = packedAnew(luck, String(subject['encodedList']));
      const changed = luck.odds(0.5) ? { ...list, credentialSubject: { ...subject, encodedList } } : mutateJson(list, luck, corpus.names);
      const text = JSON.stringify(luck.odds(0.6) ? await corpus.sign(changed) : changed);
      return utf8(luck.odds(0.1) ? mutateText(text, luck, JSON_WORDS) : swollen(text, luck));
    },
    read: async (input) => {
      const list = await readStatusList(parsed(input), corpus.now, corpus.atHand.dids);
      if (!list.ok) return list.error.type;
      for (const index of [0, -1, 0.5, Number.NaN, 94_567, 2 ** 31]) isMarked(list.value, index);
      return 'list';
    },
  };
};

const oldBadge = (corpus: Corpus): FuzzTarget => ({
  make: async (luck) => {
    const badge = mutateJson(luck.pick(corpus.oldBadges), luck, [
      'type',
      'id',
      'recipient',
      'badge',
      'verify',
      'verification',
      'image',
      'issuer',
      '@context',
    ]);
    if (luck.odds(0.2)) return utf8(`${encoded(luck.pick(HEADERS))}.${encoded(badge)}.${toBase64url(luck.bytes(64))}`);
    const text = JSON.stringify(badge);
    return utf8(luck.odds(0.1) ? mutateText(text, luck, JSON_WORDS) : swollen(text, luck));
  },
  read: async (input) => {
    const documents = (address: string) => ({ content: address.includes('/key') ? '-----BEGIN PUBLIC KEY-----\nAAAA' : textOf(input) });
    const { verdict, problems } = await verifyFile(input, { ...corpus.atHand, documents, recipients: ['a@example.org'] });
    return `${verdict} ${problems[0] ?? ''}`;
  },
});

/** Every parser of hostile input by name, over one corpus. */
export const fuzzTargets = (corpus: Corpus): Readonly<Record<string, FuzzTarget>> => ({
  credential: credential(corpus),
  jwt: jwt(corpus),
  png: png(corpus),
  svg: svg(corpus),
  qr: qr(corpus),
  did: did(corpus),
  'status-list': statusList(corpus),
  'old-badge': oldBadge(corpus),
});

export const FUZZ_TARGETS = ['credential', 'jwt', 'png', 'svg', 'qr', 'did', 'status-list', 'old-badge'] as const;
