import { expect, test, vi } from 'vitest';
import { makeKeptDocuments } from '#client/device/kept-documents';

const fresh = () => makeKeptDocuments(`documents-${crypto.randomUUID()}`);
const ISSUER = 'https://badges.example/s/jardins/did.json';

test('a document that was fetched once is there later, with the day it was fetched', async () => {
  const kept = fresh();
  expect(await kept.get(ISSUER)).toBeUndefined();
  await kept.put(ISSUER, { document: { id: 'did:web:badges.example' }, asOf: 1_000 });
  expect(await kept.get(ISSUER)).toEqual({ document: { id: 'did:web:badges.example' }, asOf: 1_000 });
});

test('a newer copy takes the place of the older one', async () => {
  const kept = fresh();
  await kept.put(ISSUER, { document: { v: 1 }, asOf: 1 });
  await kept.put(ISSUER, { document: { v: 2 }, asOf: 2 });
  expect(await kept.get(ISSUER)).toEqual({ document: { v: 2 }, asOf: 2 });
});

test('no more than two hundred are kept, the latest', async () => {
  const kept = fresh();
  for (let i = 0; i < 203; i++) await kept.put(`${ISSUER}?${i}`, { document: i, asOf: i });
  expect(await kept.get(`${ISSUER}?2`)).toBeUndefined();
  expect(await kept.get(`${ISSUER}?3`)).toEqual({ document: 3, asOf: 3 });
});

test('a browser that keeps nothing is no error', async () => {
  vi.spyOn(caches, 'open').mockRejectedValue(new DOMException('off', 'SecurityError'));
  const kept = fresh();
  await kept.put(ISSUER, { document: 1, asOf: 1 });
  expect(await kept.get(ISSUER)).toBeUndefined();
  vi.restoreAllMocks();
});
