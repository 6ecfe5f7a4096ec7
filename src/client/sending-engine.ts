import type { ActDeps } from '#client/actions/do-act';
import { createEndLink } from '#client/actions/end-link';
import { createMakeLink } from '#client/actions/make-link';
import type { ClientStore } from '#client/sync/client-store';
import { type LinkView, linksNeeds, linksView } from '#client/views/links-view';

/** Links to one badge, over the device's store. */
export interface SendingEngine {
  readonly makeLink: ReturnType<typeof createMakeLink>;
  readonly endLink: ReturnType<typeof createEndLink>;
  links(): Promise<readonly LinkView[]>;
  subscribe(listener: () => void): void;
}

export const createSendingEngine = (deps: ActDeps & { readonly store: ClientStore }): SendingEngine => {
  const { store, clock } = deps;
  return {
    makeLink: createMakeLink(deps),
    endLink: createEndLink(deps),
    links: async () => {
      const actor = (await store.identity())?.actor;
      if (actor?.role !== 'person') return [];
      const records = await store.read(linksNeeds(actor.person));
      return linksView({ person: actor.person, records, outbox: await store.outbox(), said: await store.progress(), now: clock() });
    },
    subscribe: (listener) => void store.subscribe(listener),
  };
};
