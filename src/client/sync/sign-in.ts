import type { Signer } from '#base/ambient';
import { toBase64url } from '#base/bytes';
import { Challenge, Enrolled, proofBytes } from '#protocol/entry';
import { ask, type Said } from './ask.ts';
import type { ClientStore, Identity } from './client-store.ts';
import type { Transport } from './transport.ts';

export interface SignInDeps {
  readonly store: Pick<ClientStore, 'keepCertificate'>;
  readonly transport: Transport;
  readonly signer: Signer;
}

/**
 * Proves the device by signing the server's nonce; the answer is a cookie that the browser keeps by itself,
 * and for an organiser's device a certificate that lasts longer than the one it has.
 */
export const signIn = async ({ store, transport, signer }: SignInDeps, { device }: Pick<Identity, 'device'>): Promise<Said<Enrolled>> => {
  const challenge = await ask(transport, '/api/challenge', {}, Challenge);
  if (challenge.type !== 'answer') return challenge;
  const { nonce } = challenge.value;
  const signature = toBase64url(await signer.sign(proofBytes('sign-in', signer.publicKey, nonce)));
  const said = await ask(transport, '/api/sign-in', { device: signer.publicKey, nonce, signature }, Enrolled);
  // Its owner may have left meanwhile, or another tab gone on under another key: then it is nobody's certificate any more.
  if (said.type === 'answer' && said.value.certificate !== undefined) await store.keepCertificate(device, said.value.certificate);
  return said;
};
