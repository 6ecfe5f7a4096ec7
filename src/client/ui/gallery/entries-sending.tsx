import type { JSX } from 'solid-js';
import type { App } from '../app.ts';
import type { PublicBadge } from '../app-public.ts';
import { MyLinks } from '../screens/person/sending/my-links.tsx';
import { SendBadge } from '../screens/person/sending/send-badge.tsx';
import { LinkPage } from '../screens/witness/link-page.tsx';
import type { Entry } from './entry.ts';
import { aLink } from './fixed-sending.ts';
import { aBadge, aPublicBadge, badgeId } from './fixed-values.ts';

const person = (name: string, files: readonly string[], show: () => JSX.Element, more: Partial<Entry> = {}): Entry => ({
  name,
  files: files.map((file) => `screens/person/sending/${file}.tsx`),
  kind: 'person',
  show,
  ...more,
});

const way = (n: number): string => `.four > :nth-child(${n})`;
const shownTo = (shown: 'me' | 'world'): Partial<App> => ({ badges: () => [aBadge(1, 'en-equipe', { ribbon: 'closed', shown })] });

const send = (name: string, files: readonly string[], presses: readonly string[] = [], app: Partial<App> = {}): Entry =>
  person(name, files, () => <SendBadge />, {
    path: '/badges/:id/send',
    at: `/badges/${badgeId(1)}/send`,
    presses,
    app: { ...shownTo('me'), ...app },
  });

const links = (name: string, app: Partial<App> = {}, presses: readonly string[] = []): Entry =>
  person(name, ['my-links'], () => <MyLinks />, { path: '/me/links', at: '/me/links', app, presses });

const three = [aLink(0, { safety: 'kept-here' }), aLink(1), aLink(2)];

const PERSON: readonly Entry[] = [
  send('send-ways', ['send-badge']),
  send('send-ways-first', ['send-badge'], [], { links: () => [] }),
  send('send-how-long', ['send-badge'], [way(1)]),
  send('send-link-made', ['send-badge', 'link-made'], [way(1), '.send-time']),
  send('send-link-waits', ['link-made'], [way(1), '.send-time'], { links: () => [aLink(1, { safety: 'kept-here' })], online: () => false }),
  send('send-link-copied', ['link-made'], [way(1), '.send-time', '[data-say="label.copy"]']),
  send('send-to-world', ['networks'], [way(2)]),
  send('send-networks', ['networks'], [way(2)], shownTo('world')),
  links('my-links'),
  links('my-links-paged', { links: () => three }),
  links('my-links-none', { links: () => [] }),
  links('one-link', {}, ['.send-link']),
];

const page = (name: string, shown: PublicBadge): Entry => ({
  name,
  files: ['screens/witness/link-page.tsx'],
  kind: 'staff',
  path: '/k',
  at: '/k',
  app: { who: () => 'nobody', me: () => undefined, linkedBadge: () => () => shown },
  show: () => <LinkPage />,
});

/** What those see who send a badge, and those it is sent to. */
export const SENDING_ENTRIES: readonly Entry[] = [
  ...PERSON,
  page('link-page', aPublicBadge()),
  page('link-page-nothing', { state: 'not-shown' }),
  page('link-page-loading', { state: 'loading' }),
  page('link-page-no-network', { state: 'no-network' }),
];
