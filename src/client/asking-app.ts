import { createSignal, untrack } from 'solid-js';
import type { Asking, AskingApp } from '#client/ui/app-asking';
import type { AskingView, GrowthView } from '#client/views/asking-view';
import type { ItemId, Slot } from '#domain/questionnaire';
import { goOn, type Reflecting, skip, touch } from '#domain/reflecting';
import type { Answer, With } from '#domain/reflection';
import type { AskingEngine } from './asking-engine.ts';
import type { Seen } from './seen.ts';
import { watched } from './watched.ts';

interface AskingDeps {
  readonly life: { engine(): Promise<{ askingEngine(): Promise<AskingEngine> }>; now(): Seen | undefined };
  readonly locale: () => string;
}

type Engine = () => Promise<AskingEngine>;

/** The App's part that asks for badges. */
export const askingApp = ({ life, locale }: AskingDeps): AskingApp => {
  const engine: Engine = async () => (await life.engine()).askingEngine();
  const goingOn = new Map<string, Asking>();
  const end = (mould: string): void => void goingOn.delete(mould);
  return {
    asking: (mould) => {
      const held = goingOn.get(mould);
      const [asking, setAsking] = createSignal<Asking | null | undefined>(held);
      const speaks = untrack(locale);
      // What stands in memory is ahead of the store: leaving for help and coming back reads nothing. In another language it is read anew.
      if (held && localeOf.get(held) === speaks) return asking;
      const open = async (): Promise<void> => {
        const begun = await begin(engine, mould, speaks, held, () => end(mould));
        if (begun && !begun.view.waiting) goingOn.set(mould, begun);
        setAsking(() => begun);
      };
      void open().catch(() => setAsking(() => null));
      return asking;
    },
    requests: watched(engine, (found) => found.requests()),
    pending: () => life.now()?.pending ?? [],
    growth: (mould) => {
      const [growth, setGrowth] = createSignal<readonly GrowthView[]>();
      void engine()
        .then((found) => found.growth(mould, untrack(locale)))
        .then(setGrowth);
      return growth;
    },
    takeBackRequest: async (request) => void (await (await engine()).act('take-back-request', { request })),
  };
};

/** The language its words were read in. */
const localeOf = new WeakMap<Asking, string>();

const begin = async (
  engine: Engine,
  mould: string,
  locale: string,
  before: Asking | undefined,
  end: () => void,
): Promise<Asking | null> => {
  const asks = await engine();
  const view = await asks.asking(mould, locale);
  if (!view) return null;
  const asking = makeAsking({ engine: asks, view, locale, before, end });
  localeOf.set(asking, locale);
  return asking;
};

interface Begun {
  readonly engine: AskingEngine;
  readonly view: AskingView;
  readonly locale: string;
  /** The same one in another language. */
  readonly before: Asking | undefined;
  readonly end: () => void;
}

const makeAsking = ({ engine, view, locale, before, end }: Begun): Asking => {
  const { screens, mould, from } = view;
  const reflection = before?.reflection ?? view.open ?? engine.freshId();
  const [now, setNow] = createSignal<Reflecting>(before?.now() ?? view.start);
  const [company, setCompany] = createSignal<With>(before?.company() ?? 'self');
  // One save after the other, in the order of the taps; nobody waits for them but the request.
  let saved: Promise<unknown> = Promise.resolve();
  const save = (after: Reflecting): void => {
    const was = now();
    if (after === was) return;
    setNow(after);
    const answered = answeredSince(was, after);
    saved = saved
      .then(() => engine.act('keep-answer', { reflection, mould, here: after.here, ...(answered && { answered }), ...(from && { from }) }))
      .catch(() => undefined);
  };
  const how = () => ({ at: Date.now(), with: company(), heard: locale });
  return {
    view,
    reflection,
    now,
    company,
    setCompany,
    touch: (item, what) => save(touch(screens, now(), item, what, how())),
    goOn: () => save(goOn(screens, now())),
    skip: () => save(skip(screens, now(), how())),
    standAt: (here: Slot) => save(now().here === here ? now() : { ...now(), here }),
    ask: async () => {
      await saved;
      const asked = await engine.ask(mould, reflection);
      if (!asked.ok) return asked.error;
      end();
      return asked.value;
    },
    keep: async () => {
      await saved;
      await engine.act('keep-reflection', { reflection });
      end();
    },
  };
};

/** The one answer that a tap changed, without its time: that is the act's own. */
const answeredSince = (was: Reflecting, after: Reflecting): ({ readonly item: string } & Omit<Answer, 'at'>) | undefined => {
  const item = (Object.keys(after.answers) as ItemId[]).find((one) => after.answers[one] !== was.answers[one]);
  const answer = item && after.answers[item];
  if (!item || !answer) return undefined;
  return { item, chosen: answer.chosen, with: answer.with, heard: answer.heard };
};
