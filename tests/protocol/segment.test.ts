import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ActionId, DeviceId } from '#domain/ids';
import type { Action } from '#protocol/action';
import { chainHashes, openSegment, sealSegment } from '#protocol/segment';
import { badgeId, signerOfNumber, uuidOf } from '../build/field.ts';

const act = (n: number): Action => ({
  id: uuidOf(n) as ActionId,
  n,
  at: 1000 * n,
  name: 'show-badge',
  v: 1,
  args: { badge: badgeId(n), to: 'world' },
});
const acts = (first: number, count: number) => Array.from({ length: count }, (_, i) => act(first + i));

describe('a segment', () => {
  it('opens to the hashes it was sealed with, and the next one continues them', async () => {
    const signer = await signerOfNumber(1);
    const first = await sealSegment(signer, '', acts(1, 3));
    const second = await sealSegment(signer, first.head, acts(4, 2));
    const opened = [await openSegment(first.segment), await openSegment(second.segment)];
    expect(opened[0]?.at(-1)).toBe(first.head);
    expect(opened[1]?.at(-1)).toBe(second.head);
    expect(await chainHashes('', acts(1, 5))).toEqual(opened.flat());
  });

  it('sealed in other pieces has the same hashes: only signatures differ', async () => {
    const signer = await signerOfNumber(1);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 9 }), async (cut) => {
        const head = (await sealSegment(signer, '', acts(1, cut))).head;
        const rest = await sealSegment(signer, head, acts(cut + 1, 10 - cut));
        expect(rest.head).toBe((await sealSegment(signer, '', acts(1, 10))).head);
      }),
      { numRuns: 9 },
    );
  });

  it('survives the way through JSON, whatever the order of members', async () => {
    const { segment } = await sealSegment(await signerOfNumber(1), '', acts(1, 2));
    const turned = {
      ...segment,
      actions: segment.actions.map((action) => Object.fromEntries(Object.entries(action).reverse()) as unknown as Action),
    };
    expect(await openSegment(JSON.parse(JSON.stringify(turned)))).not.toBeNull();
  });

  it('does not open when anything in it was changed', async () => {
    const signer = await signerOfNumber(1);
    const { segment } = await sealSegment(signer, '', acts(2, 3));
    const [one, two, three] = segment.actions;
    if (!one || !two || !three) throw new Error('three acts');
    const changed = [
      { ...segment, actions: [one, { ...two, args: { badge: badgeId(3), to: 'me' } }, three] },
      { ...segment, actions: [one, { ...two, at: 1 }, three] },
      { ...segment, actions: [one, two] },
      { ...segment, actions: [two, three] },
      { ...segment, actions: [one, three] },
      { ...segment, actions: [two, one, three] },
      { ...segment, prev: (await sealSegment(signer, '', acts(1, 1))).head },
      { ...segment, device: (await signerOfNumber(2)).publicKey as DeviceId },
      { ...segment, signature: 'A'.repeat(86) },
      { ...segment, signature: `${segment.signature.slice(0, -1)}é` },
    ];
    expect(await Promise.all(changed.map(openSegment))).toEqual(changed.map(() => null));
    expect(await openSegment(segment)).toHaveLength(3);
  });

  it('cannot be moved to another place of its own chain', async () => {
    const { segment } = await sealSegment(await signerOfNumber(1), '', acts(5, 2));
    const moved = { ...segment, actions: segment.actions.map((action) => ({ ...action, n: action.n - 4 })) };
    expect(await openSegment(moved)).toBeNull();
  });
});
