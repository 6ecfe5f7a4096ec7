import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { AddEvidence, addEvidence } from '#domain/add-evidence';
import { type SeenBy, Shown } from '#domain/evidence';
import { type Overlay, overlayOf } from '#domain/records';
import { showEvidence } from '#domain/show-evidence';
import { takeBackEvidence } from '#domain/take-back-evidence';
import { anEvidence, evidenceId, HERS, judgingAs, me, mediaId, NINE, nadia, OPEN } from '../build/asking.ts';
import { aRow } from '../build/field.ts';

const ID = evidenceId(1);
const photo = (n = 1): Shown => ({ kind: 'photo', media: mediaId(n), faces: 'none' });
const kept = () => overlayOf([aRow(HERS, 'evidence', ID, anEvidence())]);
const seenIn = (records: Overlay) => [records.get(HERS, 'evidence', ID)?.seenBy, records.get(OPEN, 'evidence', ID)?.seenBy];

describe('something to show', () => {
  const add = (records: Overlay, shown = photo(), actor = me) => {
    const decided = addEvidence.decide(records, { evidence: ID, shown, with: 'peer' }, judgingAs(actor));
    if (decided.ok) records.apply(decided.value);
    return decided.ok ? decided.value.length : decided.error;
  };

  it('is kept by the hash of its bytes, for her eyes only, with who was there', () => {
    const records = overlayOf([]);
    expect(add(records)).toBe(1);
    expect(records.get(HERS, 'evidence', ID)).toEqual({ shown: photo(), at: NINE, with: 'peer', seenBy: 'me' });
    expect(records.list(OPEN, 'evidence')).toEqual([]);
  });

  it('is kept once, and never changed into something else', () => {
    const records = kept();
    expect(add(records)).toBe(0);
    expect(add(records, photo(2))).toEqual({ type: 'ActionMalformed' });
    expect(add(overlayOf([]), photo(), nadia)).toEqual({ type: 'NotYours' });
  });

  it('is a film of thirty seconds and a voice of sixty at most', () => {
    const parses = (shown: unknown) => v.safeParse(Shown, shown).success;
    const media = mediaId(1);
    expect(parses({ kind: 'video', media, ms: 30_000, faces: 'none' })).toBe(true);
    expect(parses({ kind: 'video', media, ms: 30_001, faces: 'none' })).toBe(false);
    expect(parses({ kind: 'voice', media, ms: 60_000 })).toBe(true);
    expect(parses({ kind: 'voice', media, ms: 60_001 })).toBe(false);
    expect(parses({ kind: 'photo', media: 'x', faces: 'none' })).toBe(false);
    expect(parses({ kind: 'photo', media })).toBe(false);
    expect(v.safeParse(AddEvidence, { evidence: ID, shown: { kind: 'attestation', media }, with: 'self' }).success).toBe(true);
  });
});

describe('who may see it', () => {
  const show = (records: Overlay, to: SeenBy, at = NINE, place: 'phone' | 'server' = 'server', device = 'zPhone') => {
    const decided = showEvidence.decide(records, { evidence: ID, to }, judgingAs(me, { at, now: at, place, device }));
    if (decided.ok) records.apply(decided.value);
    return decided.ok ? null : decided.error;
  };

  it('is opened and closed by her; closed, nothing of it stays with the others', () => {
    const records = kept();
    show(records, 'structure', 1);
    expect(seenIn(records)).toEqual(['structure', 'structure']);
    show(records, 'world', 2);
    expect(seenIn(records)).toEqual(['world', 'world']);
    show(records, 'me', 3);
    expect(seenIn(records)).toEqual(['me', undefined]);
  });

  it('ends the same in whatever order the acts of two devices arrive, and the copy always says the same', () => {
    const anAct = fc.record({
      to: fc.constantFrom<SeenBy>('me', 'structure', 'world'),
      at: fc.nat(1000),
      device: fc.constantFrom('zPhone', 'zTablet'),
    });
    const distinct = fc.uniqueArray(anAct, { minLength: 1, maxLength: 8, selector: ({ at, device }) => `${at} ${device}` });
    const shuffled = distinct.chain((acts) => fc.tuple(fc.constant(acts), fc.shuffledSubarray(acts, { minLength: acts.length })));
    fc.assert(
      fc.property(shuffled, ([acts, order]) => {
        const [one, other] = [acts, order].map((some) => {
          const records = kept();
          for (const { to, at, device } of some) show(records, to, at, 'server', device);
          return seenIn(records);
        });
        expect(one).toEqual(other);
        expect(one?.[1]).toBe(one?.[0] === 'me' ? undefined : one?.[0]);
      }),
    );
  });

  it('is refused for what is not there', () => {
    expect(show(overlayOf([]), 'world')).toEqual({ type: 'RequestUnknown' });
    expect(showEvidence.decide(kept(), { evidence: ID, to: 'world' }, judgingAs(nadia))).toMatchObject({ error: { type: 'NotYours' } });
  });
});

describe('taking it back', () => {
  it('removes it everywhere, and is nothing the second time', () => {
    const records = overlayOf([aRow(HERS, 'evidence', ID, anEvidence()), aRow(OPEN, 'evidence', ID, anEvidence())]);
    const takeBack = () => takeBackEvidence.decide(records, { evidence: ID }, judgingAs(me));
    const first = takeBack();
    records.apply(first.ok ? first.value : []);
    expect(seenIn(records)).toEqual([undefined, undefined]);
    expect(takeBack()).toEqual({ ok: true, value: [] });
    expect(takeBackEvidence.decide(records, { evidence: ID }, judgingAs(nadia))).toMatchObject({ ok: false });
  });
});
