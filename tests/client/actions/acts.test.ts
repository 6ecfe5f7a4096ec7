import { describe, expect, it } from 'vitest';
import { createClaimBadge } from '#client/actions/claim-badge';
import { createEnrol } from '#client/actions/enrol';
import { createLookAtScan } from '#client/actions/look-at-scan';
import { createMakeTicket, untilNextStep } from '#client/actions/make-ticket';
import { createShowBadge } from '#client/actions/show-badge';
import { signerOf } from '#client/sync/signer-of';
import type { Transport } from '#client/sync/transport';
import { CATALOGUE, scopeOf } from '#domain/ids';
import { signCertificate } from '#protocol/certificate';
import type { ProblemCode } from '#protocol/problem';
import { sortScan } from '#protocol/scan';
import { checkTicket, signTicket } from '#protocol/ticket';
import {
  anEvent,
  aRow,
  aTicket,
  at,
  badgeId,
  chanceOf,
  clockAt,
  DRAW,
  EVENT,
  HOST,
  ORIGIN,
  organisersOf,
  STRUCTURE,
  signerOfNumber,
  uuidOf,
} from '../../build/field.ts';
import { memoryClientStore } from '../../build/memory-client-store.ts';
import { blankDisk } from '../../build/memory-place.ts';
import { aPhone } from '../../build/phone.ts';
import { pullInto } from '../../build/pulled-page.ts';
import { CARD, INVITATION, openSmallServer } from '../../build/small-server.ts';

const clock = clockAt('2026-05-30T09:00:05Z');
const chance = chanceOf(13);

const aSetting = async () => {
  const server = await openSmallServer({ clock, chance });
  const transport = server.browser();
  const phone = aPhone({ transport, clock, chance });
  const organisers = await organisersOf();
  const look = createLookAtScan({ store: phone.store, clock, chance, origin: ORIGIN });
  return { server, transport, phone, look, ...organisers };
};

/** The phone has seen the server: it knows the issuers. */
const synced = async () => {
  const setting = await aSetting();
  await setting.phone.enrol();
  await (await setting.phone.sync()).run();
  return setting;
};

describe('entering', () => {
  const entering = (post: Transport['post'], disk = blankDisk(), seed = 1) => {
    const store = memoryClientStore(disk);
    return { store, ...createEnrol({ store, post, makeKey: async () => ({ seed: chanceOf(seed)(32) }), signerOf }) };
  };

  it('greets the owner of a card before she enters', async () => {
    const { transport } = await aSetting();
    const { openCard } = entering(transport.post);
    expect(await openCard(CARD)).toEqual({
      me: { firstName: 'Amina', figure: 'woman', mark: 'drop' },
      hasCode: false,
      structure: 'Atelier des Pins',
    });
    expect(await openCard('A'.repeat(22))).toBe('CardUnknown');
    expect(await openCard('short')).toBe('Malformed');
  });

  it('makes the device hers, and the same again stays the same device', async () => {
    const { transport, server } = await aSetting();
    const { store, enrol } = entering(transport.post);
    expect(await enrol(CARD, [1, 2, 3, 4])).toBe('enrolled');
    const first = await store.identity();
    expect(await enrol(CARD, [1, 2, 3, 4])).toBe('enrolled');
    expect(await store.identity()).toEqual(first);
    expect(await server.store.scopes('d')).toEqual([scopeOf('d', first?.device ?? '')]);
  });

  it('keeps its key before anyone hears of it: an answer that never came makes no second device', async () => {
    const { transport, server } = await aSetting();
    const disk = blankDisk();
    const deaf: Transport['post'] = async (path, body) => {
      const answer = await transport.post(path, body);
      return path === '/api/enrol' ? { type: 'silence', why: 'too-slow' } : answer;
    };
    const first = entering(deaf, disk, 1);
    expect(await first.enrol(CARD, [1, 2, 3, 4])).toBe('no-network');
    expect(await first.store.identity()).toBeUndefined();
    expect(await entering(transport.post, disk, 2).enrol(CARD, [1, 2, 3, 4])).toBe('enrolled');
    expect(await server.store.scopes('d')).toHaveLength(1);
  });

  it('with the wrong pictures is refused, three times at most', async () => {
    const { transport } = await aSetting();
    await entering(transport.post).enrol(CARD, [1, 2, 3, 4]);
    const { enrol } = entering(transport.post, blankDisk(), 2);
    const answers = [];
    for (let i = 0; i < 4; i++) answers.push(await enrol(CARD, [4, 3, 2, 1]));
    expect(answers).toEqual(['CodeWrong', 'CodeWrong', 'CodeLocked', 'CodeLocked']);
  });

  it('makes a device an organiser’s, with a certificate for its tickets', async () => {
    const { transport } = await aSetting();
    const { store, enrolOrganiser } = entering(transport.post);
    expect(await enrolOrganiser(INVITATION)).toBe('enrolled');
    expect(await store.identity()).toMatchObject({ actor: { role: 'organiser', structure: STRUCTURE }, certificate: expect.any(String) });
  });

  it.each(['CardVoid', 'CodeLocked', 'TooMany', 'NotAllowed'] as const)('passes on %s', async (code) => {
    expect(await entering(async () => ({ type: 'problem', code })).openCard(CARD)).toBe(code);
  });

  it.each(['Broken', 'StorageFull', 'Fork', 'SignatureBad'] as readonly ProblemCode[])(
    'says "broken" for %s, which no person can help',
    async (code) => {
      expect(await entering(async () => ({ type: 'problem', code })).enrol(CARD, [1, 2, 3, 4])).toBe('Broken');
    },
  );

  it('takes an answer that is not ours for no network', async () => {
    const odd: Transport['post'] = async () => ({ type: 'answer', body: { welcome: true } });
    expect(await entering(odd).openCard(CARD)).toBe('no-network');
    expect(await entering(odd).enrol(CARD, [1, 2, 3, 4])).toBe('no-network');
    expect(await entering(async () => ({ type: 'silence', why: 'unreachable' })).openCard(CARD)).toBe('no-network');
  });
});

describe('looking at a scanned text', () => {
  it('shows the badge of a good ticket, known organiser or not, and changes nothing', async () => {
    const { look, phone, qr } = await aSetting();
    const text = await qr();
    expect(await look(text)).toEqual({ type: 'ticket', draw: DRAW, proof: 'unproven' });
    await phone.enrol();
    expect(await look(text)).toEqual({ type: 'ticket', draw: DRAW, proof: 'unproven' });
    await (await phone.sync()).run();
    expect(await look(text)).toEqual({ type: 'ticket', draw: DRAW, proof: 'proven' });
    expect(await phone.badges()).toEqual([]);
    expect(await phone.store.outbox()).toEqual([]);
  });

  it('says beforehand what claiming would be refused for', async () => {
    const { look, phone, qr } = await synced();
    const refusalOf = async (text: string) => {
      const seen = await look(text);
      return seen.type === 'refused' ? seen.refusal : seen;
    };
    expect(await refusalOf(await qr({ step: at('2026-05-30T07:00Z') }))).toEqual({ type: 'TooEarly', opens: anEvent().opens });
    expect(await refusalOf(await qr({ step: at('2026-05-30T19:00Z') }))).toEqual({ type: 'EventOver', closes: anEvent().closes });
    const badge = await phone.claim(await qr());
    expect(await refusalOf(await qr({ step: at('2026-05-30T09:00:20Z') }))).toEqual({ type: 'AlreadyHeld', badge });
  });

  it('knows forged, ended and broken tickets', async () => {
    const { look, qr } = await synced();
    const text = await qr();
    const stranger = await organisersOf(at('2026-05-30T08:00Z'));
    expect(await look(`${text.slice(0, -4)}AAAA`)).toEqual({ type: 'refused', refusal: { type: 'TicketForged' } });
    expect(await look(`${ORIGIN}/e#abc`)).toEqual({ type: 'refused', refusal: { type: 'TicketForged' } });
    expect(await look(await stranger.qr())).toEqual({ type: 'refused', refusal: { type: 'TicketExpired' } });
  });

  it('knows cards, badges and what is not ours', async () => {
    const { look } = await aSetting();
    expect(await look(`${ORIGIN}/c#${CARD}`)).toEqual({ type: 'card' });
    expect(await look(`${ORIGIN}/b/${badgeId(1)}`)).toEqual({ type: 'badge', badge: badgeId(1) });
    expect(await look('https://other.example/')).toEqual({ type: 'foreign' });
  });

  it('never takes a device’s lent key for the organisation’s own', async () => {
    const { look, phone, organiser } = await aSetting();
    const did = 'did:web:pepites.example:s:atelier-des-pins';
    const lent = {
      id: `${did}#${organiser.publicKey}`,
      type: 'Multikey',
      publicKeyMultibase: organiser.publicKey,
      expires: '2027-01-01T00:00:00Z',
    };
    const document = { id: did, verificationMethod: [lent], assertionMethod: [lent.id] };
    const issuer = { did, name: 'x', document, statusList: {}, asOf: 1 };
    await pullInto(phone.store, {}, [{ scope: CATALOGUE, cursor: 1, rows: [aRow(CATALOGUE, 'issuer', STRUCTURE, issuer)] }]);
    const friend = await signerOfNumber(66);
    const ownWord = await signCertificate(organiser, HOST, {
      device: friend.publicKey,
      structure: STRUCTURE,
      expires: at('2027-01-01T00:00Z'),
    });
    expect(await look(await signTicket(friend, ownWord, ORIGIN, aTicket()))).toEqual({
      type: 'refused',
      refusal: { type: 'TicketForged' },
    });
  });
});

describe('claiming', () => {
  it('twice at once gives one badge, and the second is told which', async () => {
    const { phone, qr } = await synced();
    const text = await qr();
    const [first, second] = await Promise.all([phone.claim(text), phone.claim(text)]);
    const held = (await phone.badges()).map(({ id }) => id);
    expect(held).toHaveLength(1);
    expect([first, second]).toContainEqual({ type: 'AlreadyHeld', badge: held[0] });
    expect([first, second]).toContain(held[0]);
  });

  it('on a device that is nobody’s, or of a text that is no ticket, is refused and keeps nothing', async () => {
    const { phone, qr } = await aSetting();
    expect(await phone.claim(await qr())).toEqual({ type: 'NotYours' });
    await phone.enrol();
    expect(await phone.claim('bonjour')).toEqual({ type: 'TicketForged' });
    expect(await phone.claim('x'.repeat(3000))).toEqual({ type: 'ActionMalformed' });
    expect(await phone.store.outbox()).toEqual([]);
  });
});

describe('showing', () => {
  it('opens and closes a page; the same again keeps no act', async () => {
    const { phone, qr } = await synced();
    const id = await phone.claim(await qr());
    if (typeof id !== 'string') throw new Error('not claimed');
    expect(await phone.show(id, 'world')).toBeNull();
    expect(await phone.badges()).toMatchObject([{ body: { shown: 'world' } }]);
    expect(await phone.show(badgeId(99), 'world')).toEqual({ type: 'BadgeUnknown' });
    expect(await phone.store.outbox()).toHaveLength(2);
  });
});

describe('an organiser’s device', () => {
  const organising = async () => {
    const { transport, server, keysOf } = await aSetting();
    const store = memoryClientStore();
    const acts = createEnrol({ store, post: transport.post, makeKey: async () => ({ seed: chanceOf(44)(32) }), signerOf });
    await acts.enrolOrganiser(INVITATION);
    const key = await store.key();
    if (!key) throw new Error('enrolled');
    const signer = await signerOf(key);
    const { createSync } = await import('#client/sync/sync');
    const sync = createSync({ store, transport, signerOf, makeKey: async () => ({ seed: chance(32) }), clock, chance });
    await sync.run();
    const time = clockAt('2026-05-30T09:00:27Z');
    return { store, server, keysOf, time, signer, ticket: createMakeTicket({ store, signer, clock: time, origin: ORIGIN }) };
  };
  const readBack = async (text: string | null, keysOf: (structure: string) => readonly string[] | undefined) => {
    const scanned = sortScan(text ?? '', ORIGIN);
    return scanned.kind === 'ticket' ? checkTicket(scanned.read, HOST, keysOf) : null;
  };

  it('signs a ticket of the running step with no network, and a poster without one', async () => {
    const { ticket, keysOf, time } = await organising();
    expect(await readBack(await ticket(EVENT, false), keysOf)).toMatchObject({
      proof: 'proven',
      ticket: { event: EVENT, step: at('2026-05-30T09:00:20Z') },
    });
    expect(untilNextStep(time())).toBe(13_000);
    time.tick(13_000);
    expect(await readBack(await ticket(EVENT, false), keysOf)).toMatchObject({ ticket: { step: at('2026-05-30T09:00:40Z') } });
    expect(await readBack(await ticket(EVENT, true), keysOf)).toMatchObject({ proof: 'proven', ticket: { step: null } });
  });

  it('may not sign for an event it does not know, without a certificate, or after its end', async () => {
    const { ticket, time, store, signer } = await organising();
    expect(await ticket(uuidOf(404), false)).toBeNull();
    expect(await ticket('nonsense', false)).toBeNull();
    const person = {
      read: store.read,
      identity: async () => ({ device: signer.publicKey as never, actor: { role: 'person', person: uuidOf(1) as never } as const }),
    };
    expect(await createMakeTicket({ store: person, signer, clock: time, origin: ORIGIN })(EVENT, false)).toBeNull();
    time.tick(61 * 86_400_000);
    expect(await ticket(EVENT, false)).toBeNull();
  });

  it('cannot claim nor show badges', async () => {
    const { store } = await organising();
    const deps = { store, clock, chance, origin: ORIGIN };
    const { qr } = await organisersOf();
    expect(await createClaimBadge(deps)(await qr())).toEqual({ type: 'NotYours' });
    expect(await createShowBadge(deps)(badgeId(1), 'world')).toEqual({ type: 'NotYours' });
  });
});

describe('a device’s key', () => {
  it('signs as the device it names', async () => {
    const seed = chanceOf(12)(32);
    expect((await signerOf({ seed })).publicKey).toBe((await signerOfNumber(12)).publicKey);
  });
});
