import type { LocalText } from '#domain/draw';
import type { Question } from '#domain/question';
import { choices, type Pictogram } from './pictograms.ts';

/** One of these. */
export const pick1 = (ask: LocalText, ...names: readonly Pictogram[]): Question[] => [{ kind: 'pick1', ask, options: choices(...names) }];

/** One of these, of which safety expects one. */
export const safe = (ask: LocalText, expected: Pictogram, ...names: readonly Pictogram[]): Question[] =>
  choices(expected).map(({ picture }) => ({ kind: 'pick1', ask, options: choices(...names), expected: picture }));

/** Any of these. */
export const pickN = (ask: LocalText, ...names: readonly Pictogram[]): Question[] => [{ kind: 'pickN', ask, options: choices(...names) }];

/** All of these, in an order; given in the usual one. */
export const order = (ask: LocalText, ...names: readonly Pictogram[]): Question[] => [{ kind: 'order', ask, options: choices(...names) }];

/** How many of my days? */
export const freq = (ask: LocalText): Question[] => [{ kind: 'freq', ask }];

/** Yes · with help · not yet. */
export const yna = (ask: LocalText): Question[] => [{ kind: 'yna', ask }];

/** These ways to show, in the common words. */
export const show = (...kinds: readonly ('photo' | 'pair' | 'video' | 'voice' | 'attestation' | 'gesture' | 'witness')[]): Question[] =>
  kinds.map((kind) => (kind === 'pair' ? { kind: 'photo', pair: true } : { kind }));
