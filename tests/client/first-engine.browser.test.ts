import { describe, expect, it } from 'vitest';
import { concatBytes, fromUtf8 } from '#base/bytes';
import { createFirstEngine } from '#client/first-engine';
import { aBadge as aView } from '#client/ui/gallery/fixed-values';
import { unbakePng } from '#credentials/png-badge';
import { unbakeSvg } from '#credentials/svg-badge';
import type { DeviceId } from '#domain/ids';
import { scopeOf } from '#domain/ids';
import { aRow, aSealedBadge, at, chanceOf, ORIGIN, PERSON } from '../build/field.ts';
import { memoryClientStore } from '../build/memory-client-store.ts';
import { pullInto } from '../build/pulled-page.ts';

const MINE = scopeOf('p', PERSON);
const VIEW = aView(2, 'a-l-heure');
const CREDENTIAL = { type: ['VerifiableCredential', 'OpenBadgeCredential'], name: 'À l’heure' };

/** A phone that holds one signed badge and one photo. */
const herPhone = async () => {
  const store = memoryClientStore();
  await store.adopt({
    device: 'z6MkfirstDeviceOfThisTest1111111111111111111111' as DeviceId,
    actor: { role: 'person', person: PERSON },
    keyPair: { seed: chanceOf(1)(32) },
  });
  const person = { firstName: 'Amina', figure: 'figure-01', mark: 'drop', structure: 'atelier-des-pins', did: 'did:web:pepites.example' };
  const rows = [
    aRow(MINE, 'person', PERSON, person as never, 1),
    aRow(MINE, 'badge', VIEW.id, aSealedBadge(), 2),
    aRow(MINE, 'credential', VIEW.id, { credential: CREDENTIAL }, 3),
  ];
  await pullInto(store, {}, [{ scope: MINE, cursor: 3, rows }]);
  const photo = { media: 'abc' } as never;
  return createFirstEngine({
    store,
    clock: () => at('2026-11-23T12:00Z'),
    chance: chanceOf(2),
    origin: ORIGIN,
    capture: async () => ({ shown: async () => [photo], local: async () => new Blob(['photo'], { type: 'image/jpeg' }) }),
  });
};

/** Files of a ZIP that stores them uncompressed, by name. */
const filesOf = (zip: Uint8Array): ReadonlyMap<string, Uint8Array> => {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.length);
  const files = new Map<string, Uint8Array>();
  for (let from = 0; view.getUint32(from, true) === 0x04034b50; ) {
    const [size, length] = [view.getUint32(from + 18, true), view.getUint16(from + 26, true)];
    const begin = from + 30 + length;
    files.set(fromUtf8(zip.subarray(from + 30, begin)), zip.slice(begin, begin + size));
    from = begin + size;
  }
  return files;
};

describe('what she takes away', () => {
  it('is her badge as JSON and baked into pictures that any reader opens, complete in themselves', async () => {
    const files = filesOf(concatBytes(...((await (await herPhone()).myData([VIEW], 'fr')) ?? [])));
    expect([...files.keys()]).toEqual([
      'index.html',
      'badges/001-a-l-heure.json',
      'badges/001-a-l-heure.svg',
      'badges/001-a-l-heure.png',
      'data.json',
      'media/abc.jpg',
    ]);
    const of = (ending: string) => files.get(`badges/001-a-l-heure.${ending}`) ?? new Uint8Array();
    expect(JSON.parse(fromUtf8(of('json')))).toEqual(CREDENTIAL);
    const baked = [unbakeSvg(fromUtf8(of('svg'))), await unbakePng(of('png'))];
    expect(baked.map((read) => read.ok && JSON.parse(read.value.text))).toEqual([CREDENTIAL, CREDENTIAL]);
    // Its picture came along: nothing in it lies elsewhere.
    expect(fromUtf8(of('svg'))).not.toContain('/pictures/');
    expect(JSON.parse(fromUtf8(files.get('data.json') ?? new Uint8Array()))).toMatchObject({ person: [{ body: { firstName: 'Amina' } }] });
  });

  it('has what she agreed to, as she said it last', async () => {
    const engine = await herPhone();
    await engine.sayConsent('team', 'later', 'fr');
    await engine.sayConsent('team', 'yes', 'ar');
    expect(await engine.consents()).toEqual({ team: 'yes' });
    const files = filesOf(concatBytes(...((await engine.myData([], 'fr')) ?? [])));
    expect(JSON.parse(fromUtf8(files.get('data.json') ?? new Uint8Array()))).toMatchObject({
      consent: [{ id: 'team', body: { said: 'yes', locale: 'ar' } }],
    });
  });

  it('is nothing on a device that is nobody’s', async () => {
    const nobody = createFirstEngine({
      store: memoryClientStore(),
      clock: () => 0,
      chance: chanceOf(3),
      origin: ORIGIN,
      capture: async () => ({ shown: async () => [], local: async () => null }),
    });
    expect(await nobody.myData([], 'fr')).toBeNull();
    expect(await nobody.consents()).toEqual({});
  });
});
