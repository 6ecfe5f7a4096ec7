import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { toHex } from '#base/bytes';
import { DEMO_EVENT, DEMO_INVITATION, DEMO_PEOPLE, DEMO_STRUCTURE } from '#content/demo';
import type { DeviceId } from '#domain/ids';
import { readCertificate } from '#protocol/certificate';
import { revokeDevice } from '#server/actions/revoke-device';
import { invitationPatches, write } from '#server/actions/set-up';
import { unlockCards } from '#server/actions/unlock-card';
import { signerOfNumber } from '../../build/field.ts';
import {
  besides,
  CODE,
  cardOf,
  cookieOf,
  enrolled,
  jsonOf,
  openWorld,
  organiserOf,
  phoneOf,
  prove,
  verdictOf,
} from '../../build/server-world.ts';

const WRONG = [0, 0, 0, 0];

describe('a card', () => {
  it('says whose it is, and no more', async () => {
    const world = await openWorld();
    expect(await jsonOf(world.post('/api/card/open', { secret: cardOf(0) }))).toEqual({
      firstName: 'Amina',
      figure: DEMO_PEOPLE[0].person.figure,
      mark: DEMO_PEOPLE[0].person.mark,
      hasCode: false,
      structure: 'Les Jardins de Pessac',
    });
  });

  it('that nobody printed is unknown', async () => {
    const world = await openWorld();
    expect(await verdictOf(world.post('/api/card/open', { secret: 'AAAAAAAAAAAAAAAAAAAAAA' }))).toBe('404 CardUnknown');
    expect(await verdictOf(world.post('/api/card/open', { secret: DEMO_INVITATION }))).toBe('404 CardUnknown');
    expect((await enrolled(world, 1, { with: 'card', secret: 'AAAAAAAAAAAAAAAAAAAAAA', code: CODE })).answer.status).toBe(404);
  });

  it('enrols a first device with the pictures chosen there, and asks for them ever after', async () => {
    const world = await openWorld();
    const phone = await phoneOf(world, 0);
    expect(await jsonOf(phone.answer)).toEqual({
      device: phone.device,
      actor: { role: 'person', person: DEMO_PEOPLE[0].id },
      serverTime: world.clock(),
    });
    expect(await jsonOf(world.post('/api/card/open', { secret: cardOf(0) }))).toMatchObject({ hasCode: true });
    expect(await verdictOf((await enrolled(world, 2, { with: 'card', secret: cardOf(0), code: WRONG })).answer)).toBe('422 CodeWrong');
    expect((await phoneOf(world, 0, 2)).answer.status).toBe(200);
  });

  it('keeps neither its secret nor its pictures in the database', async () => {
    const world = await openWorld();
    await phoneOf(world, 0);
    for (const file of ['pepites.db', 'pepites.db-wal']) {
      const bytes = toHex(readFileSync(`${world.dataFolder}/${file}`));
      expect(bytes).not.toContain(toHex(new TextEncoder().encode(cardOf(0))));
      expect(bytes).not.toContain(toHex(new TextEncoder().encode(JSON.stringify(CODE))));
    }
  });

  it('is closed after three wrong codes, for the right one too, until an advisor opens it', async () => {
    const world = await openWorld();
    await phoneOf(world, 0);
    const attempt = async (n: number, code: readonly number[]) =>
      verdictOf((await enrolled(world, n, { with: 'card', secret: cardOf(0), code })).answer);
    expect([await attempt(2, WRONG), await attempt(2, WRONG), await attempt(2, WRONG), await attempt(2, CODE)]).toEqual([
      '422 CodeWrong',
      '422 CodeWrong',
      '423 CodeLocked',
      '423 CodeLocked',
    ]);
    expect(await verdictOf(world.post('/api/card/open', { secret: cardOf(0) }))).toBe('423 CodeLocked');
    expect(await besides(world, (store) => unlockCards(store, DEMO_PEOPLE[0].id))).toBe(1);
    expect(await attempt(2, CODE)).toBe('200');
  });

  it('counts wrong codes that arrive all at once', async () => {
    const world = await openWorld();
    await phoneOf(world, 0);
    const codes = Array.from({ length: 6 }, (_, i) => [i, 0, 0, 0]);
    const verdicts = await Promise.all(
      codes.map(async (code, i) => verdictOf((await enrolled(world, 10 + i, { with: 'card', secret: cardOf(0), code })).answer)),
    );
    expect(verdicts.filter((verdict) => verdict === '422 CodeWrong')).toHaveLength(2);
    expect(verdicts.filter((verdict) => verdict === '423 CodeLocked')).toHaveLength(4);
  });

  it('forgets two wrong codes after a right one', async () => {
    const world = await openWorld();
    await phoneOf(world, 0);
    for (let round = 0; round < 3; round++) {
      await enrolled(world, 2, { with: 'card', secret: cardOf(0), code: WRONG });
      await enrolled(world, 2, { with: 'card', secret: cardOf(0), code: WRONG });
      expect((await phoneOf(world, 0)).answer.status).toBe(200);
    }
  });

  it('chosen on two devices at once has one code: the other one is wrong', async () => {
    const world = await openWorld();
    const answers = await Promise.all([
      enrolled(world, 1, { with: 'card', secret: cardOf(0), code: CODE }),
      enrolled(world, 2, { with: 'card', secret: cardOf(0), code: WRONG }),
    ]);
    expect((await Promise.all(answers.map(({ answer }) => verdictOf(answer)))).toSorted()).toEqual(['200', '422 CodeWrong']);
  });

  it('tried far too often is left alone for a minute', async () => {
    const world = await openWorld();
    const verdicts: string[] = [];
    for (let i = 0; i < 31; i++) verdicts.push(await verdictOf(world.post('/api/card/open', { secret: cardOf(0) })));
    expect([verdicts[29], verdicts[30]]).toEqual(['200', '429 TooMany']);
    expect(await verdictOf(world.post('/api/card/open', { secret: cardOf(1) }))).toBe('200');
    world.clock.tick(60_000);
    expect(await verdictOf(world.post('/api/card/open', { secret: cardOf(0) }))).toBe('200');
  });
});

describe('enrolling', () => {
  it('twice with the same key changes nothing', async () => {
    const world = await openWorld();
    const [first, second] = [await phoneOf(world, 0), await phoneOf(world, 0)];
    expect(await jsonOf(second.answer)).toEqual(await jsonOf(first.answer));
  });

  it('never gives one device two owners', async () => {
    const world = await openWorld();
    await phoneOf(world, 0, 7);
    expect(await verdictOf((await phoneOf(world, 1, 7)).answer)).toBe('403 NotAllowed');
    expect(await verdictOf((await organiserOf(world, 7)).answer)).toBe('403 NotAllowed');
  });

  it('needs a nonce of this server, less than two minutes old, signed by that very key for that very purpose', async () => {
    const world = await openWorld();
    const [signer, other] = [await signerOfNumber(1), await signerOfNumber(2)];
    const pass = { with: 'card', secret: cardOf(0), code: CODE };
    const good = await prove(world, signer, 'enrol');
    const post = (said: object) => verdictOf(world.post('/api/enrol', { ...pass, ...said }));
    expect(await post({ ...good, device: other.publicKey })).toBe('400 SignatureBad');
    expect(await post({ ...good, nonce: 'made-up.made-up' })).toBe('400 SignatureBad');
    expect(await post(await prove(world, signer, 'sign-in'))).toBe('400 SignatureBad');
    world.clock.tick(121_000);
    expect(await post(good)).toBe('400 SignatureBad');
    expect(await post(await prove(world, signer, 'enrol'))).toBe('200');
  });

  it('lists the device’s key in the person’s DID document, until it is revoked', async () => {
    const world = await openWorld();
    const address = `/p/${DEMO_PEOPLE[0].subject}/did.json`;
    const phone = await phoneOf(world, 0);
    const did = `did:web:localhost%3A8787:p:${DEMO_PEOPLE[0].subject}`;
    expect(await jsonOf(world.ask(address))).toMatchObject({ id: did, authentication: [`${did}#${phone.device}`] });
    await besides(world, (store) => revokeDevice(store, phone.device));
    expect(await jsonOf(world.ask(address))).toMatchObject({ id: did, verificationMethod: [], authentication: [] });
  });
});

describe('an organiser’s invitation', () => {
  it('gives a certificate that lets the device sign tickets for sixty days', async () => {
    const world = await openWorld();
    const { certificate, answer, device } = await organiserOf(world);
    expect(await jsonOf(answer)).toMatchObject({ actor: { role: 'organiser', structure: DEMO_STRUCTURE.id } });
    const expires = Math.floor((world.clock() + 60 * 86_400_000) / 1000) * 1000;
    expect(readCertificate(certificate)?.certificate).toEqual({ device, structure: DEMO_STRUCTURE.id, expires });
  });

  it('enrols one device, and that one again', async () => {
    const world = await openWorld();
    const secret = 'BBBBBBBBBBBBBBBBBBBBBB';
    await besides(world, async (store) =>
      write(store, await invitationPatches(DEMO_STRUCTURE.id, secret, { expires: world.clock() + 1000 })),
    );
    const enter = async (n: number) => verdictOf((await enrolled(world, n, { with: 'invitation', secret })).answer);
    expect([await enter(1), await enter(1), await enter(2)]).toEqual(['200', '200', '410 CardVoid']);
  });

  it('ends on its day', async () => {
    const world = await openWorld();
    const secret = 'CCCCCCCCCCCCCCCCCCCCCC';
    await besides(world, async (store) => write(store, await invitationPatches(DEMO_STRUCTURE.id, secret, { expires: world.clock() })));
    expect(await verdictOf((await enrolled(world, 1, { with: 'invitation', secret })).answer)).toBe('410 CardVoid');
  });
});

describe('signing in', () => {
  it('lasts a day, in a cookie no script can read', async () => {
    const world = await openWorld();
    const phone = await phoneOf(world, 0);
    const entered = await phone.signIn();
    expect(entered.headers.get('set-cookie')).toMatch(/^pepites=[^;]+; Max-Age=86400; Path=\/; HttpOnly; SameSite=Strict$/);
    world.clock.tick(86_400_000 - 1);
    expect((await phone.pull()).status).toBe(200);
    world.clock.tick(1);
    expect(await verdictOf(phone.pull())).toBe('401 SignInNeeded');
  });

  it('has a __Host- cookie that travels over https only, where the address is https', async () => {
    const world = await openWorld({ PEPITES_PUBLIC_URL: 'https://badges.example.org' });
    const secret = 'DDDDDDDDDDDDDDDDDDDDDD';
    await besides(world, async (store) => write(store, await invitationPatches(DEMO_STRUCTURE.id, secret, { lasting: true })));
    const phone = await enrolled(world, 1, { with: 'invitation', secret });
    expect(phone.answer.headers.get('set-cookie')).toMatch(
      /^__Host-pepites=[^;]+; Max-Age=86400; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    );
    expect((await phone.pull()).status).toBe(200);
  });

  it('is for devices that are enrolled', async () => {
    const world = await openWorld();
    const stranger = await signerOfNumber(5);
    expect(await verdictOf(world.post('/api/sign-in', await prove(world, stranger, 'sign-in')))).toBe('401 SignInNeeded');
  });

  it('ends at once when the device is revoked: cookie, sign-in, segments and enrolling anew', async () => {
    const world = await openWorld();
    const phone = await phoneOf(world, 0);
    const segment = await phone.seal({ name: 'show-badge', args: {} });
    await besides(world, (store) => revokeDevice(store, phone.device as DeviceId));
    expect(await verdictOf(phone.pull())).toBe('410 DeviceEnded');
    expect(await verdictOf(phone.signIn())).toBe('410 DeviceEnded');
    expect(await verdictOf(world.post('/api/sync/push', { protocol: 1, nonce: 'nonce-nonce-nonce', segments: [segment] }))).toBe(
      '410 DeviceEnded',
    );
    expect(await verdictOf((await phoneOf(world, 0)).answer)).toBe('403 NotAllowed');
  });

  it('is not done with a cookie of another purpose, another server or another hand', async () => {
    const world = await openWorld();
    const phone = await phoneOf(world, 0);
    const ask = (cookie: string) =>
      verdictOf(world.post('/api/sync/pull', { protocol: 1, nonce: 'nonce-nonce-nonce', device: phone.device, cursors: {} }, { cookie }));
    const { nonce } = await jsonOf<{ nonce: string }>(world.post('/api/challenge', {}));
    const [text = '', mac = ''] = cookieOf(phone.answer).replace('pepites=', '').split('.');
    const later = Buffer.from(`${world.clock() * 2} ${phone.device}`).toString('base64url');
    for (const value of [nonce, '', 'x', text, `${text}.`, `${text}.${mac}x`, `${later}.${mac}`, `${text}.${mac}.${mac}`])
      expect(await ask(`pepites=${value}`)).toBe('401 SignInNeeded');
    expect(await ask(cookieOf(phone.answer))).toBe('200');
  });
});

describe('the demonstration', () => {
  it('is open whenever it is started', async () => {
    const world = await openWorld();
    expect(DEMO_EVENT.event.opens).toBeLessThan(world.clock());
    await world.restart();
    expect(await verdictOf(world.post('/api/card/open', { secret: cardOf(2) }))).toBe('200');
  });
});
