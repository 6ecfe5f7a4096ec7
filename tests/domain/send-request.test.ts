import { describe, expect, it } from 'vitest';
import { CATALOGUE, scopeOf } from '#domain/ids';
import type { Row } from '#domain/record';
import { type Overlay, overlayOf } from '#domain/records';
import { isWaiting } from '#domain/request';
import { type SendRequest, sendRequest } from '#domain/send-request';
import { takeBackRequest } from '#domain/take-back-request';
import {
  aHouse,
  aMould,
  anAnswer,
  anEvidence,
  aQuestionToAWitness,
  aReflection,
  aRequest,
  evidenceId,
  HERS,
  judgingAs,
  me,
  nadia,
  OPEN,
  readyToSend,
  reflectionId,
  requestId,
  someAnswers,
  TEAM,
  told,
  witnessId,
} from '../build/asking.ts';
import { aRow, aSealedBadge, badgeId, type PERSON, STRUCTURE, uuidOf } from '../build/field.ts';

const args = (change: Partial<SendRequest> = {}): SendRequest => ({
  request: requestId(1),
  reflection: reflectionId(1),
  mould: TEAM,
  structure: STRUCTURE,
  badge: badgeId(1),
  key: badgeId(2),
  ...change,
});

const send = (records: Overlay, change: Partial<SendRequest> = {}) => sendRequest.decide(records, args(change), judgingAs(me));
const refusalOf = (records: Overlay, change: Partial<SendRequest> = {}) => {
  const decided = send(records, change);
  return decided.ok ? null : decided.error;
};
const sentIn = (records: Overlay, change: Partial<SendRequest> = {}) => {
  const decided = send(records, change);
  records.apply(decided.ok ? decided.value : []);
  return records.get(OPEN, 'request', args(change).request);
};

const answering = (answers: ReturnType<typeof someAnswers>, ...rows: readonly Row[]) =>
  readyToSend(aRow(HERS, 'reflection', reflectionId(1), aReflection({ answers })), ...rows);

describe('asking for a badge', () => {
  it('sends what was answered and shown, and proposes the level', () => {
    const records = readyToSend();
    expect(sentIn(records)).toMatchObject({ step: 'sent', level: 2, structure: STRUCTURE, evidence: [evidenceId(1)], badge: badgeId(1) });
    expect(records.get(HERS, 'reflection', reflectionId(1))).toMatchObject({ step: 'sent', request: requestId(1) });
  });

  it('shows the structure what she shows, and nothing else she keeps', () => {
    const records = readyToSend(aRow(HERS, 'evidence', evidenceId(2), anEvidence(2)));
    sentIn(records);
    expect(records.list(OPEN, 'evidence').map(({ id, body }) => [id, body.seenBy])).toEqual([[evidenceId(1), 'structure']]);
    expect(records.get(HERS, 'evidence', evidenceId(1))?.seenBy).toBe('structure');
    expect(records.get(HERS, 'evidence', evidenceId(2))?.seenBy).toBe('me');
  });

  it('closes nothing she has opened to the world already', () => {
    const records = readyToSend(aRow(HERS, 'evidence', evidenceId(1), anEvidence(1, { seenBy: 'world' })));
    sentIn(records);
    expect(records.get(OPEN, 'evidence', evidenceId(1))?.seenBy).toBe('world');
  });

  it('keeps what she feels to herself', () => {
    const sent = sentIn(readyToSend());
    expect(Object.keys(sent?.answers ?? {})).toEqual(['situation-pick1', 'did-pickN', 'how-help', 'show-photo']);
  });

  it('waits for *how*: a draft without it cannot be sent', () => {
    const { 'how-help': _, ...rest } = someAnswers();
    expect(refusalOf(answering(rest))).toEqual({ type: 'NotReady', missing: 'how' });
  });

  it('waits for something to show: a draft with nothing to show cannot be sent', () => {
    const nothing = someAnswers({ 'show-photo': anAnswer([]), 'show-skipped': anAnswer([]) });
    expect(refusalOf(answering(nothing))).toEqual({ type: 'NotReady', missing: 'show' });
    expect(refusalOf(answering(someAnswers({ 'show-photo': anAnswer([]), 'show-gesture': anAnswer(['live']) })))).toBeNull();
  });

  it('waits for nothing to show where the mould asks for nothing', () => {
    const none = someAnswers({ 'show-photo': anAnswer([]) });
    expect(refusalOf(answering(none, aRow(CATALOGUE, 'questionnaire', TEAM, { without: ['show'] })))).toBeNull();
  });

  it('is done once: the same request again changes nothing, another one while it waits is refused with the first', () => {
    const records = readyToSend();
    sentIn(records);
    expect(send(records)).toEqual({ ok: true, value: [] });
    const waiting = readyToSend(aRow(OPEN, 'request', requestId(9), aRequest()));
    expect(refusalOf(waiting)).toEqual({ type: 'AlreadyAsked', request: requestId(9) });
    const taken = readyToSend(aRow(OPEN, 'request', requestId(9), { ...aRequest(), step: 'taken-back' }));
    expect(refusalOf(taken)).toBeNull();
  });

  it('is refused for badges that are won at events or on a road, and for badges nobody knows', () => {
    for (const kind of ['event', 'key'] as const)
      expect(refusalOf(readyToSend(aRow(CATALOGUE, 'mould', TEAM, aMould({ kind }))))).toEqual({ type: 'BadgeUnknown' });
    expect(refusalOf(overlayOf([aRow(HERS, 'reflection', reflectionId(1), aReflection())]))).toEqual({ type: 'BadgeUnknown' });
  });

  it('is refused where there is nothing left to win: the last level is held', () => {
    const held = (level: 2 | 3) => readyToSend(aRow(OPEN, 'badge', badgeId(40), aSealedBadge({ mould: TEAM, level })));
    expect(refusalOf(held(3))).toEqual({ type: 'AlreadyHeld', badge: badgeId(40) });
    expect(refusalOf(held(2))).toBeNull();
  });

  it('never takes the id of somebody else’s badge', () => {
    const page = aRow(scopeOf('b', badgeId(1)), 'page', badgeId(1), { person: uuidOf(9) as typeof PERSON });
    expect(refusalOf(readyToSend(page))).toEqual({ type: 'ActionMalformed' });
  });

  it('goes to her own structure only', () => {
    expect(refusalOf(readyToSend(), { structure: 'ailleurs' as typeof STRUCTURE })).toEqual({ type: 'NotYours' });
  });

  it('needs a reflection of hers about this very badge', () => {
    expect(refusalOf(readyToSend(), { reflection: reflectionId(7) })).toEqual({ type: 'RequestUnknown' });
    expect(refusalOf(readyToSend(), { mould: 'a-l-heure' as typeof TEAM })).toEqual({ type: 'ActionMalformed' });
    expect(sendRequest.decide(readyToSend(), args(), judgingAs(nadia))).toEqual({ ok: false, error: { type: 'NotYours' } });
  });
});

describe('a badge one gives oneself', () => {
  const own = (...rows: readonly Row[]) => readyToSend(aRow(CATALOGUE, 'mould', TEAM, aMould({ giver: 'herself' })), ...rows);

  it('comes at once, at the level she answered, and tells the structure nothing she answered or kept', () => {
    const records = own();
    expect(sentIn(records)).toMatchObject({ step: 'given', answers: {}, evidence: [] });
    expect(records.get(OPEN, 'badge', badgeId(1))).toMatchObject({
      step: 'claimed',
      level: 2,
      from: { how: 'herself', request: requestId(1) },
    });
    expect(records.list(OPEN, 'evidence')).toEqual([]);
  });

  it('may complete a road', () => {
    const held = { step: 'claimed', mould: 'a-l-heure', draw: aMould().draw, structure: STRUCTURE, at: 1, shown: 'me' } as never;
    const records = own(aRow(OPEN, 'badge', badgeId(50), held));
    sentIn(records);
    expect(records.get(OPEN, 'badge', badgeId(2))).toMatchObject({ mould: 'savoir-etre-au-travail', from: { how: 'road' } });
  });
});

describe('an experience of her own', () => {
  const experience = (answers = someAnswers(), ...rows: readonly Row[]) =>
    overlayOf(
      aHouse(
        aRow(CATALOGUE, 'mould', TEAM, aMould({ kind: 'own', levels: 0 })),
        aRow(HERS, 'reflection', reflectionId(1), aReflection({ answers })),
        ...rows,
      ),
    );
  const asked = someAnswers({ 'show-witness': anAnswer([witnessId(1)]) });

  it('needs somebody who was asked', () => {
    expect(refusalOf(experience())).toEqual({ type: 'NotReady', missing: 'witness' });
    expect(sentIn(experience(asked))?.step).toBe('sent');
  });

  it('is one of as many as she has', () => {
    const held = aRow(OPEN, 'badge', badgeId(40), aSealedBadge({ mould: TEAM }));
    const waiting = aRow(OPEN, 'request', requestId(9), aRequest());
    expect(sentIn(experience(asked, held, waiting))?.step).toBe('sent');
  });

  it('is a badge at once when somebody has said already that they saw it', () => {
    const seen = { ...aQuestionToAWitness(), step: 'seen' as const, who: {}, on: 'theirs' as const, seenAt: 1 };
    const records = experience(asked, aRow(OPEN, 'witness', witnessId(1), seen));
    expect(sentIn(records)?.step).toBe('given');
    expect(records.get(OPEN, 'badge', badgeId(1))).toMatchObject({ from: { how: 'witness' } });
  });
});

describe('taking a request back', () => {
  const takeBack = (records: Overlay, as = me) => {
    const decided = takeBackRequest.decide(records, { request: requestId(1) }, judgingAs(as));
    records.apply(decided.ok ? decided.value : []);
    return decided.ok ? told(decided.value) : decided.error;
  };

  it('hides again what was shown with it, and loses nothing', () => {
    const records = readyToSend();
    sentIn(records);
    expect(takeBack(records)).toEqual(['p request', '- p evidence', 'q evidence']);
    const request = records.get(OPEN, 'request', requestId(1));
    expect(request?.step).toBe('taken-back');
    expect(request && isWaiting(request)).toBe(false);
    expect(records.list(OPEN, 'evidence')).toEqual([]);
    expect(records.get(HERS, 'evidence', evidenceId(1))).toEqual(anEvidence());
    expect(records.get(HERS, 'reflection', reflectionId(1))?.answers).toEqual(someAnswers());
    expect(takeBack(records)).toEqual([]);
  });

  it('leaves what another request still shows', () => {
    const records = readyToSend();
    sentIn(records);
    records.apply([
      { scope: OPEN, kind: 'request', id: requestId(2), body: JSON.parse(JSON.stringify(aRequest({ mould: 'a-l-heure' as typeof TEAM }))) },
    ]);
    expect(takeBack(records)).toEqual(['p request']);
  });

  it('is refused once the badge is given, and for what is not there', () => {
    const given = readyToSend(aRow(OPEN, 'request', requestId(1), { ...aRequest(), step: 'given' }));
    expect(takeBack(given)).toEqual({ type: 'RequestClosed', step: 'given' });
    expect(takeBack(readyToSend())).toEqual({ type: 'RequestUnknown' });
    expect(takeBack(readyToSend(), nadia)).toEqual({ type: 'NotYours' });
  });
});
