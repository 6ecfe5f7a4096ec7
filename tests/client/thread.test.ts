import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createCheckCredentials } from '#client/actions/check-credentials';
import { createHttpTransport } from '#client/sync/http-transport';
import { badgesNeeds, badgesView } from '#client/views/badges-view';
import { parseDidDocument } from '#credentials/did-document';
import type { KnownDid } from '#credentials/issuer-key';
import { readStatusList } from '#credentials/status-list';
import { verifyCredential } from '#credentials/verify';
import type { Issuer } from '#domain/structure';
import { createApp } from '#server/http/app';
import { openSqliteStore } from '#server/storage/sqlite';
import { chanceOf, clockAt, MOULD, ORIGIN, organisersOf, PERSON } from '../build/field.ts';
import { aPhone } from '../build/phone.ts';
import { openSmallServer } from '../build/small-server.ts';

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A browser's fetch over the app, with its cookie jar of one. */
const browserOver = (app: { fetch(request: Request): Response | Promise<Response> }) => {
  let cookie = '';
  return async (address: string, init: RequestInit): Promise<Response> => {
    const headers = new Headers(init.headers);
    headers.set('origin', ORIGIN);
    if (cookie) headers.set('cookie', cookie);
    const response = await app.fetch(new Request(address, { ...init, headers }));
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    return response;
  };
};

const verifyWith = async (credential: object, issuers: readonly Issuer[], at: number) => {
  const known = new Map<string, KnownDid>();
  for (const { did, document, asOf } of issuers) {
    const parsed = parseDidDocument(document);
    if (parsed.ok) known.set(did, { document: parsed.value, asOf });
  }
  const lists = await Promise.all(issuers.map(({ statusList, asOf }) => readStatusList(statusList, asOf, (did) => known.get(did))));
  const statusLists = new Map(lists.flatMap((list) => (list.ok ? [[list.value.id, list.value] as const] : [])));
  const report = await verifyCredential(credential, { at, dids: (did) => known.get(did), statusLists: (id) => statusLists.get(id) });
  return report.verdict;
};

/** The whole thread: real app, real SQLite file, real engine; only the wire is short. */
const setting = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pepites-thread-'));
  folders.push(folder);
  const clock = clockAt('2026-05-30T09:00:05Z');
  const chance = chanceOf(21);
  const fatal = (error: unknown) => {
    throw error;
  };
  const open = async () => {
    const store = openSqliteStore({ path: join(folder, 'pepites.db'), onFatal: fatal });
    const server = await openSmallServer({ clock, chance, store });
    const app = createApp({
      actions: server.actions,
      findAsset: () => undefined,
      origin: ORIGIN,
      signedInSeconds: 60,
      clock,
      after: () => () => undefined,
      log: () => undefined,
      broken: fatal,
    });
    return { store, server, fetch: browserOver(app) };
  };
  return { clock, chance, open, qr: (await organisersOf()).qr };
};

describe('an event badge, over HTTP and SQLite', () => {
  it('claimed with no network is brought, sealed, pulled and verified, and its ribbon closes', async () => {
    const { clock, chance, open, qr } = await setting();
    const { store, fetch } = await open();
    let online = true;
    const transport = createHttpTransport({
      origin: ORIGIN,
      fetch: (address, init) => (online ? fetch(address, init) : Promise.reject(new TypeError('offline'))),
    });
    const phone = aPhone({ transport, clock, chance });
    expect(await phone.enrol()).toBe('enrolled');
    expect(await (await phone.sync()).run()).toMatchObject({ type: 'done' });

    online = false;
    const badge = await phone.claim(await qr());
    expect(await (await phone.sync()).run()).toEqual({ type: 'silence', why: 'unreachable' });
    const wall = async () =>
      badgesView({
        person: PERSON,
        records: await phone.store.read(badgesNeeds(PERSON)),
        outbox: await phone.store.outbox(),
        progress: await phone.store.progress(),
        checks: await phone.store.checks(),
        locale: 'fr',
      });
    expect(await wall()).toMatchObject([{ id: badge, mould: MOULD, ribbon: 'open', safety: 'kept-here', structure: 'Atelier des Pins' }]);

    online = true;
    expect(await (await phone.sync()).run()).toMatchObject({ type: 'done', pushed: 1, awaiting: false });
    expect(await wall()).toMatchObject([{ ribbon: 'open', safety: 'arrived', check: 'none' }]);
    expect(await createCheckCredentials({ store: phone.store, verify: verifyWith, clock })(PERSON)).toBe(1);
    expect(await wall()).toMatchObject([{ id: badge, ribbon: 'closed', check: 'valid', criteria: 'Je viens et je participe.' }]);
    await store.close();
  });

  it('is not verified when a byte of its credential has changed on the way', async () => {
    const { clock, chance, open, qr } = await setting();
    const { store, fetch } = await open();
    const tampering = async (address: string, init: RequestInit) => {
      const response = await fetch(address, init);
      return address.endsWith('/pull')
        ? new Response((await response.text()).replaceAll('"Je viens et je participe."', '"Je dirige."'), response)
        : response;
    };
    const phone = aPhone({ transport: createHttpTransport({ origin: ORIGIN, fetch: tampering }), clock, chance });
    await phone.enrol();
    await phone.claim(await qr());
    await (await phone.sync()).run();
    await createCheckCredentials({ store: phone.store, verify: verifyWith, clock })(PERSON);
    expect([...(await phone.store.checks()).values()]).toMatchObject([{ verdict: 'invalid' }]);
    await store.close();
  });

  it('survives a server that dies after it has judged and before it has answered', async () => {
    const { clock, chance, open, qr } = await setting();
    const first = await open();
    const dying = createHttpTransport({
      origin: ORIGIN,
      fetch: async (address, init) => {
        const response = await first.fetch(address, init);
        if (!address.endsWith('/push')) return response;
        await first.store.close();
        throw new TypeError('connection reset');
      },
    });
    const phone = aPhone({ transport: dying, clock, chance });
    await phone.enrol();
    const badge = await phone.claim(await qr());
    expect(await (await phone.sync()).run()).toEqual({ type: 'silence', why: 'unreachable' });
    const second = await open();
    const again = aPhone({ transport: createHttpTransport({ origin: ORIGIN, fetch: second.fetch }), clock, chance, disk: phone.disk });
    expect(await (await again.sync()).run()).toMatchObject({ type: 'done', awaiting: false });
    expect(await again.badges()).toMatchObject([{ id: badge, body: { step: 'sealed' } }]);
    await second.store.close();
  });

  it('waits behind a captive portal and goes through when it opens', async () => {
    const { clock, chance, open, qr } = await setting();
    const { store, fetch } = await open();
    let captive = false;
    const portal = async () =>
      new Response('<html><form>Acceptez les conditions</form></html>', { headers: { 'content-type': 'text/html' } });
    const transport = createHttpTransport({ origin: ORIGIN, fetch: (address, init) => (captive ? portal() : fetch(address, init)) });
    const phone = aPhone({ transport, clock, chance });
    await phone.enrol();
    await phone.claim(await qr());
    captive = true;
    expect(await (await phone.sync()).run()).toEqual({ type: 'silence', why: 'foreign' });
    expect((await phone.store.progress()).acknowledged).toBe(0);
    captive = false;
    expect(await (await phone.sync()).run()).toMatchObject({ type: 'done', pushed: 1 });
    await store.close();
  });
});
