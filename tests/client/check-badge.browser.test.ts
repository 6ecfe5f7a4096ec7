import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TEMPLATE_NEEDS } from '#client/actions/badge-templates';
import { packHeldBadge } from '#client/actions/pack-held-badge';
import { makeCheckBadge, type ReadCatalogue } from '#client/check-badge';
import type { MouldId } from '#domain/ids';
import { badgeId } from '../build/field.ts';
import { credentialOf, NOW, ORIGIN, phone } from '../build/holding-phone.ts';

const MOULD = 'je-participe' as MouldId;

beforeEach(() => {
  vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('there is no network'));
  vi.spyOn(Date, 'now').mockReturnValue(NOW + 1000);
});
afterEach(() => vi.restoreAllMocks());

const textsOf = async (): Promise<readonly string[]> =>
  (await packHeldBadge(await phone(MOULD, await credentialOf(MOULD), {}), badgeId(1))) ?? [];

const catalogueOf = async (knows: Parameters<typeof phone>[2]): Promise<ReadCatalogue> => {
  const reader = await phone(MOULD, undefined, knows);
  return () => reader.store.read(TEMPLATE_NEEDS);
};

describe('a badge scanned from another phone, with no network', () => {
  it('is confirmed at its first code by what this phone keeps of the organisation, and of when', async () => {
    const check = makeCheckBadge(ORIGIN, await catalogueOf({}));
    const [first = ''] = await textsOf();
    expect(await check(first)).toMatchObject({
      state: 'shown',
      title: 'Je participe',
      verdict: 'valid',
      signature: 'good',
      issuerKnown: 'known',
      status: 'active',
      statusAsOf: new Date(NOW).toISOString(),
      problems: [],
    });
  });

  it('waits for the codes that tell everything on a device that knows nothing, and says what is not known', async () => {
    const check = makeCheckBadge(ORIGIN, async () => undefined);
    const [first = '', ...others] = await textsOf();
    expect(await check(first)).toMatchObject({ state: 'more' });
    expect(await check(first)).toMatchObject({ state: 'more' });
    let last = await check(first);
    for (const text of others) last = await check(text);
    expect(last).toMatchObject({ state: 'shown', verdict: 'unknown', signature: 'good', issuerKnown: 'unknown', status: 'unknown' });
  });

  it('is not confirmed once something in it was changed', async () => {
    const credential = { ...(await credentialOf(MOULD)), name: 'Directrice' };
    const texts = (await packHeldBadge(await phone(MOULD, credential, {}), badgeId(1))) ?? [];
    const check = makeCheckBadge(ORIGIN, await catalogueOf({}));
    expect(await check(texts[0] ?? '')).toMatchObject({ state: 'shown', verdict: 'invalid', signature: 'bad' });
  });
});
