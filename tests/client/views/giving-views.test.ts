import { describe, expect, it } from 'vitest';
import { askedNeeds, askedView } from '#client/views/asked-view';
import { dossierView } from '#client/views/dossier-view';
import { receivedView } from '#client/views/received-view';
import { lastActOf } from '#client/views/safety';
import { peopleNeeds, toSeeNeeds, toSeeView } from '#client/views/to-see-view';
import type { From } from '#domain/badge';
import { CATALOGUE, type PersonId, scopeOf } from '#domain/ids';
import type { Row } from '#domain/record';
import { overlayOf } from '#domain/records';
import {
  aHouse,
  anAnswer,
  anEvidence,
  aQuestionnaire,
  aQuestionToAWitness,
  aRequest,
  evidenceId,
  HOME,
  mediaId,
  NINE,
  OPEN,
  option,
  reflectionId,
  requestId,
  STAFF,
  someAnswers,
  TEAM,
  witnessId,
} from '../../build/asking.ts';
import { aBadge, aRow, badgeId, PERSON, STRUCTURE, uuidOf } from '../../build/field.ts';

const nowhere = { last: 0, acknowledged: 0 };
const around = { structure: STRUCTURE, staff: STAFF, outbox: [], progress: nowhere } as const;
const by = { staff: STAFF, face: { firstName: 'Nadia', figure: 'figure-03', mark: 'leaf' }, at: NINE + 1 } as const;
const house = (...rows: readonly Row[]) => overlayOf(aHouse(...rows));
const KARIM = uuidOf(2) as PersonId;

describe('what an advisor has to see', () => {
  it('begins with who waits longest, and holds what gave itself or was taken back for nobody’s to look at', () => {
    const records = house(
      aRow(OPEN, 'request', requestId(1), aRequest({ at: NINE + 5 })),
      aRow(OPEN, 'request', requestId(2), { ...aRequest({ at: NINE }), step: 'talk', by }),
      aRow(OPEN, 'request', requestId(3), { ...aRequest(), step: 'taken-back' }),
      aRow(OPEN, 'request', requestId(4), { ...aRequest(), step: 'given' }),
      aRow(OPEN, 'request', requestId(5), { ...aRequest(), step: 'given', by }),
    );
    const { toSee, answered, people } = toSeeView({ ...around, records });
    expect(toSee.map(({ request, step }) => [request, step])).toEqual([
      [requestId(2), 'talk'],
      [requestId(1), 'sent'],
    ]);
    expect(answered).toMatchObject([{ request: requestId(5), at: by.at }]);
    expect(people).toMatchObject([{ id: PERSON, waits: true, badges: 0 }]);
  });

  it('says at once what is shown with it and whether somebody saw it', () => {
    const records = house(
      aRow(OPEN, 'request', requestId(1), aRequest()),
      aRow(OPEN, 'evidence', evidenceId(1), anEvidence()),
      aRow(OPEN, 'witness', witnessId(1), { ...aQuestionToAWitness(), step: 'seen', who: {}, on: 'theirs', seenAt: NINE }),
    );
    const shows = toSeeView({ ...around, records }).toSee[0]?.shows;
    expect(shows).toEqual({ photo: true, video: false, voice: false, attestation: false, witness: true });
  });

  it('leaves out who is not on this device yet, and what another structure is asked', () => {
    const records = house(
      aRow(HOME, 'member', KARIM, { person: KARIM }),
      aRow(OPEN, 'request', requestId(1), aRequest({ structure: 'elsewhere' as never })),
    );
    expect(toSeeView({ ...around, records })).toMatchObject({ toSee: [], answered: [], people: [{ id: PERSON, waits: false }] });
  });

  it('tells where the answer is: kept here until the server has it', () => {
    const records = house(aRow(OPEN, 'request', requestId(1), { ...aRequest(), step: 'continue', by }));
    const outbox = [{ n: 4, args: { request: requestId(1), say: 'continue' } }];
    const safety = (acknowledged: number) =>
      toSeeView({ ...around, records, outbox, progress: { last: 0, acknowledged } }).answered[0]?.safety;
    expect([safety(3), safety(4)]).toEqual(['kept-here', 'on-its-way']);
  });

  it('asks for the records of every person of the structure', () => {
    const scopes = new Set(toSeeNeeds(STRUCTURE, STAFF, house()).map(({ scope }) => scope));
    expect(scopes).toContain(scopeOf('p', PERSON));
    expect(peopleNeeds(STRUCTURE, STAFF).every(({ scope }) => scope === HOME || scope === CATALOGUE)).toBe(true);
  });
});

describe('one request', () => {
  const own = aQuestionnaire({
    did: [{ kind: 'order', options: ['listen', 'repeat', 'do'].map(option) }],
    watched: [{ kind: 'pick1', ask: { fr: 'Et là ?' }, options: ['run', 'call'].map(option), expected: 'call' }],
  });
  const view = (...rows: readonly Row[]) =>
    askedView({
      ...around,
      person: PERSON,
      request: requestId(1),
      records: house(aRow(CATALOGUE, 'questionnaire', TEAM, own), ...rows),
      locale: 'fr',
    });
  const answers = (did: readonly string[], watched: readonly string[]) =>
    someAnswers({ 'did-order': anAnswer(did), 'watched-pick1': anAnswer(watched) });

  it('marks what was answered otherwise than usual, and only that', () => {
    const usual = view(aRow(OPEN, 'request', requestId(1), aRequest({ answers: answers(['listen', 'repeat', 'do'], ['call']) })));
    expect(usual?.otherwise).toEqual([]);
    const other = view(aRow(OPEN, 'request', requestId(1), aRequest({ answers: answers(['repeat', 'listen', 'do'], ['run']) })));
    expect(other?.otherwise.map(({ item, answered, usual: us }) => [item, answered[0]?.picture, us[0]?.picture])).toEqual([
      ['did-order', 'repeat', 'listen'],
      ['watched-pick1', 'run', 'call'],
    ]);
  });

  it('says honestly when somebody helped, and what is shown live', () => {
    const alone = view(aRow(OPEN, 'request', requestId(1), aRequest({ answers: someAnswers() })));
    expect(alone).toMatchObject({ helped: false, live: false, proposed: 2, held: undefined });
    const helped = someAnswers({ 'how-help': anAnswer(['alone'], { with: 'peer' }), 'show-gesture': anAnswer(['live']) });
    expect(view(aRow(OPEN, 'request', requestId(1), aRequest({ answers: helped })))).toMatchObject({ helped: true, live: true });
  });

  it('shows what came with it; bytes that have not arrived are on their way', () => {
    const rows = [aRow(OPEN, 'request', requestId(1), aRequest()), aRow(OPEN, 'evidence', evidenceId(1), anEvidence())];
    expect(view(...rows)?.shown).toMatchObject([{ id: evidenceId(1), kind: 'photo', scope: OPEN, safety: 'on-its-way' }]);
    const arrived = aRow(OPEN, 'media', mediaId(1), { type: 'image/jpeg', size: 9, at: NINE });
    expect(view(...rows, arrived)?.shown).toMatchObject([{ safety: 'arrived' }]);
  });

  it('names who saw it, as they said themselves', () => {
    const seen = view(
      aRow(OPEN, 'request', requestId(1), aRequest()),
      aRow(OPEN, 'witness', witnessId(1), {
        ...aQuestionToAWitness(),
        step: 'seen',
        who: { firstName: 'Idriss' },
        on: 'theirs',
        seenAt: NINE,
      }),
      aRow(OPEN, 'witness', witnessId(2), aQuestionToAWitness({ about: reflectionId(9) })),
    );
    expect(seen?.witnesses).toMatchObject([{ id: witnessId(1), step: 'seen', firstName: 'Idriss', on: 'theirs' }]);
  });

  it('is nothing when it is not there or another structure’s', () => {
    expect(view()).toBeNull();
    expect(view(aRow(OPEN, 'request', requestId(1), aRequest({ structure: 'elsewhere' as never })))).toBeNull();
    expect(askedNeeds(PERSON).some(({ scope }) => scope.startsWith('q:'))).toBe(false);
  });
});

describe('one person', () => {
  const view = (...rows: readonly Row[]) => dossierView({ ...around, person: PERSON, records: house(...rows), locale: 'fr' });
  const team = (level: 1 | 2 | 3) => aRow(OPEN, 'badge', badgeId(1), aBadge({ mould: TEAM, level, structure: STRUCTURE }));
  const moulds = (dossier: ReturnType<typeof view>) => dossier?.roads.flatMap((road) => road.moulds) ?? [];

  it('may be given every badge that staff give, and no key badge', () => {
    expect(moulds(view()).map(({ mould }) => mould)).toEqual(['a-l-heure', 'en-securite', 'je-communique', TEAM]);
  });

  it('may be given the next level of what she holds, until there is none', () => {
    const of = (dossier: ReturnType<typeof view>) => moulds(dossier).find(({ mould }) => mould === TEAM);
    expect(of(view(team(2)))).toMatchObject({ held: 2, whole: false });
    expect(of(view(team(3)))).toMatchObject({ held: 3, whole: true });
  });
});

describe('badges to receive', () => {
  const given = (n: number, from: From, change: Parameters<typeof aBadge>[0] = {}) =>
    aRow(OPEN, 'badge', badgeId(n), aBadge({ from, at: NINE, ...change }));

  it('are those somebody, a witness or a road gave and that are not in hand yet; the grand badge comes last', () => {
    const records = house(
      given(1, { how: 'road' }),
      given(2, { how: 'staff', by: { ...by, voice: { media: mediaId(7), ms: 900 } } }),
      given(3, { how: 'staff', by }, { received: NINE + 9 }),
      given(4, { how: 'herself', request: requestId(1) }),
      aRow(OPEN, 'badge', badgeId(5), aBadge()),
    );
    expect(receivedView(PERSON, records)).toEqual([
      { badge: badgeId(2), isKey: false, by: { face: by.face, voice: { media: mediaId(7), ms: 900, scope: OPEN } } },
      { badge: badgeId(1), isKey: true },
    ]);
  });
});

describe('the last waiting act about something', () => {
  it('is the one whose arguments say all of it', () => {
    const outbox = [
      { n: 1, args: { person: 'a', mould: 'x' } },
      { n: 2, args: { person: 'a', mould: 'y' } },
      { n: 3, args: null },
    ];
    expect([
      lastActOf({ person: 'a', mould: 'x' }, outbox),
      lastActOf({ person: 'a' }, outbox),
      lastActOf({ person: 'b' }, outbox),
    ]).toEqual([1, 2, undefined]);
  });
});
