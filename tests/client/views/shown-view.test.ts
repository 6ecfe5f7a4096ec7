import { describe, expect, it } from 'vitest';
import { shownView } from '#client/views/shown-view';
import type { Evidence } from '#domain/evidence';
import { type EvidenceId, type MediaId, scopeOf } from '#domain/ids';
import type { Row } from '#domain/record';
import { overlayOf } from '#domain/records';
import { aRow, PERSON } from '../../build/field.ts';

const SCOPE = scopeOf('q', PERSON);
const MEDIA = 'a'.repeat(64) as MediaId;
const ID = '0197c000-0000-7000-8000-000000000001' as EvidenceId;
const evidence: Evidence = { shown: { kind: 'photo', media: MEDIA, faces: 'none' }, at: 5, with: 'self', seenBy: 'me' };
const said = { last: 10, acknowledged: 10 };

const told = (scope = SCOPE): Row => aRow(scope, 'media', MEDIA, { type: 'image/webp', size: 9, at: 1 });
const look = (rows: readonly Row[], sent: number | null, acts: readonly number[] = []) =>
  shownView({
    person: PERSON,
    records: overlayOf([aRow(SCOPE, 'evidence', ID, evidence), ...rows]),
    outbox: acts.map((n) => ({ n, args: { evidence: ID } })),
    said,
    held: new Map(sent === null ? [] : [[MEDIA, { size: 9, sent }]]),
  })[0]?.safety;

describe('where a thing I show is', () => {
  it('is here as long as the server has acknowledged no byte of it', () => {
    expect(look([], 0)).toBe('kept-here');
  });

  it('is on its way once a byte was acknowledged, and even when all were but no record tells of it', () => {
    expect([look([], 1), look([], 9)]).toEqual(['on-its-way', 'on-its-way']);
  });

  it('has arrived when the server’s own record says so, in either scope of hers', () => {
    expect([look([told()], 0), look([told(scopeOf('p', PERSON))], null)]).toEqual(['arrived', 'arrived']);
  });

  it('is no safer than the act that tells of it', () => {
    expect([look([told()], 9, [11]), look([told()], 9, [3])]).toEqual(['kept-here', 'arrived']);
  });

  it('of another device of hers is on its way', () => {
    expect(look([], null)).toBe('on-its-way');
  });
});
