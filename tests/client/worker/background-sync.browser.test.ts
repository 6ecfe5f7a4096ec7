import { Dexie } from 'dexie';
import { afterEach, describe, expect, it } from 'vitest';
import { openDexieStore } from '#client/store/dexie-store';
import { LEADER_LOCK, type Locks } from '#client/sync/leader';
import { signerOf } from '#client/sync/signer-of';
import { syncInBackground } from '#client/worker/background-sync';
import type { DeviceId } from '#domain/ids';
import { chanceOf, PERSON } from '../../build/field.ts';

const NAME = 'background-test';
const locks = navigator.locks as Locks;

afterEach(() => Dexie.delete(NAME));

const adopt = async () => {
  const store = openDexieStore(NAME);
  const keyPair = { seed: chanceOf(1)(32) };
  const device = (await signerOf(keyPair)).publicKey as DeviceId;
  await store.adopt({ device, actor: { role: 'person', person: PERSON }, keyPair });
  store.close();
};

const run = async () => {
  let asked = 0;
  const fetch = async () => {
    asked += 1;
    throw new TypeError('offline');
  };
  const outcome = await syncInBackground({ origin: location.origin, fetch, locks, storeName: NAME }).then(
    () => 'done',
    (error: Error) => error.message,
  );
  return { outcome, asked };
};

describe('the service worker woken by the network', () => {
  it('does nothing on a device that is nobody’s', async () => {
    expect(await run()).toEqual({ outcome: 'done', asked: 0 });
  });

  it('tells the browser to try again when the server was not reached', async () => {
    await adopt();
    expect(await run()).toEqual({ outcome: 'not reached: unreachable', asked: 1 });
  });

  it('leaves it to the tab that leads', async () => {
    await adopt();
    const led = await navigator.locks.request(LEADER_LOCK, () => run());
    expect(led).toEqual({ outcome: 'done', asked: 0 });
    expect((await run()).asked).toBe(1);
  });
});
