import type { LinkView } from '#client/views/links-view';
import type { LinkId } from '#domain/ids';
import type { SendingApp } from '../app-sending.ts';
import { aPublicBadge, badgeId, DAY_OF_TRADES, THAT_DAY } from './fixed-values.ts';

const DAY = 86_400_000;

/** Link number `n` of a gallery person. */
export const aLink = (n: number, change: Partial<LinkView> = {}): LinkView => ({
  id: `link-${n}` as LinkId,
  badge: badgeId(1),
  draw: DAY_OF_TRADES,
  until: THAT_DAY + (n + 1) * 7 * DAY,
  open: true,
  safety: 'arrived',
  ...change,
});

/** Sending with fixed values. */
export const fixedSending: SendingApp = {
  links: () => [aLink(1)],
  makeLink: async () => ({ link: aLink(1).id, address: 'https://pepites.example/k#see-it-for-a-while---' }),
  endLink: async () => null,
  linkSecret: () => 'see-it-for-a-while---',
  linkedBadge: () => () => aPublicBadge(),
  askLinkAgain: () => undefined,
};
