import { createAnswerRequest } from '#client/actions/answer-request';
import { createAskWitness } from '#client/actions/ask-witness';
import type { ActDeps } from '#client/actions/do-act';
import { createGiveBadge } from '#client/actions/give-badge';
import { createReceiveBadge } from '#client/actions/receive-badge';
import { createSaySeen } from '#client/actions/say-seen';
import type { ClientStore } from '#client/sync/client-store';
import { type AskedView, askedNeeds, askedView } from '#client/views/asked-view';
import { type DossierView, dossierNeeds, dossierView } from '#client/views/dossier-view';
import { peopleNeeds, type ToSeeView, toSeeNeeds, toSeeView } from '#client/views/to-see-view';
import type { Actor } from '#domain/device';
import type { PersonId, RequestId } from '#domain/ids';

type Advisor = Extract<Actor, { role: 'advisor' }>;
type Tell<T> = (view: T | null) => void;

/** Giving and receiving over the device's store: acts, and views that follow what changes. */
export interface GivingEngine {
  readonly give: ReturnType<typeof createGiveBadge>;
  readonly reply: ReturnType<typeof createAnswerRequest>;
  readonly receive: ReturnType<typeof createReceiveBadge>;
  readonly askWitness: ReturnType<typeof createAskWitness>;
  readonly saySeen: ReturnType<typeof createSaySeen>;
  /** Each tells a view now and after every change until the returned stop is called; null on a device that is no advisor's. */
  toSee(tell: Tell<ToSeeView>): () => void;
  asked(person: string, request: string, locale: () => string, tell: Tell<AskedView>): () => void;
  dossier(person: string, locale: () => string, tell: Tell<DossierView>): () => void;
}

export const createGivingEngine = (deps: ActDeps & { readonly store: ClientStore }): GivingEngine => {
  const { store } = deps;
  const around = async () => ({ outbox: await store.outbox(), progress: await store.progress() });
  return {
    give: createGiveBadge(deps),
    reply: createAnswerRequest(deps),
    receive: createReceiveBadge(deps),
    askWitness: createAskWitness(deps),
    saySeen: createSaySeen(deps),
    toSee: (tell) =>
      follow(store, tell, async ({ structure, staff }) => {
        const people = await store.read(peopleNeeds(structure, staff));
        const records = await store.read(toSeeNeeds(structure, staff, people));
        return toSeeView({ structure, staff, records, ...(await around()) });
      }),
    asked: (id, of, locale, tell) =>
      follow(store, tell, async ({ structure }) => {
        // From an address: an id that is none finds nothing.
        const [person, request] = [id as PersonId, of as RequestId];
        const records = await store.read(askedNeeds(person));
        return askedView({ person, request, structure, records, ...(await around()), locale: locale() });
      }),
    dossier: (id, locale, tell) =>
      follow(store, tell, async ({ structure }) => {
        const person = id as PersonId;
        return dossierView({ person, structure, records: await store.read(dossierNeeds(person)), ...(await around()), locale: locale() });
      }),
  };
};

/** Reads now and after every change, never twice at once; what changed meanwhile is read once more. */
const follow = <T>(store: ClientStore, tell: Tell<T>, read: (advisor: Advisor) => Promise<T | null>): (() => void) => {
  let ended = false;
  let stale = false;
  let running = false;
  const work = async (): Promise<void> => {
    running = true;
    try {
      do {
        stale = false;
        const actor = (await store.identity())?.actor;
        const view = actor?.role === 'advisor' ? await read(actor) : null;
        if (!ended) tell(view);
      } while (stale);
    } finally {
      running = false;
    }
  };
  const again = (): void => {
    stale = true;
    if (!running && !ended) void work();
  };
  const stop = store.subscribe(again);
  again();
  return () => {
    ended = true;
    stop();
  };
};
