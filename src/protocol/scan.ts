import { MAX_SCAN_LENGTH } from './limits.ts';
import { type ReadTicket, readTicket, TICKET_PATH } from './ticket.ts';

/** The path whose fragment is a card's secret. */
export const CARD_PATH = '/c';
/** The path whose fragment is an organiser's invitation. */
export const INVITATION_PATH = '/o';
/** The path whose fragment lets somebody answer one question of one person. */
export const WITNESS_PATH = '/w';
/** The path whose fragment shows one badge for a while. */
export const LINK_PATH = '/k';
/** The path of a badge's public page; the badge's id follows. */
export const BADGE_PATH = '/b';

/** What the code of a packed badge begins with. */
const PACKED_PREFIX = 'OB3:';

/** What a scanned text is. A text that is not ours is never opened, fetched or shown. */
export type Scanned =
  | { readonly kind: 'ticket'; readonly text: string; readonly read: ReadTicket }
  | { readonly kind: 'ticket-broken' }
  | { readonly kind: 'card'; readonly secret: string }
  | { readonly kind: 'witness'; readonly secret: string }
  | { readonly kind: 'link'; readonly secret: string }
  | { readonly kind: 'badge'; readonly badge: string }
  /** A badge itself, or a part of it. */
  | { readonly kind: 'packed' }
  | { readonly kind: 'foreign' };

/** Sorts a scanned text; only addresses of `origin` are ours. */
export const sortScan = (text: string, origin: string): Scanned => {
  if (text.length <= MAX_SCAN_LENGTH && text.startsWith(PACKED_PREFIX)) return { kind: 'packed' };
  if (text.length > MAX_SCAN_LENGTH || !URL.canParse(text)) return { kind: 'foreign' };
  const url = new URL(text);
  if (url.origin !== origin) return { kind: 'foreign' };
  const fragment = url.hash.slice(1);
  if (url.pathname === TICKET_PATH) {
    const read = readTicket(fragment);
    return read ? { kind: 'ticket', text, read } : { kind: 'ticket-broken' };
  }
  const secret = /^[A-Za-z0-9_-]{22}$/.test(fragment) ? fragment : undefined;
  if (url.pathname === CARD_PATH && secret) return { kind: 'card', secret };
  if (url.pathname === WITNESS_PATH && secret) return { kind: 'witness', secret };
  if (url.pathname === LINK_PATH && secret) return { kind: 'link', secret };
  const badge = new RegExp(`^${BADGE_PATH}/([0-9a-f-]{36})$`).exec(url.pathname)?.[1];
  return badge ? { kind: 'badge', badge } : { kind: 'foreign' };
};
