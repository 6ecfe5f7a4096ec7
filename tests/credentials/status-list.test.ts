import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { methodId } from '#credentials/did-document';
import { gunzip, gzip } from '#credentials/gzip';
import type { JsonObject } from '#credentials/json';
import { isObject } from '#credentials/json';
import { fromMultibase, toMultibase64 } from '#credentials/multibase';
import { issueBadge } from '#credentials/open-badge';
import { allotStatusIndex, STATUS_LIST_SIZE } from '#credentials/status-index';
import { buildStatusList, isMarked, readStatusList } from '#credentials/status-list';
import { DAY, ISSUER, knownIssuer, LIST, must, NOW, organisation, stranger } from './fixtures.ts';

const content = (marked: readonly number[]) => ({ id: LIST, issuer: ISSUER, purpose: 'revocation' as const, marked, validFrom: NOW - DAY });
const sign = async (list: JsonObject, signer = organisation) =>
  must(await issueBadge(list, signer, methodId(ISSUER, signer.publicKey), NOW - DAY));

describe('a status list', () => {
  it('keeps exactly the places that were marked', async () => {
    const marked = [0, 7, 8, 94_567, STATUS_LIST_SIZE - 1];
    const list = must(await readStatusList(await sign(await buildStatusList(content(marked))), NOW, knownIssuer()));
    expect(Array.from({ length: STATUS_LIST_SIZE }, (_, i) => i).filter((i) => isMarked(list, i))).toEqual(marked);
    expect(list).toMatchObject({ id: LIST, issuer: ISSUER, purposes: ['revocation'], asOf: NOW });
  });

  it('has its first place in the highest bit of its first byte', async () => {
    const built = await buildStatusList(content([0]));
    const subject = built['credentialSubject'];
    const encoded = isObject(subject) ? String(subject['encodedList']) : '';
    expect(encoded.startsWith('u')).toBe(true);
    const bits = await gunzip(fromMultibase(encoded) ?? new Uint8Array(0), 20_000);
    expect(bits?.length).toBe(16_384);
    expect(bits?.[0]).toBe(0x80);
  });

  it('is small when little is marked', async () => {
    const size = async (marked: readonly number[]) => JSON.stringify(await buildStatusList(content(marked))).length;
    expect(await size([])).toBeLessThan(700);
    expect(await size(Array.from({ length: 1000 }, (_, i) => allotStatusIndex(i, new Uint8Array(32))))).toBeLessThan(4000);
  });

  it('has no place outside itself', async () => {
    await expect(buildStatusList(content([STATUS_LIST_SIZE]))).rejects.toThrow(RangeError);
    const list = must(await readStatusList(await sign(await buildStatusList(content([]))), NOW, knownIssuer()));
    for (const index of [-1, 0.5, Number.NaN, STATUS_LIST_SIZE]) expect(isMarked(list, index)).toBeNull();
  });

  it('that its issuer did not sign is refused', async () => {
    const unsigned = await buildStatusList(content([]));
    for (const list of [unsigned, await sign(unsigned, stranger), { ...(await sign(unsigned)), validUntil: '2030-01-01T00:00:00Z' }]) {
      expect(await readStatusList(list, NOW, knownIssuer())).toMatchObject({ ok: false, error: { type: 'status-list-signature' } });
    }
    expect(await readStatusList(await sign(unsigned), NOW, () => undefined)).toMatchObject({ ok: false, error: { what: 'unknown' } });
  });

  it('that is short, huge, damaged or no list is refused without being unpacked whole', async () => {
    const withList = async (encodedList: string): Promise<JsonObject> => {
      const built = await buildStatusList(content([]));
      const subject = isObject(built['credentialSubject']) ? built['credentialSubject'] : {};
      return sign({ ...built, credentialSubject: { ...subject, encodedList } });
    };
    const bomb = toMultibase64(await gzip(new Uint8Array(40 * 1024 * 1024)));
    const short = toMultibase64(await gzip(new Uint8Array(100)));
    for (const encoded of [bomb, short, 'uAAAA', 'u', 'z111']) {
      const read = await readStatusList(await withList(encoded), NOW, knownIssuer());
      expect(read.ok, encoded.slice(0, 20)).toBe(false);
    }
    for (const input of [null, 5, {}, { type: 'BitstringStatusListCredential' }, []])
      expect((await readStatusList(input, NOW, knownIssuer())).ok).toBe(false);
  });
});

describe('gzip', () => {
  it('gives back what it packed, never more than the limit', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 2000 }), async (bytes) => {
        const packed = await gzip(new Uint8Array(bytes));
        expect(await gunzip(packed, bytes.length)).toEqual(new Uint8Array(bytes));
        expect(await gunzip(packed, bytes.length - 1)).toBeNull();
      }),
      { numRuns: 50 },
    );
  });

  it('refuses damaged and foreign bytes', async () => {
    const packed = await gzip(new Uint8Array(500).fill(7));
    for (const bytes of [packed.slice(0, -4), packed.slice(3), new Uint8Array([1, 2, 3]), new Uint8Array(0)])
      expect(await gunzip(bytes, 1000)).toBeNull();
  });
});

describe('the places allotted', () => {
  const key = Uint8Array.from({ length: 32 }, (_, i) => i * 7);

  it('are all different and cover the list', () => {
    const seen = new Set(Array.from({ length: STATUS_LIST_SIZE }, (_, counter) => allotStatusIndex(counter, key)));
    expect(seen.size).toBe(STATUS_LIST_SIZE);
    expect(Math.max(...[...seen].slice(0, 1000))).toBeLessThan(STATUS_LIST_SIZE);
  });

  it('look random: neighbours in order are strangers in place, and every byte of the key counts', () => {
    const places = Array.from({ length: 4096 }, (_, counter) => allotStatusIndex(counter, key));
    const near = places.slice(1).filter((place, i) => Math.abs(place - (places[i] ?? 0)) < 1000).length;
    // A random order gives about 62.
    expect(near).toBeGreaterThan(20);
    expect(near).toBeLessThan(130);
    const buckets = new Array<number>(16).fill(0);
    for (const place of places) buckets[place >> 13] = (buckets[place >> 13] ?? 0) + 1;
    for (const count of buckets) expect(Math.abs(count - 256)).toBeLessThan(90);
    for (let i = 0; i < key.length; i++) {
      const other = Uint8Array.from(key, (byte, at) => (at === i ? byte ^ 1 : byte));
      expect(places.filter((place, counter) => place === allotStatusIndex(counter, other)).length).toBeLessThan(10);
    }
  });

  it('end with the list', () => {
    for (const counter of [-1, 0.5, STATUS_LIST_SIZE]) expect(() => allotStatusIndex(counter, key)).toThrow(RangeError);
    expect(() => allotStatusIndex(0, new Uint8Array(15))).toThrow(RangeError);
  });
});
