import { createSignal, type Signal } from 'solid-js';
import type { App, OpenedCard } from '../../app.ts';
import { CODE_LENGTH } from '../../parts/picture-code.tsx';

/** The steps of a card. The first one asked stands at `/c`, each further one at `/c?at=<step>`: an entry of its own in the phone's history. */
export type CardStep = 'sound' | 'who' | 'not-me' | 'code' | 'story' | 'once-more';

/** How many entries of the history a step stands behind the sound. */
const DEPTH: { readonly [step in CardStep]: number } = { sound: 0, who: 1, 'not-me': 2, code: 2, story: 3, 'once-more': 4 };

/** The pictures touched so far: those chosen (or entered), and those shown once more. */
export interface CodeDraft {
  readonly chosen: Signal<readonly number[]>;
  readonly again: Signal<readonly number[]>;
}

/** What was done of a card's steps. In memory only: four pictures are a secret. */
export interface CardFlow {
  readonly secret: string;
  readonly first: 'sound' | 'who';
  readonly draft: CodeDraft;
  /** What the server said of the card, once it has. */
  opened: OpenedCard | undefined;
}

export const makeDraft = (chosen: readonly number[] = []): CodeDraft => ({
  chosen: createSignal(chosen),
  again: createSignal<readonly number[]>([]),
});

// One device opens one card at a time. Kept with the App, not with the screen: asking for help on the way leaves the screen, and loses nothing.
const flows = new WeakMap<App, CardFlow>();

/** The steps of this card as they were left, or undefined: it was not begun here. */
export const cardFlowOf = (app: App, secret: string): CardFlow | undefined => {
  const flow = flows.get(app);
  return flow?.secret === secret ? flow : undefined;
};

/** Begins the steps of a card. */
export const beginCardFlow = (app: App, secret: string): CardFlow => {
  const flow: CardFlow = { secret, first: app.sound() === 'not-asked' ? 'sound' : 'who', draft: makeDraft(), opened: undefined };
  flows.set(app, flow);
  return flow;
};

/** The card is somebody's now: its pictures are forgotten. */
export const endCardFlow = (app: App): void => void flows.delete(app);

const isStep = (text: string | undefined): text is CardStep => text !== undefined && Object.hasOwn(DEPTH, text);

/** The step an address asks for; the one before it while its pictures are not there. */
export const stepAt = (flow: CardFlow, at: string | undefined): CardStep => {
  if (!isStep(at) || DEPTH[at] < DEPTH[flow.first]) return flow.first;
  const needsAll = at === 'story' || at === 'once-more';
  return needsAll && flow.draft.chosen[0]().length < CODE_LENGTH ? 'code' : at;
};

/** How many entries of the history an address stands behind the first step. */
export const depthOf = (flow: CardFlow, at: string | undefined): number => (isStep(at) ? Math.max(0, DEPTH[at] - DEPTH[flow.first]) : 0);
