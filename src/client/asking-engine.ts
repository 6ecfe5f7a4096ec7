import type { Result } from '#base/result';
import { uuidv7 } from '#base/uuid';
import { createAskBadge } from '#client/actions/ask-badge';
import { type ActDeps, doAct } from '#client/actions/do-act';
import type { ClientStore } from '#client/sync/client-store';
import { type AskingView, askingNeeds, askingView, type GrowthView, growthView } from '#client/views/asking-view';
import { type RequestView, requestsNeeds, requestsView } from '#client/views/requests-view';
import type { MouldId, PersonId } from '#domain/ids';
import type { Refusal } from '#domain/refusal';

type Args = Readonly<Record<string, unknown>>;

/** Asking for a badge, over the device's store. */
export interface AskingEngine {
  freshId(): string;
  /** What a badge asks and where she stands; null on a device that is no person's, or that does not know the badge. */
  asking(mould: string, locale: string): Promise<AskingView | null>;
  growth(mould: string, locale: string): Promise<readonly GrowthView[]>;
  requests(): Promise<readonly RequestView[]>;
  act(name: 'keep-answer' | 'keep-reflection' | 'take-back-request', args: Args): Promise<Result<'kept', Refusal>>;
  readonly ask: ReturnType<typeof createAskBadge>;
  subscribe(listener: () => void): void;
}

export const createAskingEngine = (deps: ActDeps & { readonly store: ClientStore }): AskingEngine => {
  const { store, clock, chance } = deps;
  const person = async (): Promise<PersonId | undefined> => {
    const actor = (await store.identity())?.actor;
    return actor?.role === 'person' ? actor.person : undefined;
  };
  // From an address: an id that is none finds nothing.
  const read = async (mould: string, locale: string) => {
    const who = await person();
    const records = who && (await store.read(askingNeeds(who, mould as MouldId)));
    const view = who && records ? askingView(who, mould as MouldId, records, locale) : null;
    return who && records && view ? { who, records, view } : null;
  };
  return {
    freshId: () => uuidv7(clock, chance),
    asking: async (mould, locale) => (await read(mould, locale))?.view ?? null,
    growth: async (mould, locale) => {
      const found = await read(mould, locale);
      return found ? growthView(found.who, found.view, found.records, locale) : [];
    },
    requests: async () => {
      const who = await person();
      if (!who) return [];
      const [records, outbox, progress] = await Promise.all([store.read(requestsNeeds(who)), store.outbox(), store.progress()]);
      return requestsView({ person: who, records, outbox, progress });
    },
    act: (name, args) => doAct(deps, name, args),
    ask: createAskBadge(deps),
    subscribe: (listener) => void store.subscribe(listener),
  };
};
