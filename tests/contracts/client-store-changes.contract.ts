import { describe, expect, it } from 'vitest';
import type { ClientStore } from '#client/sync/client-store';
import { CATALOGUE, type DeviceId, scopeOf } from '#domain/ids';
import { sumOf } from '#protocol/scope-sum';
import { aBadge, aRow, badgeId, chanceOf } from '../build/field.ts';
import { pageFor } from '../build/pulled-page.ts';
import {
  claimed,
  DEVICE,
  heldBadges,
  identity,
  inScope,
  keepAct,
  OTHER,
  OWN,
  PEOPLE,
  pull,
  type StorePlace,
  segmentOf,
} from '../build/stored.ts';

/** What every ClientStore must do when rights, scopes or keys change under it. */
export const clientStoreChanges = (place: StorePlace): void => {
  describe('scopes started anew', () => {
    const rows = [1, 2, 3, 4].map((n) => aRow(PEOPLE, 'badge', badgeId(n), aBadge(), n));

    it('lose in the end what the server no longer tells, and nothing before', async () => {
      const store = place.open();
      await pull(store, {}, inScope(PEOPLE, 4, ...rows), inScope(CATALOGUE, 2));
      await store.renew([PEOPLE, scopeOf('s', 'never-held')]);
      expect(await store.cursors()).toEqual({ [PEOPLE]: 0, [CATALOGUE]: 2 });
      expect(await heldBadges(store)).toHaveLength(4);
      const page = await pageFor(store, {}, [inScope(PEOPLE, 2, ...rows.slice(0, 1)), inScope(CATALOGUE, 2)], true);
      await store.applyPull(page);
      expect(await heldBadges(store)).toHaveLength(4);
      await pull(store, {}, inScope(PEOPLE, 3, ...rows.slice(2, 3)), inScope(CATALOGUE, 2));
      expect([...(await heldBadges(store))].sort()).toEqual([badgeId(1), badgeId(3)].sort());
      await pull(store, {}, inScope(PEOPLE, 5, aRow(PEOPLE, 'badge', badgeId(7), aBadge(), 5)), inScope(CATALOGUE, 2));
      expect(await heldBadges(store)).toHaveLength(3);
    });

    it('are summed without reading a body, whatever else is held', async () => {
      const store = place.open();
      await pull(store, {}, inScope(PEOPLE, 4, ...rows), inScope(CATALOGUE, 2));
      const sums = await store.sums([PEOPLE, CATALOGUE]);
      expect(sums.get(PEOPLE)).toEqual(sumOf(rows));
      expect(sums.get(CATALOGUE)).toEqual({ count: 0, sum: 0 });
      expect(await store.compared()).toBe(0);
      await store.keepCompared(77);
      expect(await place.open().compared()).toBe(77);
    });
  });

  describe('acts on what may no longer be read', () => {
    const here = [inScope(PEOPLE, 0), inScope(OWN, 0)] as const;

    const withTwoActs = async (): Promise<ClientStore> => {
      const store = place.open();
      await store.adopt(identity());
      await pull(store, {}, ...here);
      for (let i = 0; i < 2; i++) await keepAct(store);
      await pull(store, {}, inScope(OWN, 0));
      return store;
    };

    it('are set aside with their scopes: shown no more, sent all the same', async () => {
      const store = await withTwoActs();
      expect(await heldBadges(store)).toEqual([]);
      expect((await store.aside()).map(({ entry, scopes }) => [entry.n, scopes])).toEqual([
        [1, [PEOPLE]],
        [2, [PEOPLE]],
      ]);
      expect((await store.unsealed(9)).map(({ n }) => n)).toEqual([1, 2]);
    });

    it('come back with the right', async () => {
      const store = await withTwoActs();
      await pull(store, {}, ...here);
      expect(await store.aside()).toEqual([]);
      expect(await heldBadges(store)).toHaveLength(2);
    });

    it('are set aside, too, when they wait again because the server was set back', async () => {
      const store = place.open();
      await store.adopt(identity());
      await keepAct(store);
      await pull(store, { last: 1 }, inScope(PEOPLE, 1, aRow(PEOPLE, 'badge', badgeId(1), aBadge(), 1)), inScope(OWN, 1));
      await pull(store, { last: 1 }, inScope(OWN, 1));
      expect(await store.aside()).toEqual([]);
      await pull(store, { last: 0 }, inScope(OWN, 1));
      expect((await store.outbox()).map(({ n }) => n)).toEqual([1]);
      expect(await store.aside()).toMatchObject([{ scopes: [PEOPLE] }]);
      expect(await heldBadges(store)).toEqual([]);
    });

    it('stay visible after they were refused, and go when they were accepted or forgotten', async () => {
      const store = await withTwoActs();
      const refused = { n: 1, action: claimed(1).action.id, refusal: { type: 'NotYours' as const } };
      await pull(store, { last: 2, safe: 2 }, inScope(OWN, 3, aRow(OWN, 'refusal', claimed(1).action.id, refused, 3)));
      expect((await store.aside()).map(({ entry }) => entry.n)).toEqual([1]);
      expect(await store.outbox()).toEqual([]);
      await store.forgetAside((await store.aside()).map(({ id }) => id));
      expect(await place.open().aside()).toEqual([]);
    });

    it('of a device that was ended are kept, everything else leaves it', async () => {
      const store = place.open();
      await store.adopt(identity());
      for (let i = 0; i < 3; i++) await keepAct(store);
      await store.keepSegment(segmentOf('', 'h1', 1));
      await store.acknowledge(DEVICE, 1, await store.progress());
      await store.keepCheck(badgeId(1), { verdict: 'valid', at: 1, of: 1 });
      await pull(store, { last: 1 }, inScope(PEOPLE, 1, aRow(PEOPLE, 'badge', badgeId(5), aBadge(), 1)));
      await store.end(OTHER);
      expect(await store.identity()).toBeDefined();
      await store.end(DEVICE);
      const after = place.open();
      expect([await after.identity(), await after.key(), await after.outbox(), await after.segments()]).toEqual([
        undefined,
        undefined,
        [],
        [],
      ]);
      expect([await heldBadges(after), await after.cursors(), (await after.checks()).size]).toEqual([[], {}, 0]);
      expect((await after.aside()).map(({ entry }) => entry.n)).toEqual([2, 3]);
      await after.adopt(identity(OTHER));
      await keepAct(after);
      expect((await after.outbox()).map(({ n }) => n)).toEqual([1]);
      expect(await after.aside()).toHaveLength(2);
    });
  });

  describe('a device that goes on under another key', () => {
    const fresh = { seed: chanceOf(77)(32) };
    const asOther = { ...identity(OTHER), keyPair: fresh };

    const forked = async (): Promise<ClientStore> => {
      const store = place.open();
      await store.adopt(identity());
      for (let i = 0; i < 4; i++) await keepAct(store);
      await store.keepSegment(segmentOf('', 'h1', 1));
      await store.keepSegment(segmentOf('h1', 'h3', 2, 3));
      await pull(store, { last: 2, safe: 1 }, inScope(PEOPLE, 0));
      return store;
    };

    it('keeps that key first, one for all tabs', async () => {
      const store = await forked();
      expect(await store.keepSuccessor(DEVICE, fresh)).toEqual({ of: DEVICE, key: fresh, last: 1 });
      expect(await place.open().keepSuccessor(DEVICE, { seed: chanceOf(78)(32) })).toEqual({ of: DEVICE, key: fresh, last: 1 });
      expect(await store.keepSuccessor(OTHER, fresh)).toBeUndefined();
    });

    it('seals anew, under the same numbers and ids, all that is not both judged and safe, and shows nothing twice', async () => {
      const store = await forked();
      const before = await heldBadges(store);
      const successor = await store.keepSuccessor(DEVICE, fresh);
      if (!successor) throw new Error('it is this device');
      await store.succeed(successor, asOther);
      expect(await store.identity()).toMatchObject({ device: OTHER });
      expect(await store.key()).toEqual(fresh);
      expect([await store.segments(), await store.sealed()]).toEqual([[], { n: 1, head: '' }]);
      expect((await store.unsealed(9)).map(({ n, action }) => [n, action.id])).toEqual([2, 3, 4].map((n) => [n, claimed(n).action.id]));
      expect(await heldBadges(store)).toEqual(before);
      expect(await store.progress()).toMatchObject({ last: 2, acknowledged: 1 });
    });

    it('takes no segment or acknowledgement of the old one any more, and becomes the other only once', async () => {
      const store = await forked();
      const successor = await store.keepSuccessor(DEVICE, fresh);
      if (!successor) throw new Error('it is this device');
      await store.succeed(successor, asOther);
      await keepAct(store);
      await store.succeed(successor, identity('z6MkghostghostghostghostghostghostghostghostghostGh' as DeviceId));
      await store.keepSegment({ ...segmentOf('', 'x', 2, 3), segment: { ...segmentOf('', 'x', 2, 3).segment, device: DEVICE } });
      await store.acknowledge(DEVICE, 4, await store.progress());
      expect(await store.segments()).toEqual([]);
      expect((await store.identity())?.device).toBe(OTHER);
      expect((await store.progress()).acknowledged).toBe(1);
    });
  });

  describe('what is heard too late', () => {
    const both = [1, 2].map((n) => aRow(PEOPLE, 'badge', badgeId(n), aBadge(), n));

    it('from before the server was set back, says nothing any more', async () => {
      const store = place.open();
      await store.adopt(identity());
      for (let i = 0; i < 2; i++) await keepAct(store);
      await pull(store, { last: 2 }, inScope(PEOPLE, 2, ...both));
      const [before, late] = [await store.progress(), await pageFor(store, { last: 2 }, [inScope(PEOPLE, 2)])];
      const page = await pageFor(store, { last: 1 }, [inScope(PEOPLE, 1, ...both.slice(0, 1))]);
      await store.applyPull({ ...page, scopes: page.scopes.map((scope) => ({ ...scope, full: true })) });
      expect(await store.applyPull(late)).toBe(false);
      await store.acknowledge(DEVICE, 2, before);
      expect(await store.progress()).toMatchObject({ last: 1, acknowledged: 1 });
      expect((await store.outbox()).map(({ n }) => n)).toEqual([2]);
      await store.acknowledge(DEVICE, 2, await store.progress());
      expect(await store.progress()).toMatchObject({ acknowledged: 2 });
    });

    it('and not taken for its rows, tells all the same that the server was set back', async () => {
      const store = place.open();
      await store.adopt(identity());
      await keepAct(store);
      await pull(store, { last: 1 }, inScope(PEOPLE, 2, ...both));
      const page = await pageFor(store, { last: 0 }, [inScope(PEOPLE, 2)]);
      await pull(store, { last: 1 }, inScope(PEOPLE, 3));
      expect(await store.applyPull(page)).toBe(false);
      expect(await store.progress()).toMatchObject({ last: 0, acknowledged: 0 });
      expect((await store.outbox()).map(({ n }) => n)).toEqual([1]);
    });

    it('and asked before what another tab has heard since, says nothing of what was judged: the server may have been set back', async () => {
      const store = place.open();
      await store.adopt(identity());
      await keepAct(store);
      await pull(store, {}, inScope(PEOPLE, 1));
      const [before, late] = [await store.progress(), await pageFor(store, { last: 1 }, [inScope(PEOPLE, 1)])];
      await pull(store, { last: 0 }, inScope(PEOPLE, 1));
      await store.acknowledge(DEVICE, 1, before);
      expect(await store.applyPull(late)).toBe(false);
      expect(await store.progress()).toMatchObject({ last: 0, acknowledged: 0 });
      await store.acknowledge(DEVICE, 1, await store.progress());
      expect((await store.progress()).acknowledged).toBe(1);
    });

    it('but was carried by somebody, says what it has to say whatever was heard meanwhile', async () => {
      const store = place.open();
      await store.adopt(identity());
      await keepAct(store);
      await pull(store, {}, inScope(PEOPLE, 1));
      const { heard: _, ...asked } = await store.progress();
      await pull(store, { last: 0 }, inScope(PEOPLE, 1));
      await store.acknowledge(DEVICE, 1, asked);
      expect((await store.progress()).acknowledged).toBe(1);
    });

    it('of another history, acknowledges nothing', async () => {
      const store = place.open();
      await store.adopt(identity());
      await keepAct(store);
      await pull(store, {}, inScope(PEOPLE, 0));
      const before = await store.progress();
      await pull(store, { epoch: 'two' }, inScope(PEOPLE, 0));
      await store.acknowledge(DEVICE, 1, before);
      expect((await store.progress()).acknowledged).toBe(0);
    });

    it('by who has left brings nothing of hers back', async () => {
      const store = place.open();
      await store.adopt(identity());
      const page = await pageFor(store, {}, [inScope(PEOPLE, 2, ...both)]);
      expect(await store.leave(DEVICE, 0, [])).toBe(true);
      expect(await store.applyPull(page)).toBe(false);
      await store.keepCertificate(DEVICE, 'abc');
      expect([await store.identity(), await store.cursors(), await heldBadges(store)]).toEqual([undefined, {}, []]);
    });

    it('under the key before, changes nothing under the one after it', async () => {
      const store = place.open();
      await store.adopt(identity());
      await keepAct(store);
      const page = await pageFor(store, { last: 1 }, [inScope(PEOPLE, 2, ...both), inScope(OWN, 1)]);
      const fresh = { seed: chanceOf(77)(32) };
      const successor = await store.keepSuccessor(DEVICE, fresh);
      if (!successor) throw new Error('it is this device');
      await store.succeed(successor, { ...identity(OTHER), keyPair: fresh });
      expect(await store.applyPull(page)).toBe(false);
      await store.keepCertificate(DEVICE, 'abc');
      await store.keepCertificate(OTHER, 'def');
      expect(await store.identity()).toMatchObject({ device: OTHER, certificate: 'def' });
      expect([await store.cursors(), (await store.progress()).last]).toEqual([{}, 0]);
    });
  });
};
