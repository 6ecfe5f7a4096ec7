import { describe, expect, it } from 'vitest';
import { askingApp } from '#client/asking-app';
import { createAskingEngine } from '#client/asking-engine';
import type { Asking } from '#client/ui/app-asking';
import { CATALOGUE, type DeviceId, scopeOf } from '#domain/ids';
import type { Row } from '#domain/record';
import { aHouse, aMould, aReflection, aRequest, HERS, me, OPEN, reflectionId, requestId, TEAM } from '../build/asking.ts';
import { aRow, chanceOf, clockAt, ORIGIN, PERSON } from '../build/field.ts';
import { memoryClientStore } from '../build/memory-client-store.ts';
import { blankDisk } from '../build/memory-place.ts';
import { pullInto } from '../build/pulled-page.ts';

const clock = clockAt('2026-05-30T09:00:05Z');

/** Amina's phone: the house it has pulled, and what else is there. */
const aDevice = async (...rows: readonly Row[]) => {
  const disk = blankDisk();
  const store = memoryClientStore(disk);
  await store.adopt({ device: 'z6MkPhone' as DeviceId, actor: me, certificate: 'c', serverKey: 'k' } as never);
  const all = aHouse(...rows);
  const scopes = [CATALOGUE, OPEN, HERS].map((scope) => ({ scope, cursor: 1, rows: all.filter((row) => row.scope === scope) }));
  await pullInto(store, {}, scopes);
  return { disk, ...started(disk) };
};

/** The app started anew over what the disk has. */
const started = (disk: ReturnType<typeof blankDisk>) => {
  const store = memoryClientStore(disk);
  const engine = createAskingEngine({ store, clock, chance: chanceOf(3), origin: ORIGIN });
  const life = { engine: async () => ({ askingEngine: async () => engine }), now: () => undefined };
  return { store, engine, app: askingApp({ life, locale: () => 'fr' }) };
};

const opened = async (app: ReturnType<typeof started>['app']): Promise<Asking> => {
  const asking = app.asking(TEAM);
  for (let turn = 0; turn < 50 && asking() === undefined; turn += 1) await new Promise<void>((done) => setImmediate(done));
  const found = asking();
  if (!found) throw new Error('nothing is asked');
  return found;
};

const answerAll = (asking: Asking): void => {
  asking.touch('situation-pick1', 'yesterday');
  asking.goOn();
  asking.touch('did-pickN', 'carry');
  asking.touch('did-pickN', 'tidy');
  asking.goOn();
  asking.skip();
  asking.touch('how-help', 'alone');
  asking.goOn();
  asking.touch('show-gesture', 'live');
  asking.goOn();
  asking.touch('means-feel', 'well');
};

const requestOf = async (store: ReturnType<typeof started>['store'], id: string) =>
  (await store.read([{ scope: OPEN, kind: 'request' }])).get(OPEN, 'request', id);

describe('answering', () => {
  it('stands at once, and is on the disk soon after: a kill in the middle goes on at the same question', async () => {
    const { app, disk, store } = await aDevice();
    const asking = await opened(app);
    asking.touch('situation-pick1', 'yesterday');
    asking.goOn();
    asking.touch('did-pickN', 'carry');
    expect(asking.now()).toMatchObject({ here: 'did', answers: { 'did-pickN': { chosen: ['carry'] } } });
    await until(async () => (await store.outbox()).length === 3);

    const again = await opened(started(disk).app);
    expect(again.reflection).toBe(asking.reflection);
    expect(again.now()).toMatchObject({
      here: 'did',
      answers: { 'situation-pick1': { chosen: ['yesterday'] }, 'did-pickN': { chosen: ['carry'] } },
    });
  });

  it('says who was there', async () => {
    const { app, store } = await aDevice();
    const asking = await opened(app);
    asking.setCompany('interpreter');
    asking.touch('situation-pick1', 'today');
    await until(async () => (await store.outbox()).length === 1);
    const kept = (await store.read([{ scope: HERS, kind: 'reflection' }])).get(HERS, 'reflection', asking.reflection);
    expect(kept?.answers['situation-pick1']).toMatchObject({ with: 'interpreter', heard: 'fr' });
  });

  it('does nothing where nothing changes', async () => {
    const { app, store } = await aDevice();
    const asking = await opened(app);
    asking.goOn();
    asking.touch('situation-pick1', 'never offered');
    asking.standAt('situation');
    expect(await store.outbox()).toEqual([]);
  });
});

describe('asking', () => {
  it('sends what was answered, after the last tap is on the disk', async () => {
    const { app, store } = await aDevice();
    const asking = await opened(app);
    answerAll(asking);
    const asked = await asking.ask();
    if ('type' in asked) throw new Error(asked.type);
    expect(await requestOf(store, asked.request)).toMatchObject({
      step: 'sent',
      mould: TEAM,
      level: 2,
      badge: asked.badge,
      answers: { 'did-pickN': { chosen: ['carry', 'tidy'] }, 'watched-skipped': { chosen: [] }, 'show-gesture': { chosen: ['live'] } },
    });
    // How she feels is hers.
    expect((await requestOf(store, asked.request))?.answers['means-feel']).toBeUndefined();
  });

  it('says what is missing when nothing was shown, and loses nothing', async () => {
    const { app } = await aDevice();
    const asking = await opened(app);
    asking.skip();
    asking.skip();
    asking.skip();
    asking.touch('how-help', 'alone');
    asking.goOn();
    asking.skip();
    asking.skip();
    expect(await asking.ask()).toEqual({ type: 'NotReady', missing: 'show' });
    expect(asking.now().answers['how-help']?.chosen).toEqual(['alone']);
  });

  it('gives at once the badge one gives oneself, and tells nothing of the answers', async () => {
    const { app, store } = await aDevice(aRow(CATALOGUE, 'mould', TEAM, aMould({ giver: 'herself' })));
    const asking = await opened(app);
    answerAll(asking);
    const asked = await asking.ask();
    if ('type' in asked) throw new Error(asked.type);
    expect(await requestOf(store, asked.request)).toMatchObject({ step: 'given', answers: {} });
    const scope = scopeOf('p', PERSON);
    expect((await store.read([{ scope, kind: 'badge' }])).get(scope, 'badge', asked.badge)?.mould).toBe(TEAM);
  });

  it('keeps it for her alone when she says so', async () => {
    const { app, store } = await aDevice();
    const asking = await opened(app);
    answerAll(asking);
    await asking.keep();
    const kept = (await store.read([{ scope: HERS, kind: 'reflection' }])).get(HERS, 'reflection', asking.reflection);
    expect(kept?.step).toBe('kept');
    expect((await store.read([{ scope: OPEN, kind: 'request' }])).list(OPEN, 'request')).toEqual([]);
  });

  it('begins again after a request was taken back, from the same answers', async () => {
    const { app, store } = await aDevice(
      aRow(HERS, 'reflection', reflectionId(1), { ...aReflection(), step: 'sent', request: requestId(1) }),
      aRow(OPEN, 'request', requestId(1), aRequest()),
    );
    expect((await opened(app)).view.waiting).toBe(requestId(1));
    await app.takeBackRequest(requestId(1));
    expect((await requestOf(store, requestId(1)))?.step).toBe('taken-back');
    const asking = await opened(app);
    expect(asking.reflection).not.toBe(reflectionId(1));
    expect(asking.now().answers['how-help']?.chosen).toEqual(['alone']);
  });
});

const until = async (holds: () => Promise<boolean>): Promise<void> => {
  for (let turn = 0; turn < 200; turn += 1) {
    if (await holds()) return;
    await new Promise<void>((done) => setImmediate(done));
  }
  throw new Error('it never came');
};
