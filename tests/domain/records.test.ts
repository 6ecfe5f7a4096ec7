import { describe, expect, it } from 'vitest';
import { CATALOGUE, scopeOf } from '#domain/ids';
import { put, remove } from '#domain/record';
import { mergeStamps, overlayOf } from '#domain/records';
import { aBadge, aRow, aSealedBadge, badgeId, PERSON, uuidOf } from '../build/field.ts';

const PEOPLE = scopeOf('p', PERSON);
const id = badgeId(1);

describe('records under a rule', () => {
  it('are found by scope, kind and id together', () => {
    const records = overlayOf([aRow(PEOPLE, 'badge', id, aBadge())]);
    expect(records.get(PEOPLE, 'badge', id)).toEqual(aBadge());
    expect(records.get(scopeOf('p', uuidOf(2)), 'badge', id)).toBeUndefined();
    expect(records.get(PEOPLE, 'credential', id)).toBeUndefined();
    expect(records.list(CATALOGUE, 'badge')).toEqual([]);
  });

  it('show what an earlier act has just written', () => {
    const records = overlayOf([aRow(PEOPLE, 'badge', id, aBadge())]);
    records.apply([put(PEOPLE, 'badge', id, aSealedBadge())]);
    expect(records.get(PEOPLE, 'badge', id)?.step).toBe('sealed');
    expect(records.list(PEOPLE, 'badge')).toHaveLength(1);
  });

  it('no longer show what was removed, and show it again when it is written again', () => {
    const records = overlayOf([aRow(PEOPLE, 'badge', id, aBadge()), aRow(PEOPLE, 'badge', badgeId(2), null)]);
    expect(records.list(PEOPLE, 'badge')).toHaveLength(1);
    records.apply([remove(PEOPLE, 'badge', id)]);
    expect(records.get(PEOPLE, 'badge', id)).toBeUndefined();
    expect(records.list(PEOPLE, 'badge')).toEqual([]);
    records.apply([put(PEOPLE, 'badge', id, aBadge())]);
    expect(records.list(PEOPLE, 'badge')).toHaveLength(1);
  });

  it('keep the stamps of fields that a write does not touch', () => {
    const records = overlayOf([aRow(PEOPLE, 'badge', id, aBadge(), 1, { shown: 'a', other: 'b' })]);
    records.apply([put(PEOPLE, 'badge', id, aBadge(), { shown: 'c' })]);
    expect(records.stamps(PEOPLE, 'badge', id)).toEqual({ shown: 'c', other: 'b' });
    expect(records.stamps(PEOPLE, 'badge', badgeId(9))).toEqual({});
    expect(mergeStamps(undefined, undefined)).toEqual({});
  });
});
