import { createSignal } from 'solid-js';
import type { PublicBadge } from '#client/ui/app-public';
import type { SendingApp } from '#client/ui/app-sending';
import { lookAtLink } from './linked-badge.ts';
import type { SendingEngine } from './sending-engine.ts';
import { watched } from './watched.ts';

interface SendingDeps {
  readonly origin: string;
  readonly life: { engine(): Promise<{ sending(): Promise<SendingEngine> }> };
  readonly linkSecret: () => string | undefined;
}

/** The part of the App that shows one badge to whoever gets a link. */
export const sendingApp = ({ origin, life, linkSecret }: SendingDeps): SendingApp => {
  const sending = async (): Promise<SendingEngine> => (await life.engine()).sending();
  return {
    links: watched(sending, (engine) => engine.links()),
    makeLink: async (badge, lasts) => {
      const made = await (await sending()).makeLink(badge, lasts);
      return made.ok ? made.value : made.error;
    },
    endLink: async (link, open) => (await sending()).endLink(link, open),
    linkSecret,
    ...linkedBadges(origin),
  };
};

/** What links show, each asked when it is first wanted and when somebody asks again. */
const linkedBadges = (origin: string): Pick<SendingApp, 'linkedBadge' | 'askLinkAgain'> => {
  const pages = new Map<string, { readonly page: () => PublicBadge; ask(): void }>();
  const open = (secret: string) => {
    const [page, setPage] = createSignal<PublicBadge>({ state: 'loading' });
    const opened = {
      page,
      ask: (): void => {
        setPage({ state: 'loading' });
        void lookAtLink(origin, secret, (now) => void setPage(now));
      },
    };
    pages.set(secret, opened);
    opened.ask();
    return opened;
  };
  const of = (secret: string) => pages.get(secret) ?? open(secret);
  return { linkedBadge: (secret) => of(secret).page, askLinkAgain: (secret) => of(secret).ask() };
};
