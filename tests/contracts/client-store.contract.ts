import { afterEach, describe, expect, it } from 'vitest';
import type { ClientStore } from '#client/sync/client-store';
import { CATALOGUE } from '#domain/ids';
import { aBadge, aRow, aSealedBadge, badgeId, chanceOf } from '../build/field.ts';
import { pageFor } from '../build/pulled-page.ts';
import {
  badges,
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
import { clientStoreBoxes } from './client-store-boxes.contract.ts';
import { clientStoreChanges } from './client-store-changes.contract.ts';

/** What every ClientStore must do, whatever it keeps things in. */
export const clientStoreContract = (name: string, place: StorePlace): void => {
  describe(`a client store in ${name}`, () => {
    afterEach(() => place.reset());

    describe('who the device is', () => {
      it('is nobody at first', async () => {
        const store = place.open();
        expect(await store.identity()).toBeUndefined();
        expect(await store.key()).toBeUndefined();
        expect(await store.progress()).toMatchObject({ epoch: '', last: 0, acknowledged: 0, safe: 0 });
      });

      it('keeps the first of two keys made at once, for both', async () => {
        const [first, second] = [{ seed: chanceOf(1)(32) }, { seed: chanceOf(2)(32) }];
        const [one, two] = [place.open(), place.open()];
        expect(await one.keepKey(first)).toEqual(first);
        expect(await two.keepKey(second)).toEqual(first);
        expect(await one.key()).toEqual(first);
      });

      it('is adopted once; the same again renews its certificate, another is an error', async () => {
        const store = place.open();
        await store.adopt(identity());
        await store.adopt({ ...identity(), certificate: 'abc' });
        expect(await store.adopt(identity(OTHER))).toBe(false);
        expect(await place.open().identity()).toMatchObject({ device: DEVICE, certificate: 'abc' });
      });
    });

    describe('acts', () => {
      it('are numbered from 1 without a hole, and outlive the store object', async () => {
        const store = place.open();
        for (let i = 0; i < 3; i++) await keepAct(store);
        expect((await place.open().outbox()).map(({ n }) => n)).toEqual([1, 2, 3]);
      });

      it('take no number when the rule says no', async () => {
        const store = place.open();
        expect(await store.act([], claimed, () => ({ keep: false, answer: 'no' }))).toBe('no');
        await keepAct(store);
        expect((await store.outbox()).map(({ n }) => n)).toEqual([1]);
      });

      it('leave nothing behind when the rule throws', async () => {
        const store = place.open();
        const broken = () => {
          throw new Error('planted');
        };
        await expect(store.act([], claimed, broken)).rejects.toThrow('planted');
        expect(await store.outbox()).toEqual([]);
      });

      it('done in two tabs at once are numbered one after the other', async () => {
        const [one, two] = [place.open(), place.open()];
        await Promise.all([keepAct(one), keepAct(two), keepAct(one), keepAct(two)]);
        expect((await one.outbox()).map(({ n }) => n)).toEqual([1, 2, 3, 4]);
      });

      it('show at once in what is read, and the next act sees them', async () => {
        const store = place.open();
        await store.adopt(identity());
        await keepAct(store);
        expect(await heldBadges(store)).toEqual([badgeId(1)]);
        const seen = await store.act(badges, claimed, (records) => ({ keep: false, answer: records.list(PEOPLE, 'badge').length }));
        expect(seen).toBe(1);
      });

      it('keep their numbers going up after all have been settled', async () => {
        const store = place.open();
        await keepAct(store);
        await pull(store, { last: 1, safe: 1 });
        await keepAct(store);
        expect((await store.outbox()).map(({ n }) => n)).toEqual([2]);
      });
    });

    describe('segments', () => {
      const ownStore = async (): Promise<ClientStore> => {
        const store = place.open();
        await store.adopt(identity());
        return store;
      };

      it('take the unsealed acts in order, and grow the chain', async () => {
        const store = await ownStore();
        for (let i = 0; i < 3; i++) await keepAct(store);
        expect((await store.unsealed(2)).map(({ n }) => n)).toEqual([1, 2]);
        await store.keepSegment(segmentOf('', 'h2', 1, 2));
        expect(await store.sealed()).toEqual({ n: 2, head: 'h2' });
        expect((await store.unsealed(250)).map(({ n }) => n)).toEqual([3]);
        expect((await place.open().segments()).map(({ last }) => last)).toEqual([2]);
      });

      it('come back as they were, to the byte', async () => {
        const store = await ownStore();
        await keepAct(store);
        await store.keepSegment(segmentOf('', 'h1', 1));
        expect(JSON.stringify((await place.open().segments())[0])).toBe(JSON.stringify(segmentOf('', 'h1', 1)));
      });

      it('that do not continue the chain change nothing', async () => {
        const store = await ownStore();
        for (let i = 0; i < 2; i++) await keepAct(store);
        await store.keepSegment(segmentOf('', 'h1', 1));
        await store.keepSegment(segmentOf('', 'other', 1, 2));
        await store.keepSegment(segmentOf('h1', 'other', 1, 2));
        expect((await store.sealed()).head).toBe('h1');
        expect(await store.segments()).toHaveLength(1);
      });

      it('stay until the server calls them safe', async () => {
        const store = await ownStore();
        for (let i = 0; i < 2; i++) await keepAct(store);
        await store.keepSegment(segmentOf('', 'h1', 1));
        await store.keepSegment(segmentOf('h1', 'h2', 2));
        await store.acknowledge(DEVICE, 2, await store.progress());
        await pull(store, { last: 2, safe: 1 });
        expect((await store.segments()).map(({ last }) => last)).toEqual([2]);
      });

      it('are acknowledged without ever going back', async () => {
        const store = place.open();
        await store.adopt(identity());
        await store.acknowledge(DEVICE, 4, await store.progress());
        await store.acknowledge(DEVICE, 2, await store.progress());
        await store.acknowledge(OTHER, 9, await store.progress());
        expect((await store.progress()).acknowledged).toBe(4);
      });
    });

    describe('pulled pages', () => {
      it('bring rows and cursors together, lists in order of id', async () => {
        const store = place.open();
        const ids = [badgeId(1), badgeId(2), badgeId(3)].sort();
        const rows = [...ids].reverse().map((id, i) => aRow(PEOPLE, 'badge', id, aBadge(), i + 1));
        await pull(store, {}, inScope(PEOPLE, 3, ...rows));
        expect(await heldBadges(store)).toEqual(ids);
        expect(await store.cursors()).toEqual({ [PEOPLE]: 3 });
      });

      it('give one record by id and nothing that was not asked for', async () => {
        const store = place.open();
        const two = [aRow(PEOPLE, 'badge', badgeId(1), aBadge()), aRow(PEOPLE, 'badge', badgeId(2), aBadge(), 2)];
        await pull(store, {}, inScope(PEOPLE, 2, ...two));
        const records = await store.read([{ scope: PEOPLE, kind: 'badge', id: badgeId(2) }]);
        expect(records.get(PEOPLE, 'badge', badgeId(2))?.step).toBe('claimed');
        expect(records.get(PEOPLE, 'badge', badgeId(1))).toBeUndefined();
      });

      it('remove what was removed elsewhere', async () => {
        const store = place.open();
        await pull(store, {}, inScope(PEOPLE, 1, aRow(PEOPLE, 'badge', badgeId(1), aBadge(), 1)));
        await pull(store, {}, inScope(PEOPLE, 2, aRow(PEOPLE, 'badge', badgeId(1), null, 2)));
        expect(await heldBadges(store)).toEqual([]);
      });

      it('take away a scope that is no longer allowed, with its cursor', async () => {
        const store = place.open();
        const mine = inScope(PEOPLE, 1, aRow(PEOPLE, 'badge', badgeId(1), aBadge()));
        await pull(store, {}, mine, inScope(CATALOGUE, 4));
        await pull(store, {}, inScope(CATALOGUE, 4));
        expect(await heldBadges(store)).toEqual([]);
        expect(await store.cursors()).toEqual({ [CATALOGUE]: 4 });
      });

      it('that come late, from another tab, take nothing back', async () => {
        const store = place.open();
        const stale = await pageFor(store, { last: 1, serverTime: 6000 }, [
          inScope(PEOPLE, 2, aRow(PEOPLE, 'badge', badgeId(1), aBadge(), 2)),
        ]);
        await pull(store, { last: 3, serverTime: 9000 }, inScope(PEOPLE, 7, aRow(PEOPLE, 'badge', badgeId(1), aSealedBadge(), 7)));
        expect(await store.applyPull(stale)).toBe(false);
        const records = await store.read(badges);
        expect(records.get(PEOPLE, 'badge', badgeId(1))?.step).toBe('sealed');
        expect(await store.cursors()).toEqual({ [PEOPLE]: 7 });
        expect(await store.progress()).toMatchObject({ last: 3, acknowledged: 3, serverTime: 9000 });
      });

      it('of a history that is over change nothing at all', async () => {
        const store = place.open();
        await pull(store, {}, inScope(PEOPLE, 2));
        const old = await pageFor(store, { last: 9 }, [inScope(PEOPLE, 3, aRow(PEOPLE, 'badge', badgeId(1), aBadge(), 3))]);
        await pull(store, { epoch: 'two' }, inScope(PEOPLE, 2));
        expect(await store.applyPull(old)).toBe(false);
        expect(await heldBadges(store)).toEqual([]);
        expect(await store.progress()).toMatchObject({ epoch: 'two', last: 0 });
      });

      it('leave acts in the replay until the last of them is in', async () => {
        const store = place.open();
        await store.adopt(identity());
        await keepAct(store);
        await store.applyPull(await pageFor(store, { last: 1 }, [inScope(CATALOGUE, 1), inScope(PEOPLE, 0)], true));
        expect(await heldBadges(store)).toEqual([badgeId(1)]);
        expect(await store.progress()).toMatchObject({ last: 0, acknowledged: 1 });
        const judged = aRow(PEOPLE, 'badge', badgeId(1), aSealedBadge(), 1);
        await pull(store, { last: 1 }, inScope(CATALOGUE, 1), inScope(PEOPLE, 1, judged));
        expect((await store.progress()).last).toBe(1);
        expect((await store.read(badges)).get(PEOPLE, 'badge', badgeId(1))?.step).toBe('sealed');
      });

      it('of a server that has judged less than it had said bring back what it lost, in one and the same history', async () => {
        const store = place.open();
        await store.adopt(identity());
        for (let i = 0; i < 2; i++) await keepAct(store);
        const both = [1, 2].map((n) => aRow(PEOPLE, 'badge', badgeId(n), aBadge(), n));
        await pull(store, { last: 2 }, inScope(PEOPLE, 2, ...both));
        expect(await store.outbox()).toEqual([]);
        const page = await pageFor(store, { last: 1 }, [inScope(PEOPLE, 1, ...both.slice(0, 1))]);
        await store.applyPull({ ...page, scopes: page.scopes.map((scope) => ({ ...scope, full: true })) });
        expect(await store.progress()).toMatchObject({ last: 1, acknowledged: 1 });
        expect((await store.outbox()).map(({ n }) => n)).toEqual([2]);
        expect((await heldBadges(store)).sort()).toEqual([badgeId(1), badgeId(2)].sort());
        expect(await store.cursors()).toEqual({ [PEOPLE]: 1 });
      });

      it('end the replay of the acts they have judged', async () => {
        const store = place.open();
        await store.adopt(identity());
        for (let i = 0; i < 2; i++) await keepAct(store);
        await pull(store, { last: 1, safe: 1 }, inScope(PEOPLE, 0));
        expect((await store.outbox()).map(({ n }) => n)).toEqual([2]);
        expect(await heldBadges(store)).toEqual([badgeId(2)]);
      });

      it('of a restored server replace all rows once the last is in, and what it has lost is shown and sent again', async () => {
        const store = place.open();
        await store.adopt(identity());
        await keepAct(store);
        await store.keepSegment(segmentOf('', 'h1', 1));
        const judged = [aRow(PEOPLE, 'badge', badgeId(1), aBadge(), 4), aRow(PEOPLE, 'badge', badgeId(9), aBadge(), 5)];
        await pull(store, { last: 1 }, inScope(PEOPLE, 5, ...judged));
        expect(await store.outbox()).toEqual([]);
        const restored = { epoch: 'two', last: 0 };
        await store.applyPull(await pageFor(store, restored, [inScope(CATALOGUE, 1), inScope(PEOPLE, 0)], true));
        expect([...(await heldBadges(store))].sort()).toEqual([badgeId(1), badgeId(9)].sort());
        await pull(store, restored, inScope(CATALOGUE, 1), inScope(PEOPLE, 2, aRow(PEOPLE, 'badge', badgeId(8), aBadge(), 2)));
        expect([...(await heldBadges(store))].sort()).toEqual([badgeId(1), badgeId(8)].sort());
        expect((await store.outbox()).map(({ n }) => n)).toEqual([1]);
        expect(await store.segments()).toHaveLength(1);
        expect(await store.cursors()).toEqual({ [CATALOGUE]: 1, [PEOPLE]: 2 });
        expect((await store.progress()).acknowledged).toBe(0);
      });
    });

    clientStoreChanges(place);
    clientStoreBoxes(place);

    describe('the rest', () => {
      it('keeps what this device found about a credential', async () => {
        const store = place.open();
        await store.keepCheck(badgeId(1), { verdict: 'unknown', at: 10, of: 1 });
        await store.keepCheck(badgeId(1), { verdict: 'valid', at: 20, of: 1 });
        expect([...(await place.open().checks())]).toEqual([[badgeId(1), { verdict: 'valid', at: 20, of: 1 }]]);
      });

      it('tells of a change made in another tab, until told to stop', async () => {
        const [here, there] = [place.open(), place.open()];
        let calls = 0;
        let woken: () => void = () => undefined;
        const called = new Promise<void>((resolve) => {
          woken = resolve;
        });
        const stop = here.subscribe(() => {
          calls += 1;
          woken();
        });
        await there.keepCheck('x', { verdict: 'valid', at: 1, of: 1 });
        await called;
        stop();
        const before = calls;
        await there.keepCheck('y', { verdict: 'valid', at: 1, of: 1 });
        // A message sent after the stop would have been delivered before this answer of the same channel.
        const heard = new Promise<void>((resolve) => {
          const end = here.subscribe(() => {
            end();
            resolve();
          });
        });
        await there.keepCheck('z', { verdict: 'valid', at: 1, of: 1 });
        await heard;
        expect(calls).toBe(before);
      });
    });
  });
};
