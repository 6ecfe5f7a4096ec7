import { didWeb } from '#credentials/did-web';
import type { BadgeId, MouldId, StructureId } from '#domain/ids';
import { BADGE_PATH } from './scan.ts';

/** Where the public finds what this server signs. `origin` never changes once data exist: credentials are bound to it. */
export interface Site {
  /** `https://badges.example.org`, without a final slash. */
  readonly origin: string;
}

/** Host and port as in the origin, the form signatures and `did:web` are bound to. */
export const hostOf = ({ origin }: Site): string => new URL(origin).host;

/** Public page of a badge, and the id of its credential. */
export const badgeAddress = ({ origin }: Site, badge: BadgeId): string => `${origin}${BADGE_PATH}/${badge}`;

/** Public page of a mould, and the id of its Open Badges achievement. */
export const mouldAddress = ({ origin }: Site, mould: MouldId): string => `${origin}/m/${mould}`;

/** Status list of a structure. */
export const statusListAddress = ({ origin }: Site, structure: StructureId): string => `${origin}/l/${structure}`;

/** A structure as issuer. */
export const issuerDid = (site: Site, structure: StructureId): string => didWeb(hostOf(site), 's', structure);

/** A person as subject; `part` is the last part of her identifier. */
export const personDid = (site: Site, part: string): string => didWeb(hostOf(site), 'p', part);
