import type { Draw } from '#domain/draw';
import { inLocale } from '#domain/draw';
import type { Evidence, Voice } from '#domain/evidence';
import { CATALOGUE, type MouldId, type PersonId, type RequestId, type StructureId, scopeOf } from '#domain/ids';
import type { Level } from '#domain/level';
import type { Face } from '#domain/person';
import { COMMON, type Screen, screensOf } from '#domain/questionnaire';
import type { Need, Records } from '#domain/record';
import type { Answers } from '#domain/reflection';
import type { Request } from '#domain/request';
import type { SaidBy } from '#domain/staff';
import { type AnswerFrame, framesOf } from './asking-view.ts';
import type { Safety } from './badge-view.ts';
import { lastActOf, type Said, safetyOf, type Waiting } from './safety.ts';
import type { ShownView } from './shown-view.ts';

/** A picture with its word. */
interface Named {
  readonly picture: string;
  readonly label: string;
}

/** What was answered otherwise than is usual: to be looked at together, nothing else. */
export interface Otherwise {
  readonly item: string;
  readonly question: string;
  readonly answered: readonly Named[];
  readonly usual: readonly Named[];
}

/** Somebody who was asked, and what came of it. */
export interface WitnessView {
  readonly id: string;
  readonly step: 'asked' | 'seen';
  readonly firstName: string | undefined;
  readonly figure: string | undefined;
  readonly voice: Voice | undefined;
  /** On whose device it was said. */
  readonly on: 'theirs' | 'hers' | 'staff' | undefined;
}

/** One request, with all that there is to decide on. */
export interface AskedView {
  readonly person: string;
  readonly face: Face;
  readonly request: string;
  readonly mould: string;
  readonly draw: Draw;
  readonly criteria: string;
  readonly step: Request['step'];
  readonly at: number;
  /** Who answered last, with the voice that said it. */
  readonly by: SaidBy | undefined;
  /** 0: this badge has no levels. */
  readonly levels: 0 | 3;
  /** What her answer to *how* proposes. */
  readonly proposed: Level;
  /** The level she has already. */
  readonly held: Level | undefined;
  readonly frames: readonly AnswerFrame[];
  readonly otherwise: readonly Otherwise[];
  /** Somebody answered with her, as it was said. */
  readonly helped: boolean;
  readonly shown: readonly ShownView[];
  readonly live: boolean;
  readonly witnesses: readonly WitnessView[];
  /** Where what this device said about it is. */
  readonly safety: Safety;
}

/** What must be read for one request of one person. */
export const askedNeeds = (person: PersonId): readonly Need[] => {
  const scope = scopeOf('p', person);
  return [
    { scope, kind: 'person', id: person },
    { scope, kind: 'request' },
    { scope, kind: 'badge' },
    { scope, kind: 'evidence' },
    { scope, kind: 'witness' },
    { scope, kind: 'media' },
    { scope: CATALOGUE, kind: 'mould' },
    { scope: CATALOGUE, kind: 'questionnaire' },
  ];
};

export interface AskedSource {
  readonly person: PersonId;
  readonly request: RequestId;
  readonly structure: StructureId;
  readonly records: Records;
  readonly outbox: readonly Waiting[];
  readonly progress: Said;
  readonly locale: string;
}

/** One request; null when it is not there (any more), or not this structure's to answer. */
export const askedView = (source: AskedSource): AskedView | null => {
  const { person, request: id, structure, records, outbox, progress, locale } = source;
  const scope = scopeOf('p', person);
  const [who, request] = [records.get(scope, 'person', person), records.get(scope, 'request', id)];
  const mould = request && records.get(CATALOGUE, 'mould', request.mould);
  if (!who || !request || !mould || request.structure !== structure) return null;
  const screens = screensFor(records, request.mould);
  const { firstName, figure, mark } = who;
  return {
    person,
    face: { firstName, figure, mark },
    request: id,
    mould: request.mould,
    draw: mould.draw,
    criteria: inLocale(mould.criteria, locale),
    step: request.step,
    at: request.at,
    by: 'by' in request ? request.by : undefined,
    levels: mould.levels,
    proposed: request.level,
    held: heldLevel(records, person, request.mould, structure),
    frames: framesOf(screens, request.answers, locale),
    otherwise: otherwiseIn(screens, request.answers, locale),
    helped: Object.values(request.answers).some((answer) => answer.with !== 'self'),
    shown: shownWith(records, person, request),
    live: Object.entries(request.answers).some(([item, { chosen }]) => item.endsWith('-gesture') && chosen.length > 0),
    witnesses: witnessesOf(records, person, request),
    safety: safetyOf(lastActOf({ request: id }, outbox), progress),
  };
};

/** What this badge asks, in the order it is asked. */
const screensFor = (records: Records, mould: MouldId): readonly Screen[] => {
  const common = records.get(CATALOGUE, 'questionnaire', COMMON);
  return common ? screensOf(records.get(CATALOGUE, 'questionnaire', mould), common) : [];
};

const heldLevel = (records: Records, person: PersonId, mould: MouldId, structure: StructureId): Level | undefined =>
  records.list(scopeOf('p', person), 'badge').find(({ body }) => body.mould === mould && body.structure === structure)?.body.level;

/** Where safety knows a right answer, or steps have their usual order, and she answered something else. */
const otherwiseIn = (screens: readonly Screen[], answers: Answers, locale: string): readonly Otherwise[] =>
  screens.flatMap(({ items }) =>
    items.flatMap(({ id, question }): Otherwise[] => {
      const chosen = answers[id]?.chosen ?? [];
      if (chosen.length === 0 || (question.kind !== 'pick1' && question.kind !== 'order')) return [];
      const usual = question.kind === 'order' ? question.options.map(({ picture }) => picture) : [question.expected ?? chosen[0] ?? ''];
      if (usual.join() === chosen.join()) return [];
      const named = (pictures: readonly string[]): readonly Named[] =>
        pictures.flatMap((picture) => {
          const option = question.options.find((one) => one.picture === picture);
          return option ? [{ picture, label: inLocale(option.label, locale) }] : [];
        });
      return [{ item: id, question: question.ask ? inLocale(question.ask, locale) : '', answered: named(chosen), usual: named(usual) }];
    }),
  );

/** What she shows with it; bytes that have not come are still on their way from her phone. What was taken back since is gone. */
const shownWith = (records: Records, person: PersonId, request: Request): readonly ShownView[] => {
  const scope = scopeOf('p', person);
  return request.evidence.flatMap((id): ShownView[] => {
    const evidence = records.get(scope, 'evidence', id);
    if (!evidence) return [];
    const { shown, at, seenBy } = evidence;
    const safety = records.get(scope, 'media', shown.media) ? 'arrived' : 'on-its-way';
    return [{ id, kind: shown.kind, scope, media: shown.media, at, seenBy, safety, ...msOf(shown) }];
  });
};

const msOf = (shown: Evidence['shown']): { readonly ms?: number } => ('ms' in shown ? { ms: shown.ms } : {});

const witnessesOf = (records: Records, person: PersonId, { reflection, badge }: Request): readonly WitnessView[] =>
  records
    .list(scopeOf('p', person), 'witness')
    .filter(({ body }) => body.about === reflection || body.about === badge)
    .map(({ id, body }) => {
      const who = body.step === 'seen' ? body.who : undefined;
      return {
        id,
        step: body.step,
        firstName: who?.firstName,
        figure: who?.figure,
        voice: who?.voice,
        on: body.step === 'seen' ? body.on : undefined,
      };
    });
