import { createSignal } from 'solid-js';
import type { Json } from '#base/canonical-json';
import { type AskingView, askingView, type GrowthView, ownFrames } from '#client/views/asking-view';
import type { PendingView, RequestView } from '#client/views/requests-view';
import { STARTER_MOULDS, STARTER_QUESTIONNAIRES } from '#content/starter-kit';
import { CATALOGUE, type MouldId, type PersonId, type RequestId } from '#domain/ids';
import { rangeOf } from '#domain/question';
import type { ItemId } from '#domain/questionnaire';
import { overlayOf } from '#domain/records';
import { goOn, type Reflecting, skip, touch } from '#domain/reflecting';
import type { Answer, Answers, With } from '#domain/reflection';
import type { Asking, AskingApp } from '../app-asking.ts';
import { aBadge, badgeId, DAY_OF_TRADES, KARIM, THAT_DAY } from './fixed-values.ts';

const KIT = overlayOf(
  [
    ...Object.entries(STARTER_MOULDS).map(([id, body]) => ({ kind: 'mould', id, body })),
    ...Object.entries(STARTER_QUESTIONNAIRES).map(([id, body]) => ({ kind: 'questionnaire', id, body })),
  ].map(({ body, ...row }) => ({ scope: CATALOGUE, stamps: {}, deleted: false, body: body as unknown as Json, ...row })),
);

const AMINA_ID = '00000000-0000-4000-8000-000000000001' as PersonId;

const viewOf = (mould: string, locale: string): AskingView | null => askingView(AMINA_ID, mould as MouldId, KIT, locale);

const answer = (chosen: readonly string[], at = THAT_DAY): Answer => ({ chosen: [...chosen], at, with: 'self', heard: 'fr' });

/** Everything answered: of each question the first `most` things that are offered. */
const allAnswered = ({ screens }: AskingView, most: number): Answers =>
  Object.fromEntries(
    screens.flatMap(({ items: [first] }): [ItemId, Answer][] => {
      if (!first) return [];
      const range = rangeOf(first.question);
      const { of, least } = range;
      return [[first.id, answer(typeof of === 'string' ? ['made'] : of.slice(0, Math.max(least, Math.min(most, range.most))))]];
    }),
  );

/** Asking for a badge of the kit, over the true states of the questionnaire; nothing is kept. `answered`: all of it is. */
export const anAsking = (mould: string, locale: string, answered = false, change: Partial<Asking> = {}): Asking | null => {
  const view = viewOf(mould, locale);
  if (!view) return null;
  const { screens } = view;
  const [now, setNow] = createSignal<Reflecting>(answered ? { here: 'means', answers: allAnswered(view, 2) } : view.start);
  const [company, setCompany] = createSignal<With>('self');
  const how = () => ({ at: THAT_DAY, with: company(), heard: locale });
  return {
    view,
    reflection: '00000000-0000-4000-8000-000000000002',
    now,
    company,
    setCompany,
    touch: (item, what) => setNow((state) => touch(screens, state, item, what, how())),
    goOn: () => setNow((state) => goOn(screens, state)),
    skip: () => setNow((state) => skip(screens, state, how())),
    standAt: (here) => setNow((state) => ({ ...state, here })),
    ask: async () => ({ request: 'request-1', badge: badgeId(1) }),
    keep: async () => undefined,
    ...change,
  };
};

/** A request for the team badge, just sent unless said otherwise. */
export const aRequestView = (change: Partial<RequestView> = {}): RequestView => ({
  id: 'request-1' as RequestId,
  mould: 'en-equipe' as MouldId,
  draw: STARTER_MOULDS['en-equipe']?.draw ?? DAY_OF_TRADES,
  step: 'sent',
  at: THAT_DAY,
  by: undefined,
  badge: aBadge(1, 'en-equipe').id,
  safety: 'kept-here',
  ...change,
});

/** What Karim answered, with his voice. */
export const BY_KARIM: NonNullable<RequestView['by']> = {
  face: KARIM,
  voice: { scope: 'p:amina', media: '0'.repeat(64) as never, ms: 4_000 },
};

export const aPending = (is: PendingView['is']): PendingView => ({
  mould: 'en-equipe' as MouldId,
  draw: aRequestView().draw,
  isHers: is === 'open' || is === 'talk' || is === 'continue',
  is,
  ...(is === 'open' ? {} : { request: 'request-1' as RequestId }),
});

const growthOf = (mould: string, locale: string): readonly GrowthView[] => {
  const view = viewOf(mould, locale);
  if (!view) return [];
  const times = [
    { at: THAT_DAY - 200 * 86_400_000, answers: { 'how-help': answer(['together']), 'did-pickN': answer(['carry-together']) } },
    { at: THAT_DAY, answers: { 'how-help': answer(['alone']), 'did-pickN': answer(['carry-together', 'kit-tools', 'kit-explain']) } },
  ];
  const [first, last] = times.map(({ at, answers }) => ({ at, frames: ownFrames(view, answers, locale) }));
  return (last?.frames ?? [])
    .flatMap((now): GrowthView[] => {
      const then = first?.frames.find(({ item }) => item === now.item);
      if (!then || !first || !last) return [];
      const { item, question, say } = now;
      return [{ item, question, say, first: { at: first.at, pictures: then.pictures }, last: { at: last.at, pictures: now.pictures } }];
    })
    .toReversed();
};

/** The part of the gallery's App that asks. */
export const fixedAsking = (locale: () => string): AskingApp => ({
  asking: (mould) => {
    const asking = anAsking(mould, locale());
    return () => asking;
  },
  requests: () => [aRequestView()],
  pending: () => [],
  growth: (mould) => {
    const growth = growthOf(mould, locale());
    return () => growth;
  },
  takeBackRequest: async () => undefined,
});
