import { toBase64url, toHex, utf8 } from '#base/bytes';
import { ok, type Result } from '#base/result';
import { uuidv7 } from '#base/uuid';
import { sha256 } from '#credentials/sha256';
import type { BadgeId, LinkId } from '#domain/ids';
import type { Lasts } from '#domain/link';
import type { Refusal } from '#domain/refusal';
import { LINK_PATH } from '#protocol/scan';
import { type ActDeps, doAct } from './do-act.ts';

/** A link that was made: its address is told this once, and its secret is kept nowhere. */
export interface MadeLink {
  readonly link: LinkId;
  readonly address: string;
}

/** Makes a link that shows one badge for a while. It is on this device, durably, when this resolves; it leads somewhere once it has arrived. */
export const createMakeLink =
  (deps: ActDeps) =>
  async (badge: BadgeId, lasts: Lasts): Promise<Result<MadeLink, Refusal>> => {
    const link = uuidv7(deps.clock, deps.chance) as LinkId;
    const secret = toBase64url(deps.chance(16));
    const done = await doAct(deps, 'make-link', { link, badge, secret: toHex(await sha256(utf8(secret))), lasts });
    return done.ok ? ok({ link, address: `${deps.origin}${LINK_PATH}#${secret}` }) : done;
  };
