import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRoadPictures } from '#client/worker/road-pictures';
import { createVoicePacks } from '#client/worker/voice-packs';

const NAME = 'road-packs-test';

/** What the network has: path → content. */
let served: Record<string, string> = {};
let asked: string[] = [];

const pathOf = (input: RequestInfo | URL): string => new URL(input instanceof Request ? input.url : input, location.origin).pathname;

const clips = (list: Record<string, { of: string; roads?: string[] }>): void => {
  served = { '/voice/fr/clips.json': JSON.stringify(list) };
  for (const [key, { of }] of Object.entries(list)) served[`/voice/fr/${key}.mp3`] = of;
};

beforeEach(() => {
  asked = [];
  const answer = (input: RequestInfo | URL): Response => {
    const path = pathOf(input);
    asked.push(path);
    return served[path] === undefined ? new Response(null, { status: 404 }) : new Response(served[path]);
  };
  vi.stubGlobal('fetch', async (input: RequestInfo | URL) => answer(input));
  // The browser's own cache does not ask through the page: it is given what the network would have said.
  vi.spyOn(Cache.prototype, 'add').mockImplementation(async function (this: Cache, input) {
    await this.put(input, answer(input));
  });
});

afterEach(async () => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  await caches.delete(NAME);
});

const kept = async (key: string): Promise<string | undefined> => (await (await caches.open(NAME)).match(`/voice/fr/${key}.mp3`))?.text();

describe('the voice of a road', () => {
  const list = {
    'label.back': { of: 'a' },
    'mould.je-monte': { of: 'b', roads: ['batiment'] },
    'mould.je-livre': { of: 'c', roads: ['logistique'] },
  };

  it('is not fetched with the language, and comes with the road', async () => {
    clips(list);
    const voices = createVoicePacks(caches, NAME);
    await voices.keep('fr');
    expect([await kept('label.back'), await kept('mould.je-monte')]).toEqual(['a', undefined]);
    await voices.keep('fr', 'batiment');
    expect([await kept('mould.je-monte'), await kept('mould.je-livre')]).toEqual(['b', undefined]);
  });

  it('is fetched once, and again when it says something else, whichever is asked for', async () => {
    clips(list);
    const voices = createVoicePacks(caches, NAME);
    await voices.keep('fr', 'batiment');
    asked = [];
    await voices.keep('fr', 'batiment');
    expect(asked).toEqual(['/voice/fr/clips.json']);
    clips({ ...list, 'mould.je-monte': { of: 'new', roads: ['batiment'] } });
    await voices.keep('fr');
    expect(await kept('mould.je-monte')).toBe('new');
  });
});

describe('the pictures of a road', () => {
  it('are kept when the road is opened, renewed when it is opened again, and shown without network', async () => {
    served = { '/pictures/kit-wood.svg': 'wood' };
    const pictures = createRoadPictures(caches, NAME);
    await pictures.keep(['kit-wood']);
    served = {};
    expect(await (await pictures.answer(new Request('/pictures/kit-wood.svg'))).text()).toBe('wood');
    served = { '/pictures/kit-wood.svg': 'oak' };
    await pictures.keep(['kit-wood']);
    expect(await (await pictures.answer(new Request('/pictures/kit-wood.svg'))).text()).toBe('oak');
  });

  it('are kept when they are first seen, and a missing one is not', async () => {
    served = { '/pictures/kit-wood.svg': 'wood' };
    const pictures = createRoadPictures(caches, NAME);
    expect((await pictures.answer(new Request('/pictures/kit-none.svg'))).status).toBe(404);
    await pictures.answer(new Request('/pictures/kit-wood.svg'));
    served = { '/pictures/kit-none.svg': 'now there' };
    expect(await (await pictures.answer(new Request('/pictures/kit-wood.svg'))).text()).toBe('wood');
    expect(await (await pictures.answer(new Request('/pictures/kit-none.svg'))).text()).toBe('now there');
  });
});
