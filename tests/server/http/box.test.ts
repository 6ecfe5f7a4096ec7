import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Bytes, fromBase64url, toBase64url, utf8 } from '#base/bytes';
import { createHttpTransport } from '#client/sync/http-transport';
import type { Transport } from '#client/sync/transport';
import { DEMO_INVITATION, DEMO_PEOPLE } from '#content/demo';
import { makeAgreementPair } from '#credentials/agreed-key';
import { BOX_KEY } from '#domain/box-key';
import { scopeOf } from '#domain/ids';
import { closeBox } from '#protocol/box';
import { openAnswer } from '#protocol/box-answer';
import { BOX_PATH } from '#protocol/courier';
import { MAX_BOX_BYTES } from '#protocol/limits';
import type { Segment } from '#protocol/segment';
import { revokeDevice } from '#server/actions/revoke-device';
import { boxesOf } from '../../build/boxes.ts';
import { badgeId, chanceOf, signerOfNumber } from '../../build/field.ts';
import { aPhone } from '../../build/phone.ts';
import {
  aClaim,
  advisorOf,
  besides,
  cardOf,
  demoTicket,
  jsonOf,
  NONCE,
  openWorld,
  organiserOf,
  type Phone,
  phoneOf,
  verdictOf,
  type World,
} from '../../build/server-world.ts';

const keyOf = (world: World): Promise<Bytes> =>
  besides(world, async (store) => {
    const { scope, kind, id } = BOX_KEY;
    return fromBase64url((await store.read([BOX_KEY])).get(scope, kind, id)?.key ?? '') ?? new Uint8Array(0);
  });

/** A box of that phone, closed for the world's server. */
const boxBy = async (world: World, phone: Pick<Phone, 'signer'>, segments: Segment[], room = 10_000) => {
  const closed = await closeBox(await makeAgreementPair(), await keyOf(world), phone.signer, { segments, cursors: {}, room });
  if (!closed) throw new Error('closed');
  return closed;
};

const bring = (world: World, box: Uint8Array | string, cookie?: string) =>
  world.post(BOX_PATH, { protocol: 1, nonce: NONCE, box: typeof box === 'string' ? box : toBase64url(box) }, { cookie });

const badgesOf = (world: World, person: string) =>
  besides(world, async (store) => {
    const scope = scopeOf('p', person);
    return (await store.read([{ scope, kind: 'badge' }])).list(scope, 'badge').map(({ id }) => id);
  });

const setting = async () => {
  const world = await openWorld();
  const [organiser, amina] = [await organiserOf(world), await phoneOf(world, 0)];
  const segment = await amina.seal(aClaim(badgeId(1), await demoTicket(world, organiser)));
  return { world, organiser, amina, segment, ...(await boxBy(world, amina, [segment])) };
};

describe('who may bring a box', () => {
  it('is any device that has signed in, whoever closed it; nobody else', async () => {
    const { world, organiser, amina, box } = await setting();
    const [advisor, karim, ended] = [await advisorOf(world), await phoneOf(world, 1), await phoneOf(world, 2, 33)];
    await besides(world, (store) => revokeDevice(store, ended.device));
    const verdicts = {
      nobody: await verdictOf(bring(world, box)),
      forger: await verdictOf(bring(world, box, `${karim.cookie()}x`)),
      ended: await verdictOf(bring(world, box, ended.cookie())),
      organiser: await verdictOf(bring(world, box, organiser.cookie())),
      advisor: await verdictOf(bring(world, box, advisor.cookie())),
      'another person': await verdictOf(bring(world, box, karim.cookie())),
      herself: await verdictOf(bring(world, box, amina.cookie())),
      'another site': await verdictOf(
        world.post(
          BOX_PATH,
          { protocol: 1, nonce: NONCE, box: toBase64url(box) },
          { cookie: karim.cookie(), headers: { origin: 'https://x.example' } },
        ),
      ),
    };
    expect(verdicts).toEqual({
      nobody: '401 SignInNeeded',
      forger: '401 SignInNeeded',
      ended: '410 DeviceEnded',
      organiser: '200',
      advisor: '200',
      'another person': '200',
      herself: '200',
      'another site': '403 NotAllowed',
    });
    expect(await badgesOf(world, DEMO_PEOPLE[0].id)).toEqual([badgeId(1)]);
  });

  it('learns nothing from the answer but when it was given', async () => {
    const { world, organiser, box, answerKey } = await setting();
    const reply = await jsonOf<{ answer: string }>(bring(world, box, organiser.cookie()));
    expect(Object.keys(reply).toSorted()).toEqual(['answer', 'nonce', 'protocol', 'serverTime']);
    const answer = await openAnswer(answerKey, fromBase64url(reply.answer) ?? new Uint8Array(0));
    expect(answer).toMatchObject({ acknowledged: { last: 1 }, pull: { last: 1 } });
    expect(answer?.pull?.scopes.map(({ scope }) => scope)).toContain(scopeOf('p', DEMO_PEOPLE[0].id));
  });
});

describe('a box that is not as it should be', () => {
  it('is refused by its own code, and nothing is stored', async () => {
    const { world, organiser, amina, segment, box } = await setting();
    const cookie = organiser.cookie();
    const altered = box.slice();
    altered[90] = (altered[90] ?? 0) ^ 1;
    const elsewhere = await closeBox(await makeAgreementPair(), (await makeAgreementPair()).publicKey, amina.signer, {
      segments: [],
      cursors: {},
      room: 1,
    });
    const stranger = await boxBy(world, { signer: await signerOfNumber(98) }, []);
    const bent = { ...segment, actions: segment.actions.map((action) => ({ ...action, at: 1 })) };
    const found = {
      altered: await verdictOf(bring(world, altered, cookie)),
      elsewhere: await verdictOf(bring(world, elsewhere?.box ?? '', cookie)),
      cut: await verdictOf(bring(world, box.slice(0, 60), cookie)),
      empty: await verdictOf(bring(world, '', cookie)),
      noise: await verdictOf(bring(world, chanceOf(5)(3000), cookie)),
      'not base64url': await verdictOf(bring(world, '+/=', cookie)),
      'an answer': await verdictOf(bring(world, Uint8Array.of(0x52, ...chanceOf(5)(300)), cookie)),
      'a device nobody knows': await verdictOf(bring(world, stranger.box, cookie)),
      'a segment that was bent before it was closed': await verdictOf(bring(world, (await boxBy(world, amina, [bent])).box, cookie)),
      'too large': await verdictOf(bring(world, new Uint8Array(MAX_BOX_BYTES + 3).fill(0x51), cookie)),
      'far too large': await verdictOf(bring(world, 'A'.repeat(300_000), cookie)),
      'no JSON': await verdictOf(world.post(BOX_PATH, '{', { cookie })),
      'another protocol': await verdictOf(world.post(BOX_PATH, { protocol: 2, nonce: NONCE, box: 'A' }, { cookie })),
    };
    expect(found).toEqual({
      altered: '422 BoxUnreadable',
      elsewhere: '422 BoxUnreadable',
      cut: '400 Malformed',
      empty: '400 Malformed',
      noise: '400 Malformed',
      'not base64url': '400 Malformed',
      'an answer': '400 Malformed',
      'a device nobody knows': '403 NotAllowed',
      'a segment that was bent before it was closed': '400 SignatureBad',
      'too large': '413 TooLarge',
      'far too large': '413 TooLarge',
      'no JSON': '400 Malformed',
      'another protocol': '400 ProtocolUnknown',
    });
    expect(await badgesOf(world, DEMO_PEOPLE[0].id)).toEqual([]);
  });

  it('with a hole before it is answered, so that its sender begins earlier', async () => {
    const { world, organiser, amina } = await setting();
    const later = await amina.seal({ name: 'show-badge', args: { badge: badgeId(1), to: 'world' } });
    const { box, answerKey } = await boxBy(world, amina, [later]);
    const reply = await jsonOf<{ answer: string; problem: string }>(bring(world, box, organiser.cookie()));
    expect(reply.problem).toBe('Gap');
    expect(await openAnswer(answerKey, fromBase64url(reply.answer) ?? new Uint8Array(0))).toMatchObject({
      problem: 'Gap',
      pull: { last: 0 },
    });
  });

  it('brought again, or long after, changes nothing', async () => {
    const { world, organiser, box } = await setting();
    for (let i = 0; i < 3; i++) expect(await verdictOf(bring(world, box, organiser.cookie()))).toBe('200');
    world.clock.tick(20 * 3_600_000);
    expect(await verdictOf(bring(world, box, organiser.cookie()))).toBe('200');
    expect(await badgesOf(world, DEMO_PEOPLE[0].id)).toEqual([badgeId(1)]);
  });

  it('is answered within the room its sender has', async () => {
    const { world, organiser, amina, segment } = await setting();
    for (const room of [600, 3000, 13_000]) {
      const { box, answerKey } = await boxBy(world, amina, [segment], room);
      const { answer } = await jsonOf<{ answer: string }>(bring(world, box, organiser.cookie()));
      const bytes = fromBase64url(answer) ?? new Uint8Array(0);
      expect(bytes.length).toBeLessThanOrEqual(room);
      expect(await openAnswer(answerKey, bytes)).toMatchObject({ acknowledged: { last: 1 }, pull: { more: true } });
    }
  });
});

describe('the key of boxes', () => {
  it('is the same after a restart, and opens what was closed before', async () => {
    const { world, organiser, box } = await setting();
    const before = await keyOf(world);
    await world.restart();
    expect(await keyOf(world)).toEqual(before);
    expect(await verdictOf(bring(world, box, organiser.cookie()))).toBe('200');
  });
});

describe('over a port', () => {
  /** A browser with its cookie, at the real port. */
  const browserAt = (address: string, origin: string): Transport => {
    let cookie = '';
    return createHttpTransport({
      origin: address,
      fetch: async (url, init) => {
        const response = await fetch(url, {
          ...init,
          headers: { ...(init.headers as Record<string, string>), origin, ...(cookie && { cookie }) },
        });
        cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie;
        return response;
      },
    });
  };

  it('a phone that has no network has its badge signed through another', async () => {
    const world = await openWorld();
    const listening = serve({ fetch: world.fetch, port: 0, hostname: '127.0.0.1' });
    onTestFinished(() => new Promise((closed) => listening.close(() => closed(undefined))));
    await new Promise((ready) => listening.once('listening', ready));
    const address = `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
    const [clock, chance] = [world.clock, chanceOf(3)];
    const phone = aPhone({ transport: browserAt(address, world.origin), clock, chance, origin: world.origin });
    expect(await phone.enrol(cardOf(0))).toBe('enrolled');
    await (await phone.sync()).run();
    const courier = aPhone({ transport: browserAt(address, world.origin), clock, chance });
    expect(await courier.enrolStaff(DEMO_INVITATION)).toBe('enrolled');
    const id = badgeId(7);
    await phone.do('claim-badge', { badge: id, ticket: await demoTicket(world, await organiserOf(world)) } as never);
    const [hers, theirs] = [boxesOf({ clock, chance }, phone), boxesOf({ clock, chance }, courier)];
    await theirs.take(await hers.box());
    expect(await (await courier.sync()).run()).toMatchObject({ type: 'done' });
    const [answer] = await theirs.answers();
    expect(await hers.read(answer ?? utf8(''))).toEqual({ type: 'taken' });
    expect(await phone.badges(DEMO_PEOPLE[0].id as never)).toMatchObject([{ id, body: { step: 'sealed' } }]);
  });
});
