import { Dexie } from 'dexie';
import { afterEach, describe, expect, it } from 'vitest';
import { MEDIA_LOCK } from '#client/media/lead-uploads';
import { openDexieMedia } from '#client/store/dexie-media';
import { openDexieStore } from '#client/store/dexie-store';
import type { Locks } from '#client/sync/leader';
import { signerOf } from '#client/sync/signer-of';
import { uploadInBackground } from '#client/worker/background-uploads';
import { type DeviceId, type MediaId, scopeOf } from '#domain/ids';
import { chanceOf, PERSON } from '../../build/field.ts';

const NAME = 'background-media';
const locks = navigator.locks as Locks;
const ID = 'a'.repeat(64) as MediaId;
const scope = scopeOf('q', PERSON);

afterEach(() => Dexie.delete(NAME));

const aPhoto = async (): Promise<void> => {
  const [store, media] = [openDexieStore(NAME), openDexieMedia(NAME)];
  const keyPair = { seed: chanceOf(1)(32) };
  const device = (await signerOf(keyPair)).publicKey as DeviceId;
  await store.adopt({ device, actor: { role: 'person', person: PERSON }, keyPair });
  await media.begin({ id: 'take', kind: 'photo', type: 'image/webp', at: 1, ms: 0 });
  await media.write('take', new ArrayBuffer(5), 0);
  await media.keep({ id: ID, scope, kind: 'photo', type: 'image/webp', size: 5, at: 1, take: 'take', sent: 0, asked: false });
  store.close();
  media.close();
};

const run = async (type: string, answer: () => Response) => {
  const asked: string[] = [];
  const fetch = async (_address: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    asked.push(init?.method ?? 'GET');
    return answer();
  };
  const signs = { userAgent: 'Mobile', connection: { type } };
  const outcome = await uploadInBackground({ origin: location.origin, fetch, locks, storeName: NAME, signs }).then(
    () => 'done',
    (error: Error) => error.message,
  );
  return { outcome, asked };
};

const offline = (): Response => {
  throw new TypeError('offline');
};

describe('the service worker woken by the network', () => {
  it('brings what waits', async () => {
    await aPhoto();
    const whole = (): Response => new Response(null, { status: 200, headers: { 'tus-resumable': '1.0.0', 'upload-offset': '5' } });
    expect(await run('wifi', whole)).toEqual({ outcome: 'done', asked: ['POST'] });
    const media = openDexieMedia(NAME);
    expect((await media.one(ID))?.sent).toBe(5);
    media.close();
  });

  it('brings nothing over mobile data, and nothing of a device that is nobody’s', async () => {
    expect(await run('wifi', offline)).toEqual({ outcome: 'done', asked: [] });
    await aPhoto();
    expect(await run('cellular', offline)).toEqual({ outcome: 'done', asked: [] });
  });

  it('tells the browser to try again when the server was not reached', async () => {
    await aPhoto();
    expect(await run('wifi', offline)).toEqual({ outcome: 'not reached: unreachable', asked: ['POST'] });
  });

  it('leaves it to the tab that brings media', async () => {
    await aPhoto();
    const led = await navigator.locks.request(MEDIA_LOCK, () => run('wifi', offline));
    expect(led).toEqual({ outcome: 'done', asked: [] });
  });
});
