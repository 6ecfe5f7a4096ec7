import * as v from 'valibot';
import { type Bytes, concatBytes, fromBase64url, toBase64url } from '#base/bytes';
import type { Json } from '#base/canonical-json';
import { close, disclose } from '#credentials/agreed-key';
import { MAX_BOX_BYTES } from './limits.ts';
import { packJson, unpackJson } from './pack-json.ts';
import { PROBLEM_STATUS, type ProblemCode } from './problem.ts';
import { Acknowledgement, PullReply } from './sync.ts';

/** What a phone without network may be told of its own acts; anything else is told to the courier, who tries again or gives up. */
export const TOLD_TO_SENDER = ['Gap', 'Fork', 'DeviceEnded'] as const satisfies readonly ProblemCode[];

/**
 * The server's answer to a box, for its sender alone: what is judged and durable now, and as much of what is new as there was room for
 * (`more`: the rest comes another time). `pull.nonce` is the box's name.
 */
export const BoxAnswer = v.object({
  protocol: v.literal(1),
  acknowledged: v.optional(Acknowledgement),
  problem: v.optional(v.picklist(Object.keys(PROBLEM_STATUS) as ProblemCode[])),
  pull: v.optional(PullReply),
});
export type BoxAnswer = v.InferOutput<typeof BoxAnswer>;

/** How an answer begins, and its version. */
export const ANSWER_MARK = 0x52;
const ID_BYTES = 16;
const IV_BYTES = 12;
const HEAD = 1 + ID_BYTES;
const UNPACKED = 1024 * 1024;

/** Closes an answer for who closed the box; `iv`: 12 unpredictable bytes, for the same box may be answered twice. */
export const closeAnswer = async (box: string, key: Bytes, iv: Bytes, answer: BoxAnswer): Promise<Bytes> => {
  const head = concatBytes(Uint8Array.of(ANSWER_MARK), fromBase64url(box) ?? new Uint8Array(ID_BYTES));
  return concatBytes(head, iv, await close(key, iv, await packJson(answer as Json), head));
};

/** The name of the box that was answered; null when this is no answer. */
export const answeredBox = (answer: Bytes): string | null =>
  answer[0] === ANSWER_MARK && answer.length > HEAD + IV_BYTES && answer.length <= MAX_BOX_BYTES
    ? toBase64url(answer.slice(1, HEAD))
    : null;

/** What the server answered; null when it was not it that closed this, or it was altered. */
export const openAnswer = async (key: Bytes, answer: Bytes): Promise<BoxAnswer | null> => {
  const iv = answer.slice(HEAD, HEAD + IV_BYTES);
  const packed = await disclose(key, iv, answer.slice(HEAD + IV_BYTES), answer.slice(0, HEAD));
  const parsed = v.safeParse(BoxAnswer, packed && (await unpackJson(packed, UNPACKED)));
  return parsed.success ? parsed.output : null;
};
