import { describe, expect, it } from 'vitest';
import { TEMPLATE_NEEDS, templatesFrom } from '#client/actions/badge-templates';
import { packHeldBadge } from '#client/actions/pack-held-badge';
import { verifyWithIssuers } from '#client/actions/verify-with-issuers';
import { STARTER_MOULDS } from '#content/starter-kit';
import { unpackBadge } from '#credentials/pack-badge';
import { addScan, type Frames, NO_FRAMES } from '#credentials/qr-frames';
import type { MouldId } from '#domain/ids';
import { sortScan } from '#protocol/scan';
import { badgeId } from '../../build/field.ts';
import { credentialOf, issuer, NOW, ORIGIN, phone, SITE } from '../../build/holding-phone.ts';

/** Characters of a code of version 13 with the least correction. */
const QR_13 = 619;

/** What a reader has of codes shown in turn, and after how many. */
const readBy = async (reader: Awaited<ReturnType<typeof phone>>, texts: readonly string[]) => {
  const templates = templatesFrom(await reader.store.read(TEMPLATE_NEEDS), SITE);
  let frames: Frames = NO_FRAMES;
  for (const [i, text] of [...texts, ...texts].entries()) {
    const scan = addScan(frames, text);
    frames = scan.frames;
    const badge = scan.packed ? await unpackBadge(scan.packed, templates) : undefined;
    if (badge?.ok) return { badge: badge.value, after: i + 1 };
  }
  return undefined;
};

const PARTICIPATE = 'je-participe' as MouldId;
const LEVELLED = (Object.entries(STARTER_MOULDS).find(([, { levels }]) => levels > 0)?.[0] ?? '') as MouldId;

describe('a badge that goes from phone to phone with no network', () => {
  it.each([
    ['without levels', PARTICIPATE, 0],
    ['with levels', LEVELLED, 2],
  ] as const)(
    '%s is one code of at most version 13 for a reader who knows its mould, and confirmed by what that reader keeps',
    async (_, mould, level) => {
      const credential = await credentialOf(mould, level);
      const texts = (await packHeldBadge(await phone(mould, credential, {}), badgeId(1))) ?? [];
      for (const text of texts) expect(text.length).toBeLessThanOrEqual(QR_13);
      for (const text of texts) expect(sortScan(text, ORIGIN)).toEqual({ kind: 'packed' });
      const read = await readBy(await phone(PARTICIPATE, undefined, {}), texts);
      console.log(`${mould}: ${texts.length} codes of ${texts.map(({ length }) => length)} characters`);
      expect(read).toEqual({ badge: credential, after: 1 });
      expect(texts[0]?.length).toBeLessThan(400);
      expect(await verifyWithIssuers(read?.badge, [issuer], NOW)).toMatchObject({ verdict: 'valid', issuer: 'known', status: 'active' });
    },
  );

  it('is read from the codes that follow by who does not know its mould, and is then of an unknown issuer', async () => {
    const credential = await credentialOf(PARTICIPATE);
    const texts = (await packHeldBadge(await phone(PARTICIPATE, credential, {}), badgeId(1))) ?? [];
    const read = await readBy(await phone(PARTICIPATE, undefined, { moulds: false, issuers: false }), texts);
    expect(read).toEqual({ badge: credential, after: texts.length });
    expect(await verifyWithIssuers(read?.badge, [], NOW)).toMatchObject({ verdict: 'unknown', signature: 'good', issuer: 'unknown' });
  });

  it('tells everything from the start where the phone that shows it does not know its mould', async () => {
    const credential = await credentialOf(PARTICIPATE);
    const texts = (await packHeldBadge(await phone(PARTICIPATE, credential, { moulds: false }), badgeId(1))) ?? [];
    expect(await readBy(await phone(PARTICIPATE, undefined, { moulds: false, issuers: false }), texts)).toMatchObject({
      badge: credential,
    });
  });

  it('is not there before it is signed, nor on a phone that is nobody’s', async () => {
    expect(await packHeldBadge(await phone(PARTICIPATE, undefined, {}), badgeId(1))).toBeNull();
    const held = await phone(PARTICIPATE, await credentialOf(PARTICIPATE), {});
    expect(await packHeldBadge(held, badgeId(2))).toBeNull();
    expect(await packHeldBadge({ ...held, store: { ...held.store, identity: async () => undefined } }, badgeId(1))).toBeNull();
  });
});
