import { renameSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it, vi } from 'vitest';
import { toBase64url } from '#base/bytes';
import { DEMO_EVENT, DEMO_PEOPLE, DEMO_STRUCTURE } from '#content/demo';
import { CATALOGUE } from '#domain/ids';
import { remove } from '#domain/record';
import type { Action } from '#protocol/action';
import { sealSegment } from '#protocol/segment';
import { PullReply, PushReply } from '#protocol/sync';
import { write } from '#server/actions/set-up';
import { badgeId, signerOfNumber, uuidOf } from '../../build/field.ts';
import {
  aClaim,
  besides,
  demoTicket,
  jsonOf,
  NONCE,
  openWorld,
  organiserOf,
  type Phone,
  phoneOf,
  push,
  verdictOf,
  type World,
} from '../../build/server-world.ts';

const pulled = async (phone: Phone) => v.parse(PullReply, await jsonOf(phone.pull()));
const rowsOf = async (phone: Phone, kind: string) =>
  (await pulled(phone)).scopes.flatMap(({ rows }) => rows).filter((row) => row.kind === kind && !row.deleted);
const refusals = async (phone: Phone) =>
  (await rowsOf(phone, 'refusal')).map(({ body }) => (body as { refusal: { type: string } }).refusal.type);

const withTicket = async (world: World) => {
  const [organiser, phone] = [await organiserOf(world), await phoneOf(world, 0)];
  return { organiser, phone, ticket: await demoTicket(world, organiser) };
};

describe('pushing a claim', () => {
  it('gives the badge, sealed, in the same answer’s next pull', async () => {
    const world = await openWorld();
    const { phone, ticket } = await withTicket(world);
    const segment = await phone.seal(aClaim(badgeId(1), ticket));
    const reply = v.parse(PushReply, await jsonOf(push(world, segment)));
    expect(reply).toMatchObject({ nonce: NONCE, serverTime: world.clock(), acknowledged: [{ device: phone.device, last: 1 }] });
    expect(await rowsOf(phone, 'badge')).toMatchObject([
      { id: badgeId(1), body: { step: 'sealed', event: DEMO_EVENT.id, shown: 'me', sealedAt: world.clock() } },
    ]);
    const [credential] = await rowsOf(phone, 'credential');
    expect(credential?.body).toMatchObject({
      credential: {
        id: `${world.origin}/b/${badgeId(1)}`,
        type: ['VerifiableCredential', 'OpenBadgeCredential'],
        issuer: { id: `did:web:localhost%3A8787:s:${DEMO_STRUCTURE.id}`, name: 'Les Jardins de Pessac' },
        credentialSubject: {
          id: `did:web:localhost%3A8787:p:${DEMO_PEOPLE[0].subject}`,
          achievement: { id: `${world.origin}/m/je-participe` },
        },
        proof: [{ cryptosuite: 'eddsa-rdfc-2022' }],
      },
    });
  });

  it('changes nothing when it is sent again, byte for byte', async () => {
    const world = await openWorld();
    const { phone, ticket } = await withTicket(world);
    const segment = await phone.seal(aClaim(badgeId(1), ticket));
    const first = await jsonOf(push(world, segment));
    const before = await pulled(phone);
    for (let i = 0; i < 3; i++) expect(await jsonOf(push(world, segment))).toEqual(first);
    expect(await pulled(phone)).toEqual(before);
  });

  it('gives exactly one badge when many copies arrive at once', async () => {
    const world = await openWorld();
    const { phone, ticket } = await withTicket(world);
    const segment = await phone.seal(aClaim(badgeId(1), ticket));
    const verdicts = await Promise.all(Array.from({ length: 8 }, () => verdictOf(push(world, segment))));
    expect(new Set(verdicts)).toEqual(new Set(['200']));
    expect(await rowsOf(phone, 'badge')).toHaveLength(1);
    expect(await rowsOf(phone, 'credential')).toHaveLength(1);
  });

  it('gives exactly one badge to two phones of one person', async () => {
    const world = await openWorld();
    const { phone, ticket } = await withTicket(world);
    const second = await phoneOf(world, 0, 9);
    await push(world, await phone.seal(aClaim(badgeId(1), ticket)));
    await push(world, await second.seal(aClaim(badgeId(2), ticket)));
    expect((await rowsOf(second, 'badge')).map(({ id }) => id)).toEqual([badgeId(1)]);
    expect(await refusals(second)).toEqual(['AlreadyHeld']);
    expect(await refusals(phone)).toEqual([]);
  });

  it('never allots one place of the status list twice', async () => {
    const world = await openWorld();
    const organiser = await organiserOf(world);
    const places: string[] = [];
    for (const i of [0, 1, 2]) {
      const phone = await phoneOf(world, i);
      await push(world, await phone.seal(aClaim(badgeId(i), await demoTicket(world, organiser))));
      const credentials = await rowsOf(phone, 'credential');
      const bodies = credentials.map(({ body }) => body as { credential: { credentialStatus: { statusListIndex: string } } });
      places.push(...bodies.map(({ credential }) => credential.credentialStatus.statusListIndex));
    }
    expect(new Set(places).size).toBe(3);
  });

  it('tells the organiser of it, without a name', async () => {
    const world = await openWorld();
    const { organiser, phone, ticket } = await withTicket(world);
    await push(world, await phone.seal(aClaim(badgeId(1), ticket)));
    const claims = await rowsOf(organiser, 'claim');
    expect(claims).toMatchObject([{ id: DEMO_PEOPLE[0].id, body: { badge: badgeId(1), how: 'fresh' } }]);
    expect(JSON.stringify(await pulled(organiser))).not.toContain('Amina');
  });

  it('says how late a claim is, by the ticket’s own time', async () => {
    const world = await openWorld();
    const { organiser, phone, ticket } = await withTicket(world);
    world.clock.tick(3 * 86_400_000);
    await push(world, await phone.seal(aClaim(badgeId(1), ticket)));
    await organiser.signIn();
    expect(await rowsOf(organiser, 'claim')).toMatchObject([{ body: { how: 'late' } }]);
  });
});

describe('a refused act', () => {
  it('counts and leaves its reason, so that the next ones are judged', async () => {
    const world = await openWorld();
    const { organiser, phone, ticket } = await withTicket(world);
    const forged = `${ticket.slice(0, -4)}AAAA`;
    const early = await demoTicket(world, organiser, { step: DEMO_EVENT.event.opens - 1000 });
    const segment = await phone.seal(
      aClaim(badgeId(1), forged),
      { name: 'fly-away', args: {} },
      { name: 'claim-badge', args: { badge: 'no id', ticket: 7 } },
      aClaim(badgeId(2), early),
      aClaim(badgeId(3), ticket),
      { name: 'show-badge', args: { badge: badgeId(3), to: 'world' } },
      { name: 'show-badge', args: { badge: badgeId(4), to: 'world' } },
    );
    expect(await verdictOf(push(world, segment))).toBe('200');
    expect(await refusals(phone)).toEqual(
      expect.arrayContaining(['TicketForged', 'ActionUnknown', 'ActionMalformed', 'TooEarly', 'BadgeUnknown']),
    );
    expect(await refusals(phone)).toHaveLength(5);
    expect(await rowsOf(phone, 'badge')).toMatchObject([{ id: badgeId(3), body: { step: 'sealed', shown: 'world' } }]);
    expect((await pulled(phone)).last).toBe(7);
  });

  it('is the answer to an organiser who claims, and to a ticket of a structure nobody knows', async () => {
    const world = await openWorld();
    const { organiser, phone, ticket } = await withTicket(world);
    await push(world, await organiser.seal(aClaim(badgeId(1), ticket)));
    expect(await refusals(organiser)).toEqual(['NotYours']);
    const foreign = await demoTicket(world, organiser, { event: uuidOf(77) as typeof DEMO_EVENT.id });
    const otherHost = ticket.replace(world.origin, 'https://elsewhere.example');
    await push(world, await phone.seal(aClaim(badgeId(1), foreign), aClaim(badgeId(2), otherHost)));
    expect(await refusals(phone)).toEqual(['EventUnknown', 'TicketForged']);
    expect(await rowsOf(phone, 'badge')).toEqual([]);
  });

  it('is the answer to a ticket signed by a device that no organisation certified', async () => {
    const world = await openWorld();
    const { organiser, phone } = await withTicket(world);
    const stranger = { ...organiser, signer: await signerOfNumber(99) };
    await push(world, await phone.seal(aClaim(badgeId(1), await demoTicket(world, stranger))));
    expect(await refusals(phone)).toEqual(['TicketForged']);
  });

  it('takes the server’s time for the act of a phone whose clock is years ahead', async () => {
    const world = await openWorld();
    const { phone, ticket } = await withTicket(world);
    const now = world.clock();
    world.clock.now = Date.parse('2031-01-01T00:00Z');
    const segment = await phone.seal(aClaim(badgeId(1), ticket));
    world.clock.now = now;
    await push(world, segment);
    expect(await rowsOf(phone, 'badge')).toMatchObject([{ body: { at: now } }]);
  });
});

describe('the chain of a device', () => {
  const show = { name: 'show-badge', args: { badge: badgeId(1), to: 'me' } };

  it('refuses a hole, and takes what fills it', async () => {
    const world = await openWorld();
    const phone = await phoneOf(world, 0);
    const [first, second] = [await phone.seal(show), await phone.seal(show)];
    expect(await verdictOf(push(world, second))).toBe('409 Gap');
    expect(await verdictOf(push(world, first, second))).toBe('200');
    expect((await pulled(phone)).last).toBe(2);
  });

  it('skips what it has, and takes the rest of a longer segment', async () => {
    const world = await openWorld();
    const phone = await phoneOf(world, 0);
    const first = await phone.seal(show);
    await push(world, first);
    const action: Action = { id: uuidOf(5) as Action['id'], n: 2, at: 1, name: 'show-badge', v: 1, args: show.args };
    const { segment } = await sealSegment(phone.signer, '', [...first.actions, action]);
    expect(await verdictOf(push(world, segment))).toBe('200');
    expect((await pulled(phone)).last).toBe(2);
  });

  it('refuses another history under the same numbers, whether it meets the last act, an older one or none', async () => {
    const world = await openWorld();
    const phone = await phoneOf(world, 0);
    const twin = async (prev: string, from: number, ...names: readonly string[]) => {
      const actions = names.map(
        (name, i): Action => ({ id: uuidOf(600 + from + i) as Action['id'], n: from + i, at: 5, v: 1, name, args: {} }),
      );
      return (await sealSegment(phone.signer, prev, actions)).segment;
    };
    const first = await phone.seal(show, show);
    await push(world, first, await phone.seal(show));
    expect(await verdictOf(push(world, await twin('', 1, 'other-act', 'other-act')))).toBe('409 Fork');
    expect(await verdictOf(push(world, await twin('', 1, 'other-act')))).toBe('409 Fork');
    expect(await verdictOf(push(world, await twin('', 1, 'other-act', 'other-act', 'other-act', 'other-act')))).toBe('409 Fork');
    expect(await verdictOf(push(world, await twin(toBase64url(new Uint8Array(32)), 4, 'other-act')))).toBe('409 Fork');
    expect(await verdictOf(push(world, first))).toBe('200');
    expect((await pulled(phone)).last).toBe(3);
  });

  it('is never continued by another device', async () => {
    const world = await openWorld();
    const [mine, hers] = [await phoneOf(world, 0), await phoneOf(world, 1)];
    const segment = await mine.seal(show);
    expect(await verdictOf(push(world, { ...segment, device: hers.device }))).toBe('400 SignatureBad');
    const changed = { ...segment, actions: segment.actions.map((action) => ({ ...action, args: { badge: badgeId(2), to: 'world' } })) };
    expect(await verdictOf(push(world, changed))).toBe('400 SignatureBad');
    const stranger = await sealSegment(await signerOfNumber(77), '', segment.actions);
    expect(await verdictOf(push(world, stranger.segment))).toBe('401 SignInNeeded');
  });

  it('lets one device’s trouble keep no other’s acts', async () => {
    const world = await openWorld();
    const [mine, hers] = [await phoneOf(world, 0), await phoneOf(world, 1)];
    await mine.seal(show);
    expect(await verdictOf(push(world, await mine.seal(show), await hers.seal(show)))).toBe('409 Gap');
    expect((await pulled(hers)).last).toBe(1);
  });
});

describe('a server that dies', () => {
  it('between commit and answer has the badge, once, when the phone asks again', async () => {
    const world = await openWorld();
    const { phone, ticket } = await withTicket(world);
    const segment = await phone.seal(aClaim(badgeId(1), ticket));
    // The answer of this push is lost, and so is everything the process held in memory.
    await push(world, segment);
    await world.restart();
    expect(await verdictOf(push(world, segment))).toBe('200');
    expect(await rowsOf(phone, 'badge')).toMatchObject([{ id: badgeId(1), body: { step: 'sealed' } }]);
    expect(await rowsOf(phone, 'credential')).toHaveLength(1);
  });

  it('before sealing finds the job when it starts again', async () => {
    const world = await openWorld();
    const { phone, ticket } = await withTicket(world);
    // Without the mould there is nothing to sign yet: the claim is durable, its sealing is not done.
    await besides(world, (store) => write(store, [remove(CATALOGUE, 'mould', 'je-participe')]));
    expect(await verdictOf(push(world, await phone.seal(aClaim(badgeId(1), ticket))))).toBe('200');
    expect(await rowsOf(phone, 'badge')).toMatchObject([{ body: { step: 'claimed' } }]);
    await world.restart();
    await vi.waitFor(async () => expect(await rowsOf(phone, 'badge')).toMatchObject([{ body: { step: 'sealed' } }]));
    expect(await rowsOf(phone, 'credential')).toHaveLength(1);
    expect(await besides(world, (store) => store.scopes('j'))).toEqual([]);
  });

  it('or has lost sight of a key keeps the claim with the phone instead of refusing it for ever', async () => {
    const world = await openWorld();
    const { phone, ticket } = await withTicket(world);
    const segment = await phone.seal(aClaim(badgeId(1), ticket));
    const key = `${world.dataFolder}/keys/${DEMO_STRUCTURE.id}.key`;
    renameSync(key, `${key}.away`);
    await world.restart();
    expect(await verdictOf(push(world, segment))).toBe('500 Broken');
    renameSync(`${key}.away`, key);
    expect(await verdictOf(push(world, segment))).toBe('200');
    expect(await rowsOf(phone, 'badge')).toMatchObject([{ body: { step: 'sealed' } }]);
  });
});
