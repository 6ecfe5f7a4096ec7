import * as v from 'valibot';
import type { Signer } from '#base/ambient';
import { concatBytes, fromBase64url, toBase64url, utf8 } from '#base/bytes';
import { canonicalJson, type Json } from '#base/canonical-json';
import { sha256 } from '#credentials/sha256';
import { verifySignature } from '#credentials/verify-signature';
import { DeviceId } from '#domain/ids';
import { Action } from './action.ts';
import { MAX_ACTIONS } from './limits.ts';

const Hash = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/));

/**
 * Consecutive actions of one device, chained by SHA-256 over RFC 8785 JSON from `prev` (empty before the first action ever),
 * with one signature of the device key on the head. Whoever carries it can neither alter, drop from its middle nor double it.
 */
export const Segment = v.object({
  device: DeviceId,
  prev: v.union([Hash, v.literal('')]),
  actions: v.pipe(v.array(Action), v.minLength(1), v.maxLength(MAX_ACTIONS)),
  signature: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{86}$/)),
});
export type Segment = v.InferOutput<typeof Segment>;

/** The chain hash after each action, in order: `hashes[i]` = SHA-256(hash before ‖ JCS(actions[i])), base64url. */
export const chainHashes = async (prev: string, actions: readonly Action[]): Promise<readonly string[]> => {
  const hashes: string[] = [];
  let hash = fromBase64url(prev) ?? new Uint8Array(0);
  for (const action of actions) {
    hash = await sha256(concatBytes(hash, utf8(canonicalJson(action as Json))));
    hashes.push(toBase64url(hash));
  }
  return hashes;
};

const signed = (device: string, first: number, head: string) => utf8(`pepites:segment:1\n${device}\n${first}\n${head}`);

/** Seals consecutive actions into a segment; returns it with its head, the `prev` of the next one. */
export const sealSegment = async (
  signer: Signer,
  prev: string,
  actions: readonly Action[],
): Promise<{ segment: Segment; head: string }> => {
  const head = (await chainHashes(prev, actions)).at(-1) ?? prev;
  const signature = await signer.sign(signed(signer.publicKey, actions[0]?.n ?? 0, head));
  const device = signer.publicKey as DeviceId;
  return { segment: { device, prev, actions: [...actions], signature: toBase64url(signature) }, head };
};

/** The chain hashes of a segment whose numbers follow each other and whose signature is its device's; null for any other. */
export const openSegment = async (segment: Segment): Promise<readonly string[] | null> => {
  const first = segment.actions[0]?.n ?? 0;
  if (segment.actions.some((action, i) => action.n !== first + i)) return null;
  const hashes = await chainHashes(segment.prev, segment.actions);
  const signature = fromBase64url(segment.signature);
  if (!signature) return null;
  return (await verifySignature(segment.device, signed(segment.device, first, hashes.at(-1) ?? ''), signature)) ? hashes : null;
};
