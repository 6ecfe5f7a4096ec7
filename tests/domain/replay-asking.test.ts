import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bindAction } from '#domain/actions';
import { CATALOGUE } from '#domain/ids';
import type { Overlay } from '#domain/records';
import { type Pending, replay } from '#domain/replay';
import {
  aMould,
  evidenceId,
  HERS,
  judgingAs,
  me,
  mediaId,
  NINE,
  OPEN,
  readyToSend,
  reflectionId,
  requestId,
  TEAM,
  witnessId,
} from '../build/asking.ts';
import { aRow, badgeId, PERSON, STRUCTURE } from '../build/field.ts';

const tapping = (n: number, item: string, what: string) => ({
  name: 'keep-answer',
  args: { reflection: reflectionId(n), mould: TEAM, here: 'show', answered: { item, chosen: [what], with: 'self', heard: 'fr' } },
});

interface Act {
  readonly name: string;
  readonly args: object;
}

/** Steps on the way to a badge, and what may come between. */
const onTheWay = (n: number): readonly Act[] => [
  tapping(n, 'how-help', 'alone'),
  tapping(n, 'show-photo', evidenceId(n)),
  tapping(n, 'show-witness', witnessId(n)),
  { name: 'ask-witness', args: { witness: witnessId(n), about: reflectionId(n), mould: TEAM, structure: STRUCTURE, by: 'here' } },
  { name: 'say-seen', args: { person: PERSON, witness: witnessId(n), structure: STRUCTURE, who: { firstName: 'Idriss' } } },
  {
    name: 'send-request',
    args: {
      request: requestId(n),
      reflection: reflectionId(n),
      mould: TEAM,
      structure: STRUCTURE,
      badge: badgeId(n),
      key: badgeId(10 + n),
    },
  },
];
const between = (n: number): readonly Act[] => [
  { name: 'keep-reflection', args: { reflection: reflectionId(n) } },
  { name: 'add-evidence', args: { evidence: evidenceId(n), shown: { kind: 'photo', media: mediaId(n), faces: 'none' }, with: 'self' } },
  { name: 'show-evidence', args: { evidence: evidenceId(n), to: n === 1 ? 'me' : 'world' } },
  { name: 'take-back-evidence', args: { evidence: evidenceId(n) } },
  { name: 'take-back-request', args: { request: requestId(n) } },
  { name: 'receive-badge', args: { badge: badgeId(n) } },
  { name: 'show-badge', args: { badge: badgeId(n), to: 'world' } },
];

const anAct = fc
  .constantFrom(1, 2)
  .chain((n) =>
    fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...onTheWay(n)) }, { weight: 1, arbitrary: fc.constantFrom(...between(n)) }),
  );
const someActs = fc
  .array(anAct, { maxLength: 40 })
  .map((acts) => acts.map((act, i): Pending => ({ ...act, v: 1, n: i + 1, at: NINE + i, facts: {} })));

/** Its badge is given by whom? Each way has its own path. */
const aGiver = fc.constantFrom(aMould(), aMould({ giver: 'herself' }), aMould({ kind: 'own', levels: 0 }));

const KINDS = ['reflection', 'evidence', 'request', 'witness', 'badge'] as const;
const allIn = (records: Overlay) =>
  [HERS, OPEN].flatMap((scope) => KINDS.flatMap((kind) => records.list(scope, kind).map(({ id, body }) => [scope, kind, id, body])));

const judgeAll = (records: Overlay, acts: readonly Pending[]) => {
  for (const act of acts) {
    const bound = bindAction(act);
    const decided = bound.ok ? bound.value.decide(records, judgingAs(me, { at: act.at, now: act.at })) : bound;
    if (decided.ok) records.apply(decided.value);
  }
};

describe('asking for a badge with no network', () => {
  it('shows before the sync what the server will decide, however far it has come', () => {
    fc.assert(
      fc.property(aGiver, someActs, fc.nat(40), (mould, acts, judged) => {
        const start = () => readyToSend(aRow(CATALOGUE, 'mould', TEAM, mould));
        const [phone, server, part] = [start(), start(), start()];
        replay(phone, acts, me, 'zPhone');
        judgeAll(server, acts);
        judgeAll(part, acts.slice(0, judged));
        replay(part, acts.slice(judged), me, 'zPhone');
        expect(allIn(phone)).toEqual(allIn(server));
        expect(allIn(part)).toEqual(allIn(server));
      }),
    );
  });

  it('never shows her structure anything but what she shows it, and never gives a badge twice', () => {
    fc.assert(
      fc.property(aGiver, someActs, (mould, acts) => {
        const records = readyToSend(aRow(CATALOGUE, 'mould', TEAM, mould));
        judgeAll(records, acts);
        const shown = records.list(OPEN, 'evidence');
        expect(shown.filter(({ body }) => body.seenBy === 'me')).toEqual([]);
        expect(shown.filter(({ id }) => records.get(HERS, 'evidence', id) === undefined)).toEqual([]);
        const given = records.list(OPEN, 'request').filter(({ body }) => body.step === 'given');
        expect(records.list(OPEN, 'badge')).toHaveLength(given.length);
      }),
    );
  });
});
