import { describe, expect, it } from 'vitest';
import { leaveDevice } from '#client/media/leave-device';
import type { HeldMedia } from '#client/media/media-store';
import { openSession } from '#client/sync/session';
import { signerOf } from '#client/sync/signer-of';
import { makeAgreementPair } from '#credentials/agreed-key';
import { type MediaId, scopeOf } from '#domain/ids';
import { aCourierAndAPhone, NO_NETWORK } from '../../build/boxes.ts';
import { PERSON } from '../../build/field.ts';
import { aPhoto, sha256Hex } from '../../build/media.ts';
import { aPhone } from '../../build/phone.ts';
import { OTHER_CARD } from '../../build/small-server.ts';

const SCOPE = scopeOf('q', PERSON);

describe('leaving a shared device with a photo that has not arrived', () => {
  it('keeps it closed, whole and unreadable, until the next person’s sync has brought it', async () => {
    const field = await aCourierAndAPhone();
    const { phone, server, clock, chance } = field;
    const photo = aPhoto(300_000);
    const id = sha256Hex(photo) as MediaId;
    const held: HeldMedia[] = [
      { id, scope: SCOPE, kind: 'photo', type: 'image/jpeg', size: photo.length, at: 1, take: 't', sent: 0, asked: false },
    ];
    const media = { held: async () => held, bytesOf: async () => photo, wipe: async () => void held.splice(0) };
    const identity = await phone.store.identity();
    if (!identity) throw new Error('somebody’s');
    const deps = { store: phone.store, transport: NO_NETWORK, signerOf, makeKey: async () => ({ seed: chance(32) }), clock, chance };
    expect(await leaveDevice({ ...(await openSession(deps, identity)), makePair: makeAgreementPair }, media)).toBe('left');
    expect(held).toEqual([]);
    const boxes = await phone.store.boxes();
    expect(boxes.length).toBe(3);
    for (const { box } of boxes) expect(Buffer.from(box).includes(Buffer.from(photo.slice(1000, 1032)))).toBe(false);
    const there = async () => (await server.store.read([{ scope: SCOPE, kind: 'media', id }])).get(SCOPE, 'media', id);
    expect(await there()).toBeUndefined();
    const next = aPhone({ transport: server.browser(), clock, chance, disk: phone.disk });
    await next.enrol(OTHER_CARD);
    await (await next.sync()).run();
    expect(await there()).toMatchObject({ size: photo.length, type: 'image/jpeg' });
    expect(await next.store.boxes()).toEqual([]);
  });
});
