import { describe, expect, it } from 'vitest';
import type { HeldBox, SentBox } from '#client/sync/client-store';
import { NO_PROGRESS } from '#client/sync/merge-progress';
import { CATALOGUE } from '#domain/ids';
import { aBadge, aRow, badgeId, chanceOf } from '../build/field.ts';
import {
  claimed,
  DEVICE,
  heldBadges,
  identity,
  inScope,
  keepAct,
  OTHER,
  PEOPLE,
  pull,
  type StorePlace,
  segmentOf,
} from '../build/stored.ts';

const sent = (n: number, last = n): SentBox => ({
  id: `sent-${n}`,
  box: chanceOf(n)(300),
  answerKey: chanceOf(n + 100)(32),
  last,
  at: n,
  basedOn: NO_PROGRESS,
  cursors: { 'c:network': n },
});
const held = (n: number, from: HeldBox['from'] = 'carried'): HeldBox => ({ id: `box-${n}`, box: chanceOf(n)(200), from, at: n });

/** What every ClientStore must do with boxes: those it gave away, and those it carries. */
export const clientStoreBoxes = (place: StorePlace): void => {
  describe('boxes this device gave to somebody', () => {
    it('are kept whole until less than what they brought is acknowledged', async () => {
      const store = place.open();
      await store.adopt(identity());
      for (const n of [1, 2, 3]) await store.keepSentBox(DEVICE, sent(n));
      expect(await place.open().sentBoxes()).toEqual([sent(1), sent(2), sent(3)]);
      await store.settleSentBoxes(DEVICE, 2);
      expect((await store.sentBoxes()).map(({ id }) => id)).toEqual(['sent-2', 'sent-3']);
    });

    it('are few: the oldest go', async () => {
      const store = place.open();
      await store.adopt(identity());
      for (let n = 0; n < 12; n++) await store.keepSentBox(DEVICE, sent(n));
      expect((await store.sentBoxes()).map(({ last }) => last)).toEqual([4, 5, 6, 7, 8, 9, 10, 11]);
    });

    it('of a device that goes on under another key are not kept', async () => {
      const store = place.open();
      await store.adopt(identity());
      await store.keepSentBox(OTHER, sent(1));
      expect(await store.sentBoxes()).toEqual([]);
    });
  });

  describe('boxes of others', () => {
    it('are kept whole, the oldest first, each once', async () => {
      const store = place.open();
      for (const n of [2, 1, 2]) expect(await store.keepBox(held(n))).toBe('kept');
      expect(await place.open().boxes()).toEqual([held(1), held(2)]);
    });

    it('have their answer or what was said against them, until they are forgotten', async () => {
      const store = place.open();
      for (const n of [1, 2]) await store.keepBox(held(n));
      const answer = chanceOf(9)(100);
      await store.answerBox('box-1', { problem: 'Gap' });
      await store.answerBox('box-1', { answer });
      await store.answerBox('box-2', { problem: 'BoxUnreadable' });
      await store.answerBox('box-7', { answer });
      expect(await store.boxes()).toEqual([
        { ...held(1), answer },
        { ...held(2), problem: 'BoxUnreadable' },
      ]);
      await store.keepBox(held(1));
      expect((await store.boxes())[0]).toEqual({ ...held(1), answer });
      await store.forgetBoxes(['box-1']);
      expect((await store.boxes()).map(({ id }) => id)).toEqual(['box-2']);
    });

    it('that were left here go once they are judged, and stay while they are not', async () => {
      const store = place.open();
      for (const n of [1, 2]) await store.keepBox(held(n, 'left'));
      await store.answerBox('box-1', { problem: 'Gap' });
      await store.answerBox('box-2', {});
      expect(await store.boxes()).toEqual([{ ...held(1, 'left'), problem: 'Gap' }]);
      await store.answerBox('box-1', {});
      expect(await store.boxes()).toEqual([]);
    });

    it('do not fill the device', async () => {
      const store = place.open();
      for (let n = 0; n < 6; n++) expect(await store.keepBox({ ...held(n), box: new Uint8Array(1024 * 1024) })).toBe('kept');
      expect(await store.keepBox(held(7))).toBe('full');
      expect(await store.boxes()).toHaveLength(6);
    });
  });

  describe('leaving', () => {
    const lived = async () => {
      const store = place.open();
      await store.adopt(identity());
      await pull(store, {}, inScope(PEOPLE, 1, aRow(PEOPLE, 'badge', badgeId(9), aBadge(), 1)), inScope(CATALOGUE, 0));
      await keepAct(store, claimed);
      await store.keepSegment(segmentOf('', 'head', 1));
      await store.keepSentBox(DEVICE, sent(1));
      await store.keepBox(held(1));
      return store;
    };

    it('wipes the owner and all that is hers, and keeps only closed boxes', async () => {
      const store = await lived();
      expect(await store.leave(DEVICE, 1, [held(5, 'left')])).toBe(true);
      const after = place.open();
      expect([await after.identity(), await after.key()]).toEqual([undefined, undefined]);
      expect([await after.outbox(), await after.segments(), await after.sentBoxes(), await heldBadges(after)]).toEqual([[], [], [], []]);
      expect([await after.progress(), await after.sealed(), await after.cursors()]).toEqual([NO_PROGRESS, { n: 0, head: '' }, {}]);
      expect(await after.boxes()).toEqual([held(1), held(5, 'left')]);
      await after.adopt(identity(OTHER));
    });

    it('changes nothing while there is an act that was not closed, or for another device', async () => {
      const store = await lived();
      await keepAct(store);
      expect(await store.leave(DEVICE, 1, [held(5, 'left')])).toBe(false);
      expect(await store.leave(OTHER, 2, [held(5, 'left')])).toBe(false);
      expect(await store.identity()).toMatchObject({ device: DEVICE });
      expect(await store.boxes()).toEqual([held(1)]);
    });
  });
};
