import { afterEach, expect, it, vi } from 'vitest';
import { toBase64url } from '#base/bytes';
import { type DexieStore, openDexieStore } from '#client/store/dexie-store';
import type { Transport } from '#client/sync/transport';
import type { BoxRead } from '#client/ui/app-courier';
import { makeAgreementPair } from '#credentials/agreed-key';
import { generateSigner } from '#credentials/keys';
import { BOX_KEY } from '#domain/box-key';
import { CATALOGUE, type DeviceId } from '#domain/ids';
import { openBox } from '#protocol/box';
import { closeAnswer } from '#protocol/box-answer';
import { toFileText } from '#protocol/box-frames';
import { courierApp } from '../../src/client/courier-app.ts';
import { createCourierEngine } from '../../src/client/courier-engine.ts';
import { aRow, chanceOf, PERSON } from '../build/field.ts';
import { claimed, inScope, keepAct, PEOPLE, pull } from '../build/stored.ts';

const NO_NETWORK: Transport = { post: async () => ({ type: 'silence', why: 'unreachable' }) };
const opened: DexieStore[] = [];
afterEach(() => {
  for (const store of opened.splice(0)) store.close();
});

let places = 0;

/** A device of somebody in a browser, which has heard of its server's key and has no network now. */
const aDevice = async (key: string) => {
  const name = `courier-${++places}`;
  const store = openDexieStore(name);
  opened.push(store);
  const { signer, keyPair } = await generateSigner({ extractable: false });
  await store.adopt({ device: signer.publicKey as DeviceId, actor: { role: 'person', person: PERSON }, keyPair });
  await pull(store, {}, inScope(CATALOGUE, 1, aRow(CATALOGUE, 'box-key', BOX_KEY.id, { key }, 1)), inScope(PEOPLE, 0));
  const deps = {
    transport: NO_NETWORK,
    clock: () => 1_780_000_000_000,
    chance: chanceOf(1),
    sync: { run: vi.fn<() => Promise<never>>() },
    runs: () => [],
  };
  const app = courierApp({ engine: async () => ({ courier: async () => createCourierEngine({ ...deps, store }) }) });
  return { name, store, app };
};

it('two phones and no network: codes one way, and weeks later codes the other way', async () => {
  const server = await makeAgreementPair();
  const key = toBase64url(server.publicKey);
  const [hers, theirs] = [await aDevice(key), await aDevice(key)];
  for (let n = 0; n < 3; n++) await keepAct(hers.store, claimed);
  const box = await hers.app.boxToShow();
  if (box.state !== 'frames') throw new Error(box.state);

  const reads: BoxRead['state'][] = [];
  for (const text of [...box.frames, ...box.frames].toReversed()) reads.push((await theirs.app.takeBox(text)).state);
  expect(reads).toContain('taken');
  expect(reads).not.toContain('foreign');
  await vi.waitFor(() => expect(theirs.app.held()).toMatchObject([{ state: 'waiting', from: 'carried' }]));
  expect(await theirs.app.sendHeld()).toBe('no-network');

  // The courier's browser is killed and started again before it finds its network.
  theirs.store.close();
  const again = openDexieStore(theirs.name);
  opened.push(again);
  const [held] = await again.boxes();
  const found = held && (await openBox(server, held.box));
  if (!held || !found?.ok) throw new Error('opens');
  const { device, segments } = found.value.said;
  expect(segments.flatMap(({ actions }) => actions.map(({ n }) => n))).toEqual([1, 2, 3]);
  const head = (await hers.store.sealed()).head;
  const answer = await closeAnswer(held.id, found.value.answerKey, chanceOf(3)(12), {
    protocol: 1,
    acknowledged: { device, last: 3, head },
  });
  await again.answerBox(held.id, { answer });

  const frames = await theirs.app.answerToShow(held.id);
  const told: BoxRead[] = [];
  for (const text of frames ?? []) told.push(await hers.app.readAnswer(text));
  expect(told.at(-1)).toEqual({ state: 'taken' });
  expect((await hers.store.progress()).acknowledged).toBe(3);
  await theirs.app.handedOver(held.id);
  expect(await again.boxes()).toEqual([]);
});

it('a file does what codes do, and any other file is none of ours', async () => {
  const key = toBase64url((await makeAgreementPair()).publicKey);
  const [hers, theirs] = [await aDevice(key), await aDevice(key)];
  await keepAct(hers.store, claimed);
  await hers.app.boxToShow();
  const [sent] = await hers.store.sentBoxes();
  if (!sent) throw new Error('sent');
  expect(await theirs.app.takeBox(new Blob([toFileText(sent.box)]))).toEqual({ state: 'taken' });
  for (const other of ['', 'hello', 'pepites:AAAA', 'x'.repeat(600_000)])
    expect(await theirs.app.takeBox(new Blob([other]))).toEqual({ state: 'foreign' });
  expect(await hers.app.takeBox(new Blob([toFileText(sent.box)]))).toEqual({ state: 'foreign' });
  expect(await theirs.app.readAnswer('https://example.org')).toEqual({ state: 'foreign' });
});

it('the sync panel tells numbers and no names', async () => {
  const { app, store } = await aDevice(toBase64url((await makeAgreementPair()).publicKey));
  await keepAct(store, claimed);
  const state = await app.syncState();
  expect(state).toMatchObject({ role: 'person', outbox: { waiting: 1, unsealed: 1, segments: 0, aside: 0 }, cursors: { [CATALOGUE]: 1 } });
  expect(JSON.stringify(state)).not.toContain('ticket');
});
