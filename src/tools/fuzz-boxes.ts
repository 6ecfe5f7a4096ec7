import { deflateRawSync } from 'node:zlib';
import { type Bytes, concatBytes, fromBase64url, toBase64url, utf8 } from '#base/bytes';
import { type AgreementPair, agree, close, makeAgreementPair } from '#credentials/agreed-key';
import { isObject, type JsonObject } from '#credentials/json';
import { signerFromSeed } from '#credentials/keys';
import { type Frames, NO_FRAMES } from '#credentials/qr-frames';
import { sha256 } from '#credentials/sha256';
import type { Action } from '#protocol/action';
import { BOX_MARK, closeBox, openBox } from '#protocol/box';
import { ANSWER_MARK, answeredBox, openAnswer } from '#protocol/box-answer';
import { addFrame, fromFileText, kindOf, toFileText, toFrames } from '#protocol/box-frames';
import { BOX_DICTIONARY } from '#protocol/pack-json';
import { sealSegment } from '#protocol/segment';
import type { Luck } from './fuzz-luck.ts';
import { mutateBytes, mutateJson, mutateText } from './fuzz-mutations.ts';
import type { FuzzTarget } from './fuzz-parsers.ts';

const NAMES = ['protocol', 'device', 'segments', 'actions', 'cursors', 'room', 'signature', 'prev', 'n', 'args', 'id', '__proto__'];

interface Corpus {
  readonly server: AgreementPair;
  readonly boxes: readonly Bytes[];
  /** What stands inside, to be changed and closed again: an attacker has the public key, too. */
  readonly said: JsonObject;
  readonly bombs: readonly Bytes[];
}

const prepare = async (): Promise<Corpus> => {
  const server = await makeAgreementPair();
  const signer = await signerFromSeed(new Uint8Array(32).fill(7));
  const id = '0197a000-0000-7000-8000-000000000001' as Action['id'];
  const act = (n: number): Action => ({ id, n, at: 1, name: 'show-badge', v: 1, args: { badge: id, to: 'world' } });
  const { segment } = await sealSegment(signer, '', [act(1), act(2)]);
  const said = { segments: [segment], cursors: { 'c:network': 3 }, room: 900 } as Parameters<typeof closeBox>[3];
  const boxes = await Promise.all(
    [said, { ...said, segments: [] }].map(async (one) => closeBox(await makeAgreementPair(), server.publicKey, signer, one)),
  );
  return {
    server,
    boxes: boxes.flatMap((closed) => (closed ? [closed.box] : [])),
    said: { protocol: 1, device: signer.publicKey, ...said, signature: 'A'.repeat(86) } as unknown as JsonObject,
    bombs: [0, 0x5b].map((fill) => new Uint8Array(deflateRawSync(Buffer.alloc(3_000_000, fill)))),
  };
};

// A box as anybody who knows the server's public key can close it, whatever is inside.
const closed = async ({ server }: Corpus, inside: Bytes): Promise<Bytes> => {
  const pair = await makeAgreementPair();
  const point = pair.publicKey;
  const keys = await agree(pair.privateKey, server.publicKey, await sha256(concatBytes(point, server.publicKey)), 'pepites:box:1', 64);
  const head = concatBytes(Uint8Array.of(BOX_MARK), point);
  return concatBytes(head, await close((keys ?? new Uint8Array(64)).slice(0, 32), new Uint8Array(12), inside, head));
};

const packed = (text: string): Bytes => new Uint8Array(deflateRawSync(utf8(text), { dictionary: utf8(BOX_DICTIONARY) }));

const packedAnew = (luck: Luck, corpus: Corpus): Bytes => {
  if (luck.odds(0.01)) return luck.pick(corpus.bombs);
  const changed = mutateJson(corpus.said, luck, NAMES);
  const text = JSON.stringify(isObject(changed) ? changed : null);
  const bytes = packed(luck.odds(0.1) ? mutateText(text, luck, ['[', '{', '"', '1e999']) : text);
  return luck.odds(0.2) ? mutateBytes(bytes, luck) : bytes;
};

export const BOX_TARGETS = ['box', 'box-answer', 'courier'] as const;

/** Ways in of boxes: what a server opens, what a phone is answered, what a courier scans or is given as a file. */
export const boxTargets = (): { readonly [name in (typeof BOX_TARGETS)[number]]: FuzzTarget } => {
  let preparing: Promise<Corpus> | undefined;
  const corpusOf = (): Promise<Corpus> => {
    preparing ??= prepare();
    return preparing;
  };
  return { box: box(corpusOf), 'box-answer': boxAnswer(), courier: courier(corpusOf) };
};

const box = (corpusOf: () => Promise<Corpus>): FuzzTarget => ({
  make: async (luck) => {
    const corpus = await corpusOf();
    if (luck.odds(0.5)) return luck.odds(0.1) ? luck.pick(corpus.boxes) : mutateBytes(luck.pick(corpus.boxes), luck, corpus.boxes);
    return closed(corpus, packedAnew(luck, corpus));
  },
  read: async (input) => {
    const opened = await openBox((await corpusOf()).server, input);
    return opened.ok ? 'opened' : opened.error;
  },
});

const KEY = new Uint8Array(32).fill(3);
const ID = 'AAAAAAAAAAAAAAAAAAAAAA';

const boxAnswer = (): FuzzTarget => ({
  make: async (luck) => {
    const answer = { protocol: 1, problem: 'Gap', acknowledged: { device: 'z6Mk', last: 1, head: '' }, pull: { scopes: [], more: false } };
    const said = luck.odds(0.1) ? { protocol: 1, problem: 'Gap' } : mutateJson(answer as JsonObject, luck, NAMES);
    const head = concatBytes(Uint8Array.of(ANSWER_MARK), fromBase64url(ID) ?? new Uint8Array(16));
    const iv = luck.bytes(12);
    const sealed = concatBytes(head, iv, await close(KEY, iv, packed(JSON.stringify(said)), head));
    return luck.odds(0.4) ? mutateBytes(sealed, luck) : sealed;
  },
  read: async (input) => {
    const id = answeredBox(input);
    if (id === null) return 'no answer';
    if (id !== ID) return 'of another box';
    const found = await openAnswer(KEY, input);
    return found ? `answer ${found.problem ?? ''}` : 'not opened';
  },
});

const courier = (corpusOf: () => Promise<Corpus>): FuzzTarget => ({
  make: async (luck) => {
    const { boxes } = await corpusOf();
    const bytes = luck.odds(0.5) ? luck.pick(boxes) : mutateBytes(luck.pick(boxes), luck, boxes);
    if (luck.odds(0.3)) return utf8(mutateText(toFileText(bytes), luck, ['pepites:', '\n', '=', 'é']));
    const frames = toFrames(bytes);
    const texts = frames.ok ? frames.value : ['PB1:'];
    const broken = texts.map((text) => (luck.odds(0.2) ? mutateText(text, luck, ['PB1:', 'OB3:', ' ', '$', 'é']) : text));
    return utf8((luck.odds(0.5) ? broken : broken.toReversed()).join('\n'));
  },
  read: async (input) => {
    const text = new TextDecoder().decode(input);
    const file = fromFileText(text);
    if (file) return `file ${kindOf(file)}`;
    let frames: Frames = NO_FRAMES;
    let found = 'nothing';
    for (const line of text.split('\n')) {
      const scan = addFrame(frames, line);
      frames = scan.frames;
      if (scan.progress) found = 'some';
      if (scan.packed) found = `whole ${kindOf(scan.packed)} ${toBase64url(scan.packed.slice(0, 1))}`;
    }
    return found;
  },
});
