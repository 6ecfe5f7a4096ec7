import * as v from 'valibot';
import { Instant } from '#domain/ids';
import { TOLD_TO_SENDER } from './box-answer.ts';

/** POST here, with the sign-in cookie of whoever carries it: one box. */
export const BOX_PATH = '/api/sync/box';

const Nonce = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{16,64}$/));
const Closed = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]+$/));

/** `box` in base64url; opened it has MAX_BOX_BYTES at most. */
export const BoxRequest = v.object({ protocol: v.literal(1), nonce: Nonce, box: Closed });
export type BoxRequest = v.InferOutput<typeof BoxRequest>;

/**
 * `answer`: closed for the sender, to be brought back. `problem`: the sender's acts could not be judged (the answer tells why); without it
 * they are judged and durable.
 */
export const BoxReply = v.object({
  protocol: v.literal(1),
  nonce: Nonce,
  serverTime: Instant,
  answer: Closed,
  problem: v.optional(v.picklist(TOLD_TO_SENDER)),
});
export type BoxReply = v.InferOutput<typeof BoxReply>;
