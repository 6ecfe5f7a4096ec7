import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Signer } from '#base/ambient';
import { toBase64url } from '#base/bytes';
import type { DeviceId } from '#domain/ids';
import type { Action } from '#protocol/action';
import { proofBytes } from '#protocol/entry';
import { type Segment, sealSegment } from '#protocol/segment';
import { PullReply } from '#protocol/sync';
import { revokeDevice } from '#server/actions/revoke-device';
import { badgeId, signerOfNumber, uuidOf } from '../../build/field.ts';
import {
  aClaim,
  besides,
  cookieOf,
  demoTicket,
  jsonOf,
  NONCE,
  openWorld,
  organiserOf,
  type Phone,
  phoneOf,
  prove,
  push,
  verdictOf,
  type World,
} from '../../build/server-world.ts';

/** What a device says that wants to succeed another; `by` vouches for it. */
const pass = async (world: World, next: Signer, of: string, by: Signer, last = 0) => {
  const proof = await prove(world, next, 'enrol');
  const vouch = toBase64url(await by.sign(proofBytes('succeed', next.publicKey, proof.nonce)));
  return { with: 'device', of, last, vouch, ...proof };
};

const succeed = async (world: World, phone: Phone, n: number, last = 0) => {
  const signer = await signerOfNumber(n);
  const answer = await world.post('/api/enrol', await pass(world, signer, phone.device, phone.signer, last));
  const cookie = cookieOf(answer);
  const pull = () => world.post('/api/sync/pull', { protocol: 1, nonce: NONCE, device: signer.publicKey, cursors: {} }, { cookie });
  return { signer, answer, pull: async () => v.parse(PullReply, await jsonOf(pull())) };
};

const action = (n: number, at: number, name: string, args: Action['args'], id = n): Action => ({
  id: uuidOf(8000 + id) as Action['id'],
  n,
  at,
  name,
  v: 1,
  args,
});

const sealed = async (signer: Signer, ...actions: readonly Action[]): Promise<Segment> => (await sealSegment(signer, '', actions)).segment;

const show = (n: number, at: number, to: 'me' | 'world', id = n) => action(n, at, 'show-badge', { badge: badgeId(1), to }, id);

const rowsOf = ({ scopes }: PullReply, kind: string) =>
  scopes.flatMap(({ rows }) => rows).filter((row) => row.kind === kind && !row.deleted);

describe('a device that goes on under another key', () => {
  it('is let in by the word of the old one, under its owner, and begins where it says', async () => {
    const world = await openWorld();
    const phone = await phoneOf(world, 0);
    const { signer, answer, pull } = await succeed(world, phone, 71, 5);
    expect(await jsonOf(answer.clone())).toMatchObject({ device: signer.publicKey, actor: { role: 'person' } });
    expect(await pull()).toMatchObject({ last: 5, head: '' });
    expect(await verdictOf(push(world, await sealed(signer, show(6, 1, 'me'))))).toBe('200');
    expect((await pull()).last).toBe(6);
  });

  it('may ask twice; nobody else may have its key', async () => {
    const world = await openWorld();
    const [phone, other] = [await phoneOf(world, 0), await phoneOf(world, 1)];
    const { signer } = await succeed(world, phone, 71, 5);
    expect(await verdictOf((await succeed(world, phone, 71, 9)).answer)).toBe('200');
    expect(await verdictOf((await succeed(world, other, 71)).answer)).toBe('403 NotAllowed');
    const { members } = await familyOf(world, phone);
    expect(members).toEqual([signer.publicKey]);
  });

  it.each([
    ['the word of another device', 'other'],
    ['its own word', 'own'],
  ])('is refused with %s', async (_what, whose) => {
    const world = await openWorld();
    const [phone, other] = [await phoneOf(world, 0), await phoneOf(world, 1)];
    const next = await signerOfNumber(71);
    const by = whose === 'own' ? next : other.signer;
    expect(await verdictOf(world.post('/api/enrol', await pass(world, next, phone.device, by)))).toBe('400 SignatureBad');
  });

  it('is refused when the old one is unknown, or was ended', async () => {
    const world = await openWorld();
    const phone = await phoneOf(world, 0);
    const stranger = await signerOfNumber(90);
    expect(await verdictOf(world.post('/api/enrol', await pass(world, await signerOfNumber(71), stranger.publicKey, stranger)))).toBe(
      '401 SignInNeeded',
    );
    await besides(world, (store) => revokeDevice(store, phone.device as DeviceId));
    expect(await verdictOf((await succeed(world, phone, 71)).answer)).toBe('410 DeviceEnded');
  });

  it('is refused when a device has forked more often than any phone does', async () => {
    const world = await openWorld();
    const phone = await phoneOf(world, 0);
    const verdicts: string[] = [];
    for (let i = 0; i < 66; i++) {
      world.clock.tick(60_000);
      verdicts.push(await verdictOf((await succeed(world, phone, 200 + i)).answer));
    }
    expect(new Set(verdicts.slice(0, 64))).toEqual(new Set(['200']));
    expect(verdicts.at(-1)).toBe('403 NotAllowed');
  });

  it('is still signed in for one device only: the old cookie opens nothing of the new one', async () => {
    const world = await openWorld();
    const phone = await phoneOf(world, 0);
    const { signer } = await succeed(world, phone, 71);
    const body = { protocol: 1, nonce: NONCE, device: signer.publicKey, cursors: {} };
    expect(await verdictOf(world.post('/api/sync/pull', body, { cookie: phone.cookie() }))).toBe('401 SignInNeeded');
  });
});

/** How often something was written of her. */
const hers = ({ scopes }: PullReply): number => scopes.find(({ scope }) => scope.startsWith('p:'))?.cursor ?? 0;

/** The devices that came out of a phone, as its own record says. */
const familyOf = async (world: World, phone: Phone) => {
  const reply = v.parse(PullReply, await jsonOf(phone.pull()));
  const [device] = rowsOf(reply, 'device');
  return { members: (device?.body as { heirs?: readonly string[] } | undefined)?.heirs ?? [], world };
};

describe('an act that both halves of a fork bring', () => {
  const withBadge = async () => {
    const world = await openWorld();
    const [organiser, phone] = [await organiserOf(world), await phoneOf(world, 0)];
    const claim = aClaim(badgeId(1), await demoTicket(world, organiser));
    const first = action(1, world.clock(), claim.name, claim.args);
    return { world, phone, first };
  };

  it('has its effect once, though its clock was years ahead and each half is judged at another time', async () => {
    const { world, phone, first } = await withBadge();
    const future = world.clock() + 10 * 365 * 86_400_000;
    const [open, shut] = [show(2, future, 'world'), show(3, future + 1000, 'me', 33)];
    await push(world, await sealed(phone.signer, first, open, shut));
    world.clock.tick(60_000);
    const { signer, pull } = await succeed(world, phone, 71);
    const before = hers(await pull());
    expect(await verdictOf(push(world, await sealed(signer, first, open, show(3, future + 500, 'world', 34))))).toBe('200');
    expect(rowsOf(await pull(), 'badge')[0]?.body).toMatchObject({ shown: 'world' });
    expect(hers(await pull())).toBe(before + 1);
    expect(rowsOf(await pull(), 'refusal')).toEqual([]);
    expect((await pull()).last).toBe(3);
  });

  it('is known to the old half, too, when the new one came first', async () => {
    const { world, phone, first } = await withBadge();
    const { signer, pull } = await succeed(world, phone, 71);
    await push(world, await sealed(signer, first, show(2, world.clock(), 'world')));
    const before = hers(await pull());
    world.clock.tick(60_000);
    await push(world, await sealed(phone.signer, first, show(2, world.clock(), 'world')));
    expect(hers(await pull())).toBe(before);
    expect(v.parse(PullReply, await jsonOf(phone.pull())).last).toBe(2);
  });

  it('tells its refusal to both', async () => {
    const { world, phone } = await withBadge();
    const unknown = show(1, world.clock(), 'world');
    await push(world, await sealed(phone.signer, unknown));
    const { signer, pull } = await succeed(world, phone, 71);
    await push(world, await sealed(signer, unknown));
    expect(rowsOf(await pull(), 'refusal').map(({ id }) => id)).toEqual([unknown.id]);
  });
});

describe('acts of a phone whose clock is a little ahead', () => {
  it('keep their order, though one is within what is tolerated and the next is not', async () => {
    const world = await openWorld();
    const [organiser, phone] = [await organiserOf(world), await phoneOf(world, 0)];
    await push(world, await phone.seal(aClaim(badgeId(1), await demoTicket(world, organiser))));
    const said = async (ahead: number, to: 'me' | 'world') => {
      world.clock.tick(ahead);
      const segment = await phone.seal({ name: 'show-badge', args: { badge: badgeId(1), to } });
      world.clock.tick(-ahead);
      return segment;
    };
    await push(world, await said(59_000, 'world'), await said(61_000, 'me'));
    expect(rowsOf(v.parse(PullReply, await jsonOf(phone.pull())), 'badge')[0]?.body).toMatchObject({ shown: 'me' });
  });

  it('stand after what they answer, though the server’s own clock was set back', async () => {
    const world = await openWorld();
    const [organiser, phone] = [await organiserOf(world), await phoneOf(world, 0)];
    await push(
      world,
      await phone.seal(aClaim(badgeId(1), await demoTicket(world, organiser)), {
        name: 'show-badge',
        args: { badge: badgeId(1), to: 'world' },
      }),
    );
    world.clock.tick(1000);
    const answer = await phone.seal({ name: 'show-badge', args: { badge: badgeId(1), to: 'me' } });
    world.clock.tick(-3_600_000);
    await push(world, answer);
    await phone.signIn();
    expect(rowsOf(v.parse(PullReply, await jsonOf(phone.pull())), 'badge')[0]?.body).toMatchObject({ shown: 'me' });
  });
});
