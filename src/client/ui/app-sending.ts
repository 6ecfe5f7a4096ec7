import type { LinkView } from '#client/views/links-view';
import type { BadgeId, LinkId } from '#domain/ids';
import type { Lasts } from '#domain/link';
import type { Refusal } from '#domain/refusal';
import type { PublicBadge } from './app-public.ts';

/** What screens may do to show one badge to whoever gets a link. Acts are on the device, durably, when they resolve. */
export interface SendingApp {
  /** Links I gave whose time is not over, also those I took back; latest first. Undefined until they were read. */
  readonly links: () => readonly LinkView[] | undefined;
  /** The address is told this once. */
  makeLink(badge: BadgeId, lasts: Lasts): Promise<{ readonly link: LinkId; readonly address: string } | Refusal>;
  /** Takes a link back (`open` false), or thinks again. */
  endLink(link: LinkId, open: boolean): Promise<Refusal | null>;
  /** A link was opened by its address, or scanned in the app. */
  readonly linkSecret: () => string | undefined;
  /** What a link shows, in any browser: asked when first wanted. `not-shown`: nothing, not yet or not any more. */
  linkedBadge(secret: string): () => PublicBadge;
  /** Asks once more. */
  askLinkAgain(secret: string): void;
}
