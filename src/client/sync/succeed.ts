import { toBase64url } from '#base/bytes';
import { Challenge, Enrolled, proofBytes } from '#protocol/entry';
import { ask, type Said } from './ask.ts';
import type { Session } from './session.ts';

/**
 * Goes on under another key after a fork: the device vouches for its successor with the old key, and everything the server may not have is
 * sealed anew, under the same ids. The new key is kept before anyone hears of it, so a kill anywhere in between makes no second one.
 */
export const succeed = async ({ store, transport, signer, signerOf, makeKey, identity }: Session): Promise<Said<undefined>> => {
  const successor = await store.keepSuccessor(identity.device, await makeKey());
  // Another tab has done it already.
  if (!successor) return { type: 'answer', value: undefined };
  const challenge = await ask(transport, '/api/challenge', {}, Challenge);
  if (challenge.type !== 'answer') return challenge;
  const { nonce } = challenge.value;
  const next = await signerOf(successor.key);
  const proofOf = async (by: typeof next, purpose: 'enrol' | 'succeed') =>
    toBase64url(await by.sign(proofBytes(purpose, next.publicKey, nonce)));
  const [vouch, signature] = [await proofOf(signer, 'succeed'), await proofOf(next, 'enrol')];
  const pass = { with: 'device', of: identity.device, last: successor.last, vouch, device: next.publicKey, nonce, signature };
  const said = await ask(transport, '/api/enrol', pass, Enrolled);
  // A copy of this phone went on under the same kept key, and has entered with it: this one needs another.
  if (said.type === 'problem' && said.code === 'NotAllowed') await store.forgetSuccessor(successor);
  if (said.type !== 'answer') return said;
  const { device, actor, certificate } = said.value;
  if (device !== next.publicKey) return { type: 'silence', why: 'foreign' };
  await store.succeed(successor, { device, actor, keyPair: successor.key, ...(certificate !== undefined && { certificate }) });
  return { type: 'answer', value: undefined };
};
