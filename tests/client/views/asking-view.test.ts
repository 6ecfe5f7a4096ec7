import { describe, expect, it } from 'vitest';
import { type AskingView, askingNeeds, askingView, framesOf, growthView, ownFrames } from '#client/views/asking-view';
import { pendingNeeds, pendingView, requestsNeeds, requestsView } from '#client/views/requests-view';
import { CATALOGUE } from '#domain/ids';
import type { Row } from '#domain/record';
import { overlayOf } from '#domain/records';
import { isThrough } from '#domain/reflecting';
import {
  aHouse,
  anAnswer,
  aQuestionnaire,
  aReflection,
  aRequest,
  HERS,
  mediaId,
  NINE,
  OPEN,
  reflectionId,
  requestId,
  STAFF,
  someAnswers,
  TEAM,
} from '../../build/asking.ts';
import { aRow, PERSON } from '../../build/field.ts';

type Rows = readonly Row[];

const over = (...rows: Rows) => overlayOf(aHouse(...rows));
const look = (...rows: Rows): AskingView => {
  const view = askingView(PERSON, TEAM, over(...rows), 'fr');
  if (!view) throw new Error('nothing is asked');
  return view;
};
const face = { firstName: 'Nadia', figure: 'figure-03', mark: 'leaf' } as const;
const by = { staff: STAFF, face, at: NINE, voice: { media: mediaId(7), ms: 900 } };
const sentReflection = aRow(HERS, 'reflection', reflectionId(1), { ...aReflection(), step: 'sent', request: requestId(1) });

describe('asking for a badge', () => {
  it('begins at the first screen with nothing answered', () => {
    const view = look();
    expect(view.start).toEqual({ here: 'situation', answers: {} });
    expect(view.shown.map(({ slot }) => slot)).toEqual(['situation', 'did', 'watched', 'how', 'show', 'means']);
    expect([view.open, view.from, view.waiting]).toEqual([undefined, undefined, undefined]);
  });

  it('goes on where it stood', () => {
    const open = aReflection({ here: 'how', answers: someAnswers({ 'watched-order': anAnswer(['listen', 'repeat', 'do']) }) });
    const view = look(aRow(HERS, 'reflection', reflectionId(1), open));
    expect(view.open).toBe(reflectionId(1));
    expect(view.start.here).toBe('how');
  });

  it('goes on with what was kept for oneself', () => {
    const kept = aRow(HERS, 'reflection', reflectionId(1), { ...aReflection(), step: 'kept' });
    expect(look(kept).open).toBe(reflectionId(1));
  });

  it('begins again from the same answers after “on continue”, and after it was taken back', () => {
    for (const request of [{ ...aRequest(), step: 'continue', by } as const, { ...aRequest(), step: 'taken-back' } as const]) {
      const view = look(sentReflection, aRow(OPEN, 'request', requestId(1), request));
      expect(view).toMatchObject({ open: undefined, from: reflectionId(1), waiting: undefined });
      expect(view.start).toMatchObject({ here: 'situation', answers: { 'how-help': { chosen: ['alone'] } } });
    }
  });

  it('begins anew, with nothing answered, once it was given: growth is seen side by side', () => {
    const view = look(sentReflection, aRow(OPEN, 'request', requestId(1), { ...aRequest(), step: 'given' }));
    expect(view).toMatchObject({ open: undefined, from: undefined, times: 1, start: { answers: {} } });
  });

  it('says which request waits', () => {
    expect(look(sentReflection, aRow(OPEN, 'request', requestId(1), aRequest())).waiting).toBe(requestId(1));
  });

  it('asks nothing this device does not know', () => {
    expect(askingView(PERSON, 'no-such-badge' as typeof TEAM, over(), 'fr')).toBeNull();
  });

  it('reads no scope but hers and the catalogue', () => {
    expect(new Set(askingNeeds(PERSON, TEAM).map(({ scope }) => scope))).toEqual(new Set([CATALOGUE, HERS, OPEN]));
  });

  it('names the clip of its own question, and of the common one where it has no words', () => {
    const says = Object.fromEntries(look().shown.flatMap(({ items }) => items.map(({ id, say }) => [id, say])));
    expect(says).toMatchObject({
      'did-pickN': `question.${TEAM}.did-pickN`,
      'watched-order': 'question.common.watched-order',
      'how-help': 'question.common.how-help',
    });
  });

  it('speaks the language of the screen, and French where a word is missing', () => {
    const did = {
      kind: 'pick1',
      ask: { fr: 'Quoi ?', uk: 'Що?' },
      options: [
        { picture: 'a', label: { fr: 'Un' } },
        { picture: 'b', label: { fr: 'Deux', uk: 'Два' } },
      ],
    } as const;
    const own = aRow(CATALOGUE, 'questionnaire', TEAM, aQuestionnaire({ did: [{ ...did, options: [...did.options] }] }));
    const item = askingView(PERSON, TEAM, over(own), 'uk')?.shown[1]?.items[0];
    expect([item?.ask, ...(item?.choices.map(({ label }) => label) ?? [])]).toEqual(['Що?', 'Un', 'Два']);
  });
});

describe('the comic strip', () => {
  it('has one frame a question answered, in order, and nothing for what was passed over', () => {
    const { screens } = look();
    const answers = { ...someAnswers(), 'watched-skipped': anAnswer([]) };
    expect(isThrough(screens, { here: 'means', answers })).toBe(true);
    expect(framesOf(screens, answers, 'fr').map(({ item }) => item)).toEqual([
      'situation-pick1',
      'did-pickN',
      'how-help',
      'show-photo',
      'means-feel',
    ]);
  });

  it('shows what was made by its way, never by an id', () => {
    const [, , , shown] = framesOf(look().screens, someAnswers(), 'fr');
    expect(shown?.pictures).toEqual([{ picture: 'way-photo', label: 'Une photo', say: 'option.way-photo' }]);
  });

  it('keeps the order she touched, with the voice of each', () => {
    const view = look();
    const [frame] = ownFrames(view, { 'watched-order': anAnswer(['do', 'listen', 'repeat']) }, 'fr');
    expect(frame?.pictures.map(({ say }) => say)).toEqual(['option.do', 'option.listen', 'option.repeat']);
    expect(frame?.say).toBe('question.common.watched-order');
  });
});

describe('growth', () => {
  it('puts the first time beside the last, how before all else, and leaves out what was answered once', () => {
    const later = {
      ...aReflection({
        begun: NINE + 9,
        answers: someAnswers({ 'how-help': anAnswer(['showing'], { at: NINE + 9 }), 'did-pickN': anAnswer([]) }),
      }),
    };
    const records = over(sentReflection, aRow(HERS, 'reflection', reflectionId(2), later));
    const view = askingView(PERSON, TEAM, records, 'fr');
    const growth = view ? growthView(PERSON, view, records, 'fr') : [];
    expect(growth[0]).toMatchObject({
      item: 'how-help',
      first: { pictures: [{ picture: 'alone' }] },
      last: { pictures: [{ picture: 'showing' }], at: NINE + 9 },
    });
    expect(growth.map(({ item }) => item)).not.toContain('did-pickN');
  });
});

describe('what I asked for', () => {
  const looked = (...rows: Rows) => ({ person: PERSON, records: over(...rows), outbox: [], progress: { last: 0, acknowledged: 0 } });

  it('tells its step, who answered with which voice, and where it is', () => {
    const rows = [aRow(OPEN, 'request', requestId(1), { ...aRequest(), step: 'continue' as const, by })];
    expect(requestsView(looked(...rows))).toMatchObject([
      { id: requestId(1), step: 'continue', by: { face, voice: { media: mediaId(7), scope: OPEN } }, safety: 'arrived' },
    ]);
    const source = { ...looked(...rows), outbox: [{ n: 3, args: { request: requestId(1) } }] };
    expect(requestsView(source)[0]?.safety).toBe('kept-here');
    expect(requestsView({ ...source, progress: { last: 1, acknowledged: 3 } })[0]?.safety).toBe('on-its-way');
  });

  it('is latest first', () => {
    const rows = [1, 2].map((n) => aRow(OPEN, 'request', requestId(n), aRequest({ at: NINE + n })));
    expect(requestsView(looked(...rows)).map(({ id }) => id)).toEqual([requestId(2), requestId(1)]);
  });

  it('comes home when it is her turn: an answer before what is open, and what others look at last', () => {
    const other = 'a-l-heure' as typeof TEAM;
    const rows = [
      aRow(HERS, 'reflection', reflectionId(3), aReflection({ mould: other, begun: NINE + 5 })),
      sentReflection,
      aRow(OPEN, 'request', requestId(1), { ...aRequest(), step: 'continue' as const, by }),
    ];
    const pending = pendingView(PERSON, over(...rows));
    expect(pending.map(({ mould, is, isHers }) => [mould, is, isHers])).toEqual([
      [TEAM, 'continue', true],
      [other, 'open', true],
    ]);
    const sent = pendingView(PERSON, over(sentReflection, aRow(OPEN, 'request', requestId(1), aRequest())));
    expect(sent).toMatchObject([{ is: 'sent', isHers: false, request: requestId(1) }]);
  });

  it('is over once it was given or taken back, and what was kept for oneself asks for nothing', () => {
    for (const step of ['given', 'taken-back'] as const)
      expect(pendingView(PERSON, over(sentReflection, aRow(OPEN, 'request', requestId(1), { ...aRequest(), step })))).toEqual([]);
    expect(pendingView(PERSON, over(aRow(HERS, 'reflection', reflectionId(1), { ...aReflection(), step: 'kept' })))).toEqual([]);
  });

  it('takes the place of its answer when she has begun again', () => {
    const rows = [
      sentReflection,
      aRow(OPEN, 'request', requestId(1), { ...aRequest(), step: 'continue' as const, by }),
      aRow(HERS, 'reflection', reflectionId(2), aReflection({ begun: NINE + 60_000 })),
    ];
    expect(pendingView(PERSON, over(...rows)).map(({ is }) => is)).toEqual(['open']);
  });

  it('reads hers and the catalogue', () => {
    expect([...requestsNeeds(PERSON), ...pendingNeeds(PERSON)].every(({ scope }) => [CATALOGUE, HERS, OPEN].includes(scope))).toBe(true);
  });
});
