import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as digitalBazaar from '@digitalbazaar/vc';
import { utf8 } from '#base/bytes';
import { methodId } from '#credentials/did-document';
import { fromMultikey } from '#credentials/multibase';
import { buildOpenBadge, issueBadge } from '#credentials/open-badge';
import { verifyCredential } from '#credentials/verify';
import { aBadge, anAward, DAY, ISSUER, knownIssuer, knownList, must, NOW, organisation } from '../../credentials/fixtures.ts';
import type { Contenders } from './paired-rounds.ts';

/** What other libraries load by address. */
type Loader = (address: string) => Promise<unknown>;

/**
 * The contenders, in a page as in Node. A verification is complete: from the text of a badge to a verdict, with structure, key of the
 * issuer and place in the status list; @digitalbazaar/vc has its documents in memory and is spared the status list.
 */
export const credentialContenders = async (documentLoader: Loader): Promise<Contenders> => {
  const text = JSON.stringify(await aBadge());
  const atHand = { at: NOW, dids: knownIssuer(), statusLists: await knownList() };
  const method = methodId(ISSUER, organisation.publicKey);
  const unsigned = buildOpenBadge(anAward());
  const suite = new DataIntegrityProof({ cryptosuite });
  const sign = ({ data }: { readonly data: Uint8Array }) => organisation.sign(data);
  const signer = { id: method, algorithm: 'Ed25519', sign };
  const signingSuite = new DataIntegrityProof({ signer, date: new Date(NOW - DAY), cryptosuite });
  const checkStatus = async () => ({ verified: true });
  const message = utf8('x'.repeat(64));
  const signature = await organisation.sign(message);
  const raw = fromMultikey(organisation.publicKey)?.bytes ?? new Uint8Array(0);
  const key = await crypto.subtle.importKey('raw', raw, { name: 'Ed25519' }, false, ['verify']);
  return {
    'verify, ours': async () => (await verifyCredential(text, atHand)).verdict === 'valid',
    'verify, @digitalbazaar/vc': async () => {
      const options = { credential: JSON.parse(text), suite, documentLoader, now: new Date(NOW), checkStatus };
      return (await digitalBazaar.verifyCredential(options)).verified;
    },
    'raw WebCrypto Ed25519 verify': () => crypto.subtle.verify({ name: 'Ed25519' }, key, signature, message),
    'issue, ours': async () => must(await issueBadge(unsigned, organisation, method, NOW - DAY))['proof'] !== undefined,
    'issue, @digitalbazaar/vc': async () => {
      const credential = structuredClone(unsigned);
      return (await digitalBazaar.issue({ credential, suite: signingSuite, documentLoader }))['proof'] !== undefined;
    },
  };
};
