import type { Clock, Signer } from '#base/ambient';
import { toBase64url } from '#base/bytes';
import type { Actor } from '#domain/device';
import type { DeviceId, StructureId } from '#domain/ids';
import { signCertificate } from '#protocol/certificate';
import { hostOf, type Site } from '#protocol/site';

/** Keeps the organisations' keys; they never leave it. `null`: it holds none for this structure. */
export interface KeyProvider {
  signer(structure: StructureId): Promise<Signer | null>;
  /** The key of P-256 beside it, which signs tokens for other readers (ES256). */
  tokenSigner(structure: StructureId): Promise<Signer | null>;
}

export interface Certifying {
  readonly keys: KeyProvider;
  readonly site: Site;
  readonly clock: Clock;
}

/** An organiser's device may sign tickets for so long; each sign-in renews it. */
const CERTIFICATE_MS = 60 * 86_400_000;

/** The certificate (base64url) that lets an organiser's device sign tickets for its structure; none for anybody else. */
export const certificateOf = async ({ keys, site, clock }: Certifying, actor: Actor, device: DeviceId): Promise<string | undefined> => {
  if (actor.role !== 'organiser' && actor.role !== 'advisor') return undefined;
  const signer = await keys.signer(actor.structure);
  if (!signer) return undefined;
  return toBase64url(
    await signCertificate(signer, hostOf(site), { device, structure: actor.structure, expires: clock() + CERTIFICATE_MS }),
  );
};
