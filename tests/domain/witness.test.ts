import { describe, expect, it } from 'vitest';
import { type AskWitness, askWitness } from '#domain/ask-witness';
import { type Actor, invitedBy, SECRET_ID } from '#domain/device';
import { CATALOGUE, type PersonId, scopeOf } from '#domain/ids';
import type { Row } from '#domain/record';
import { type Overlay, overlayOf } from '#domain/records';
import { saySeen } from '#domain/say-seen';
import {
  aHouse,
  aMould,
  aQuestionToAWitness,
  aRequest,
  idriss,
  judgingAs,
  me,
  mediaId,
  NINE,
  nadia,
  OPEN,
  reflectionId,
  requestId,
  TEAM,
  witnessId,
} from '../build/asking.ts';
import { aRow, badgeId, PERSON, STRUCTURE, uuidOf } from '../build/field.ts';

const SECRET = 'ab'.repeat(32);
const WAY = scopeOf('k', SECRET);
const ID = witnessId(1);
const house = (...rows: readonly Row[]) => overlayOf(aHouse(...rows));

describe('asking who saw it', () => {
  const args = (change: Partial<AskWitness> = {}): AskWitness => ({
    witness: ID,
    about: reflectionId(1),
    mould: TEAM,
    structure: STRUCTURE,
    by: 'qr',
    secret: SECRET,
    ...change,
  });
  const ask = (records: Overlay, change: Partial<AskWitness> = {}, actor = me) => {
    const decided = askWitness.decide(records, args(change), judgingAs(actor));
    if (decided.ok) records.apply(decided.value);
    return decided.ok ? decided.value.length : decided.error;
  };

  it('opens the way for one device, for a month, to say one thing about one badge', () => {
    const records = house();
    expect(ask(records)).toBe(2);
    expect(records.get(OPEN, 'witness', ID)).toEqual(aQuestionToAWitness());
    const invitation = records.get(WAY, 'invitation', SECRET_ID);
    expect(invitation?.expires).toBe(NINE + 30 * 86_400_000);
    expect(invitation && invitedBy(invitation)).toEqual(idriss);
    expect(ask(records)).toBe(0);
  });

  it('beside me needs no way', () => {
    const { secret: _, ...beside } = args({ by: 'here' });
    const decided = askWitness.decide(house(), beside, judgingAs(me));
    expect(decided.ok && decided.value).toHaveLength(1);
  });

  it('by a code, an address or a slip needs a way that is nobody’s yet', () => {
    const { secret: _, ...without } = args();
    expect(askWitness.decide(house(), without, judgingAs(me))).toEqual({ ok: false, error: { type: 'ActionMalformed' } });
    const taken = house(aRow(WAY, 'invitation', SECRET_ID, { structure: STRUCTURE, state: 'active' }));
    expect(ask(taken)).toEqual({ type: 'ActionMalformed' });
    expect(taken.get(WAY, 'invitation', SECRET_ID)).toEqual({ structure: STRUCTURE, state: 'active' });
  });

  it('is hers, in her own structure', () => {
    expect(ask(house(), {}, nadia)).toEqual({ type: 'NotYours' });
    expect(ask(house(), { structure: 'ailleurs' as typeof STRUCTURE })).toEqual({ type: 'NotYours' });
  });
});

describe('saying: I saw it', () => {
  const who = { firstName: 'Idriss', figure: 'figure-08', face: mediaId(3), voice: { media: mediaId(4), ms: 2500 } };
  const asked = (...rows: readonly Row[]) => house(aRow(OPEN, 'witness', ID, aQuestionToAWitness()), ...rows);
  const say = (records: Overlay, actor: Actor = idriss, person: PersonId = PERSON) => {
    const decided = saySeen.decide(records, { person, witness: ID, structure: STRUCTURE, who }, judgingAs(actor));
    if (decided.ok) records.apply(decided.value);
    return decided.ok ? decided.value.length : decided.error;
  };
  const seenIn = (records: Overlay) => records.get(OPEN, 'witness', ID);

  it('keeps face and voice, once', () => {
    const records = asked();
    expect(say(records)).toBe(1);
    expect(seenIn(records)).toEqual({ ...aQuestionToAWitness(), step: 'seen', who, on: 'theirs', seenAt: NINE });
    expect(say(records)).toBe(0);
  });

  it('says honestly on whose device it was said', () => {
    const on = (actor: Actor) => {
      const records = asked();
      say(records, actor);
      const seen = seenIn(records);
      return seen?.step === 'seen' ? seen.on : null;
    };
    expect([idriss, me, nadia].map(on)).toEqual(['theirs', 'hers', 'staff']);
  });

  it('is refused to whoever was not asked', () => {
    expect(say(asked(), { ...idriss, witness: witnessId(2) } as Actor)).toEqual({ type: 'NotYours' });
    expect(say(asked(), { ...idriss, person: uuidOf(9) } as Actor)).toEqual({ type: 'NotYours' });
    expect(say(asked(), { role: 'person', person: uuidOf(9) as PersonId })).toEqual({ type: 'NotYours' });
    expect(say(asked(), { role: 'organiser', structure: STRUCTURE })).toEqual({ type: 'NotYours' });
    expect(say(asked(), { ...nadia, structure: 'ailleurs' } as Actor)).toEqual({ type: 'NotYours' });
    expect(say(house())).toEqual({ type: 'RequestUnknown' });
  });

  it('gives an experience of her own, which waited for it, and no other badge', () => {
    const own = aRow(CATALOGUE, 'mould', TEAM, aMould({ kind: 'own', levels: 0 }));
    const waiting = aRow(OPEN, 'request', requestId(1), aRequest());
    const records = asked(own, waiting);
    expect(say(records)).toBe(3);
    expect(records.get(OPEN, 'request', requestId(1))?.step).toBe('given');
    expect(records.get(OPEN, 'badge', badgeId(1))).toMatchObject({ from: { how: 'witness', request: requestId(1) } });
    const other = asked(waiting);
    expect(say(other)).toBe(1);
    expect(other.get(OPEN, 'request', requestId(1))?.step).toBe('sent');
  });
});
