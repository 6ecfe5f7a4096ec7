import { issuerId } from '#credentials/check-structure';
import { methodId } from '#credentials/did-document';
import { isObject } from '#credentials/json';
import { signJwt } from '#credentials/sign-jwt';
import type { Actor } from '#domain/device';
import type { StructureId } from '#domain/ids';
import type { RecordStore } from '#domain/record-store';
import { issuerDid, type Site } from '#protocol/site';
import type { KeyProvider } from './certify-device.ts';
import { publicCredential } from './public-badge.ts';

export interface ExportDeps {
  readonly store: RecordStore;
  readonly keys: KeyProvider;
  readonly site: Site;
}

/**
 * The credential of a badge as VC-JWT (ES256), for readers that take nothing else: to anybody while it is shown to the world, to its holder
 * always. Null for any other, for one that is not signed yet, and where the issuer has no key for it: nobody can tell which.
 */
export const exportToken = async ({ store, keys, site }: ExportDeps, badge: string, asker?: Actor): Promise<string | null> => {
  const credential = await publicCredential(store, badge, asker);
  const issuer = isObject(credential) ? issuerId(credential) : null;
  if (!isObject(credential) || issuer === null) return null;
  const structure = issuer.slice(issuer.lastIndexOf(':') + 1) as StructureId;
  if (issuerDid(site, structure) !== issuer) return null;
  const signer = await keys.tokenSigner(structure);
  const signed = signer && (await signJwt(credential, signer, methodId(issuer, signer.publicKey)));
  return signed?.ok ? signed.value : null;
};
