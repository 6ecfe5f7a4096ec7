import * as v from 'valibot';
import { fromBase64url, utf8 } from '#base/bytes';
import { verifySignature } from '#credentials/verify-signature';
import { Actor } from '#domain/device';
import { Draw, LocalText, PictureName } from '#domain/draw';
import { DeviceId, Instant, MouldId } from '#domain/ids';
import { Face, Mark } from '#domain/person';

/** 128 bits, base64url: printed on a card or an invitation, never in a query, a log or a message between workers. */
export const Secret = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/));

/** How many pictures a code has, and out of how many it is chosen (repeats allowed: 12⁴ = 20 736). */
const CODE_LENGTH = 4;
const CODE_PICTURES = 12;
const Code = v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(CODE_PICTURES - 1))), v.length(CODE_LENGTH));

/** POST /api/card/open: whose card is this? Tells as little as lets a person say "ce n'est pas moi". */
export const OpenCard = v.object({ secret: Secret });
export const OpenedCard = v.object({
  firstName: v.string(),
  figure: PictureName,
  mark: Mark,
  /** Whether four pictures were chosen already: then they are asked, not chosen. */
  hasCode: v.boolean(),
  structure: v.string(),
});
export type OpenedCard = v.InferOutput<typeof OpenedCard>;

/** POST /api/witness/open: what is asked of whoever holds this secret? Tells who asks and about which badge, and nothing else of her. */
export const OpenQuestion = v.object({ secret: Secret });
export const OpenedQuestion = v.object({
  face: Face,
  mould: MouldId,
  draw: Draw,
  criteria: LocalText,
  structure: v.string(),
  /** Somebody said it already. */
  seen: v.boolean(),
});
export type OpenedQuestion = v.InferOutput<typeof OpenedQuestion>;

/** POST /api/link/open: the badge somebody gave a link to. Unknown, ended, over and not sealed yet are the same `NotFound`. */
export const OpenLink = v.object({ secret: Secret });
export const OpenedLink = v.object({
  /** The signed credential, to be checked by whoever asked. */
  credential: v.record(v.string(), v.unknown()),
  /** Its image, SVG text, to be shown as an image and never as part of a page. */
  image: v.string(),
});
export type OpenedLink = v.InferOutput<typeof OpenedLink>;

/** POST /api/challenge → a nonce good for two minutes, to be signed by the device key. */
export const Challenge = v.object({ nonce: v.pipe(v.string(), v.maxLength(200)), serverTime: Instant });
export type Challenge = v.InferOutput<typeof Challenge>;

const Signature = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{86}$/));
const Count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 31));
const proof = { device: DeviceId, nonce: v.pipe(v.string(), v.maxLength(200)), signature: Signature };

/**
 * POST /api/enrol: a card with its code, an organiser's invitation, or a device of the same owner whose chain has forked, makes a device one
 * of its owner's. Repeating it changes nothing. `vouch`: the forked device's own signature; its successor's first act follows number `last`.
 */
export const Enrol = v.variant('with', [
  v.object({ with: v.literal('card'), secret: Secret, code: Code, ...proof }),
  v.object({ with: v.literal('invitation'), secret: Secret, ...proof }),
  v.object({ with: v.literal('device'), of: DeviceId, last: Count, vouch: Signature, ...proof }),
]);
export type Enrol = v.InferOutput<typeof Enrol>;

export const Enrolled = v.object({
  device: DeviceId,
  actor: Actor,
  serverTime: Instant,
  /** The certificate that lets an organiser's device sign tickets, base64url. */
  certificate: v.optional(v.string()),
});
export type Enrolled = v.InferOutput<typeof Enrolled>;

/** POST /api/sign-in: a device proves itself by signing the nonce; no timestamp of its own is trusted. */
export const SignIn = v.object(proof);
export type SignIn = v.InferOutput<typeof SignIn>;

/** POST here, with nothing: the browser forgets its cookie. The device stays its owner's, its key is what signs in. */
export const SIGN_OUT_PATH = '/api/sign-out';

/** What a device may prove: that it wants to enrol or to sign in, or that `device` is to succeed the one that signs. */
export type Purpose = 'enrol' | 'sign-in' | 'succeed';

/** The bytes a device signs for a purpose. */
export const proofBytes = (purpose: Purpose, device: string, nonce: string) => utf8(`pepites:${purpose}:1\n${device}\n${nonce}`);

/** Did `by` (the device itself unless another is named) sign this nonce for this purpose? */
export const isProof = async (
  purpose: Purpose,
  said: { device: string; nonce: string; signature: string },
  by: string = said.device,
): Promise<boolean> => {
  const signature = fromBase64url(said.signature);
  return signature !== null && verifySignature(by, proofBytes(purpose, said.device, said.nonce), signature);
};
