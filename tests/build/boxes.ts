import type { Bytes } from '#base/bytes';
import { leave } from '#client/sync/leave';
import { packBox } from '#client/sync/pack-box';
import { readAnswer } from '#client/sync/read-answer';
import { openSession } from '#client/sync/session';
import { signerOf } from '#client/sync/signer-of';
import type { Transport } from '#client/sync/transport';
import { makeAgreementPair } from '#credentials/agreed-key';
import { type BadgeId, type EventId, type PersonId, scopeOf } from '#domain/ids';
import { boxId } from '#protocol/box';
import { type MAX_BOX_BYTES, MAX_FRAMED_BYTES } from '#protocol/limits';
import { eventPatches, write } from '#server/actions/set-up';
import type { ServerStore } from '#server/storage/server-store';
import { anEvent, chanceOf, clockAt, MOULD, organisersOf, PERSON, uuidOf } from './field.ts';
import { aPhone, type Phone } from './phone.ts';
import { CARD, INVITATION, openSmallServer, type SmallServer } from './small-server.ts';

/** No network, for ever. */
export const NO_NETWORK: Transport = { post: async () => ({ type: 'silence', why: 'unreachable' }) };

/** A server, and what is needed to make phones. */
export const aField = async (store?: ServerStore) => {
  const clock = clockAt('2026-05-30T09:00:05Z');
  const chance = chanceOf(7);
  const server = await openSmallServer({ clock, chance, ...(store && { store }) });
  const { qr } = await organisersOf();
  return { clock, chance, server, qr };
};
export type Field = Awaited<ReturnType<typeof aField>>;

/** What a phone does with boxes, over its own store. */
export const boxesOf = ({ clock, chance }: Pick<Field, 'clock' | 'chance'>, phone: Phone) => {
  const session = async () => {
    const identity = await phone.store.identity();
    if (!identity) throw new Error('somebody’s');
    const deps = { store: phone.store, transport: NO_NETWORK, signerOf, makeKey: async () => ({ seed: chance(32) }), clock, chance };
    return { ...(await openSession(deps, identity)), makePair: makeAgreementPair };
  };
  return {
    pack: async (room: typeof MAX_FRAMED_BYTES | typeof MAX_BOX_BYTES = MAX_FRAMED_BYTES) => packBox(await session(), room),
    /** The box, which there must be. */
    box: async (): Promise<Bytes> => {
      const packed = await packBox(await session(), MAX_FRAMED_BYTES);
      if (packed.type !== 'box') throw new Error(`a box, not ${packed.type}`);
      return packed.sent.box;
    },
    read: async (answer: Bytes) => readAnswer(await session(), answer),
    leave: async () => leave(await session()),
    /** Takes in somebody else's box. */
    take: async (box: Bytes) => phone.store.keepBox({ id: await boxId(box), box, from: 'carried', at: clock() }),
    answers: async (): Promise<readonly Bytes[]> => (await phone.store.boxes()).flatMap(({ answer }) => (answer ? [answer] : [])),
  };
};

/** Amina's phone, which has synced once and has no network since, and an organiser's, which has. */
export const aCourierAndAPhone = async (store?: ServerStore) => {
  const field = await aField(store);
  const { clock, chance, server } = field;
  const phone = aPhone({ transport: server.browser(), clock, chance });
  await phone.enrol(CARD);
  await (await phone.sync()).run();
  const courier = aPhone({ transport: server.browser(), clock, chance });
  await courier.enrolStaff(INVITATION);
  return { ...field, phone, courier, ofPhone: boxesOf(field, phone), ofCourier: boxesOf(field, courier) };
};

/** Adds an event of its own for each number, so that many badges can be taken, and gives its ticket's text. */
export const ticketOf = async ({ server, qr }: Pick<Field, 'server' | 'qr'>, n: number): Promise<string> => {
  const event = uuidOf(9000 + n) as EventId;
  await write(server.store, eventPatches(event, anEvent({ mould: MOULD })));
  return qr({ event });
};

/** The badges a person has on the server. */
export const badgesOnServer = async ({ store }: SmallServer, person: PersonId = PERSON): Promise<readonly BadgeId[]> => {
  const scope = scopeOf('p', person);
  return (await store.read([{ scope, kind: 'badge' }])).list(scope, 'badge').map(({ id }) => id as BadgeId);
};
