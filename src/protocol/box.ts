import * as v from 'valibot';
import type { Signer } from '#base/ambient';
import { type Bytes, concatBytes, fromBase64url, toBase64url, utf8 } from '#base/bytes';
import { canonicalJson, type Json } from '#base/canonical-json';
import { err, ok, type Result } from '#base/result';
import { type AgreementPair, agree, close, disclose } from '#credentials/agreed-key';
import { sha256 } from '#credentials/sha256';
import { verifySignature } from '#credentials/verify-signature';
import { DeviceId, MediaId, Scope } from '#domain/ids';
import { MediaType } from '#domain/media';
import { MAX_ACTIONS, MAX_BOX_BYTES, MAX_PUSH_BYTES_INFLATED } from './limits.ts';
import { packJson, unpackJson } from './pack-json.ts';
import type { ProblemCode } from './problem.ts';
import { Segment } from './segment.ts';
import { PROTOCOL } from './version.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Bytes of one photo, film or voice in one box: sealed and in base64url they stay under MAX_BOX_BYTES. */
export const MAX_BOXED_BYTES = 120 * 1024;
const MAX_BOXED_TEXT = Math.ceil((MAX_BOXED_BYTES * 4) / 3);

/** The next bytes of something shown: a phone that is left cannot bring them itself any more. `size` is that of the whole. */
export const BoxedBytes = v.object({
  scope: Scope,
  media: MediaId,
  type: MediaType,
  size: count,
  offset: count,
  bytes: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]+$/), v.maxLength(MAX_BOXED_TEXT)),
});
export type BoxedBytes = v.InferOutput<typeof BoxedBytes>;

/** What a box holds: segments that were not acknowledged yet, and what its device holds, so that the answer can bring what is new. */
export const Boxed = v.object({
  protocol: v.literal(1),
  device: DeviceId,
  segments: v.pipe(v.array(Segment), v.maxLength(MAX_ACTIONS)),
  cursors: v.record(Scope, count),
  /** Bytes the answer may have: a phone that reads codes takes less than one that reads files. */
  room: v.pipe(count, v.maxValue(MAX_BOX_BYTES)),
  bytes: v.optional(BoxedBytes),
  /** The device's own, over this very box: who found an old segment must not learn what is new. */
  signature: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{86}$/)),
});
export type Boxed = v.InferOutput<typeof Boxed>;

/** How a box begins, and its version. */
export const BOX_MARK = 0x51;
/** What follows the mark: the sender's own point for this one box. */
const POINT = 65;
const HEAD = 1 + POINT;
const TAG = 16;
// Every box has a key of its own: nothing else is ever closed under it.
const IV = new Uint8Array(12);
const ID_BYTES = 16;

/** A box's name: what it is known by to its courier and in its answer. 16 bytes, base64url. */
export const boxId = async (box: Bytes): Promise<string> => toBase64url((await sha256(box)).slice(0, ID_BYTES));

/** Who a box is closed for, and opened by: the holder of a P-256 key. `publicKey` 65 bytes. */
export type BoxKeyPair = AgreementPair;

// Both directions have their own key out of one agreement: only who could open the box can answer it.
const keysOf = async (own: AgreementPair['privateKey'], other: Bytes, point: Bytes, server: Bytes) => {
  const both = await agree(own, other, await sha256(concatBytes(point, server)), 'pepites:box:1', 64);
  return both && { there: both.slice(0, 32), back: both.slice(32) };
};

const signedBytes = async (point: Uint8Array, boxed: Boxed): Promise<Bytes> => {
  const { signature: _, ...unsigned } = boxed;
  const said = utf8(canonicalJson(unsigned as Json));
  return utf8(`pepites:box:1\n${boxed.device}\n${toBase64url(await sha256(concatBytes(point, said)))}`);
};

/** A closed box, its name, and the key of its answer, which stays on the device. */
export interface ClosedBox {
  readonly id: string;
  readonly box: Bytes;
  readonly answerKey: Bytes;
}

/**
 * Closes a box for the server that has the key `server` (65 bytes); `pair` is fresh and used for nothing else. Null when `server` is no key.
 * Whoever carries it can neither read nor alter it.
 */
export const closeBox = async (
  pair: AgreementPair,
  server: Bytes,
  signer: Signer,
  said: Omit<Boxed, 'protocol' | 'device' | 'signature'>,
): Promise<ClosedBox | null> => {
  const keys = await keysOf(pair.privateKey, server, pair.publicKey, server);
  if (!keys) return null;
  const unsigned: Boxed = { protocol: PROTOCOL, device: signer.publicKey as Boxed['device'], ...said, signature: '' };
  const signature = toBase64url(await signer.sign(await signedBytes(pair.publicKey, unsigned)));
  const head = concatBytes(Uint8Array.of(BOX_MARK), pair.publicKey);
  const box = concatBytes(head, await close(keys.there, IV, await packJson({ ...unsigned, signature } as Json), head));
  return { id: await boxId(box), box, answerKey: keys.back };
};

/** An opened box: what its device says, its name, and the key its answer is closed with. */
export interface OpenedBox {
  readonly id: string;
  readonly said: Boxed;
  readonly answerKey: Bytes;
}

/**
 * Opens a box with the server's pair. `Malformed`: no box; `BoxUnreadable`: for another server, or altered; `SignatureBad`: not its device's
 * own. The segments in it are still to be judged.
 */
export const openBox = async (pair: BoxKeyPair, box: Bytes): Promise<Result<OpenedBox, ProblemCode>> => {
  if (box.length > MAX_BOX_BYTES) return err('TooLarge');
  if (box[0] !== BOX_MARK || box.length <= HEAD + TAG) return err('Malformed');
  const [head, point] = [box.slice(0, HEAD), box.slice(1, HEAD)];
  const keys = await keysOf(pair.privateKey, point, point, pair.publicKey);
  const packed = keys && (await disclose(keys.there, IV, box.slice(HEAD), head));
  if (!keys || !packed) return err('BoxUnreadable');
  const value = await unpackJson(packed, MAX_PUSH_BYTES_INFLATED);
  if (isOfOtherProtocol(value)) return err('ProtocolUnknown');
  const parsed = v.safeParse(Boxed, value);
  if (!parsed.success || parsed.output.segments.some(({ device }) => device !== parsed.output.device)) return err('Malformed');
  const said = parsed.output;
  const signature = fromBase64url(said.signature);
  if (!signature || !(await verifySignature(said.device, await signedBytes(point, said), signature))) return err('SignatureBad');
  return ok({ id: await boxId(box), said, answerKey: keys.back });
};

const isOfOtherProtocol = (value: Json | undefined): boolean =>
  typeof value === 'object' &&
  value !== null &&
  'protocol' in value &&
  typeof value['protocol'] === 'number' &&
  value['protocol'] !== PROTOCOL;
