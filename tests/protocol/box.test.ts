import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concatBytes, fromBase64url, toBase64url } from '#base/bytes';
import { makeAgreementPair } from '#credentials/agreed-key';
import { NO_FRAMES } from '#credentials/qr-frames';
import type { ActionId } from '#domain/ids';
import type { Action } from '#protocol/action';
import { boxId, closeBox, openBox } from '#protocol/box';
import { answeredBox, type BoxAnswer, closeAnswer, openAnswer } from '#protocol/box-answer';
import { addFrame, fromFileText, kindOf, toFileText, toFrames } from '#protocol/box-frames';
import { MAX_BOX_BYTES, MAX_FRAMED_BYTES } from '#protocol/limits';
import { sealSegment } from '#protocol/segment';
import { badgeId, chanceOf, signerOfNumber, uuidOf } from '../build/field.ts';

const ticket = (n: number): string => `https://pepites.example/e#${toBase64url(chanceOf(n)(285))}`;
const act = (n: number): Action => ({
  id: uuidOf(n) as ActionId,
  n,
  at: 1_780_000_000_000 + n,
  name: 'claim-badge',
  v: 1,
  args: { badge: badgeId(n), ticket: ticket(n) },
});

const aBox = async (acts = 2, room = MAX_FRAMED_BYTES) => {
  const [server, pair, signer] = [await makeAgreementPair(), await makeAgreementPair(), await signerOfNumber(1)];
  const segments =
    acts === 0
      ? []
      : [
          (
            await sealSegment(
              signer,
              '',
              Array.from({ length: acts }, (_, i) => act(i + 1)),
            )
          ).segment,
        ];
  const closed = await closeBox(pair, server.publicKey, signer, { segments, cursors: { 'c:network': 12 } as never, room });
  if (!closed) throw new Error('closed');
  return { server, pair, signer, segments, closed };
};

describe('a box', () => {
  it('opens for the server it was closed for, to what was put in', async () => {
    const { server, closed, segments, signer } = await aBox();
    const opened = await openBox(server, closed.box);
    expect(opened).toMatchObject({
      ok: true,
      value: { id: closed.id, said: { device: signer.publicKey, segments, room: MAX_FRAMED_BYTES } },
    });
    expect(opened.ok && opened.value.answerKey).toEqual(closed.answerKey);
    expect(await boxId(closed.box)).toBe(closed.id);
  });

  it('may hold nothing but the wish to hear what is new', async () => {
    const { server, closed } = await aBox(0);
    expect(await openBox(server, closed.box)).toMatchObject({ ok: true, value: { said: { segments: [] } } });
  });

  it('shows its courier nothing of what is in it', async () => {
    const { closed, segments, signer } = await aBox();
    const text = Buffer.from(closed.box).toString('latin1');
    for (const secret of [signer.publicKey, 'claim-badge', 'ticket', segments[0]?.signature ?? '']) expect(text).not.toContain(secret);
  });

  it('does not open for another server', async () => {
    const { closed } = await aBox();
    expect(await openBox(await makeAgreementPair(), closed.box)).toEqual({ ok: false, error: 'BoxUnreadable' });
  });

  it('does not open when one bit of it was altered, or it was cut or lengthened', async () => {
    const { server, closed } = await aBox(1);
    await fc.assert(
      fc.asyncProperty(fc.nat(closed.box.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const altered = closed.box.slice();
        altered[at] = (altered[at] ?? 0) ^ flip;
        const opened = await openBox(server, altered);
        expect(opened.ok).toBe(false);
      }),
      { numRuns: 60 },
    );
    for (const other of [closed.box.slice(0, -1), concatBytes(closed.box, Uint8Array.of(0)), closed.box.slice(0, 70), new Uint8Array(0)])
      expect((await openBox(server, other)).ok).toBe(false);
  });

  it('put together by somebody else from old segments is refused: only its device may ask for what is new', async () => {
    const { server, segments, signer } = await aBox();
    const thief = { publicKey: signer.publicKey, sign: (await signerOfNumber(2)).sign };
    const forged = await closeBox(await makeAgreementPair(), server.publicKey, thief, { segments, cursors: {}, room: 1000 });
    expect(await openBox(server, forged?.box ?? new Uint8Array(0))).toEqual({ ok: false, error: 'SignatureBad' });
  });

  it('holds the segments of one device only', async () => {
    const { server, segments } = await aBox();
    const mixed = await closeBox(await makeAgreementPair(), server.publicKey, await signerOfNumber(2), {
      segments,
      cursors: {},
      room: 1000,
    });
    expect(await openBox(server, mixed?.box ?? new Uint8Array(0))).toEqual({ ok: false, error: 'Malformed' });
  });

  it('cannot be closed for what is no key', async () => {
    const signer = await signerOfNumber(1);
    const said = { segments: [], cursors: {}, room: 1000 };
    expect(await closeBox(await makeAgreementPair(), new Uint8Array(65).fill(4), signer, said)).toBeNull();
  });

  it('above its limit is not looked at', async () => {
    const { server } = await aBox(0);
    expect(await openBox(server, new Uint8Array(MAX_BOX_BYTES + 1).fill(0x51))).toEqual({ ok: false, error: 'TooLarge' });
  });
});

describe('the answer to a box', () => {
  const answer: BoxAnswer = { protocol: 1, problem: 'Gap' };

  it('is opened with the key that stayed on the device, and names its box', async () => {
    const { server, closed } = await aBox(0);
    const opened = await openBox(server, closed.box);
    if (!opened.ok) throw new Error('opens');
    const sealed = await closeAnswer(closed.id, opened.value.answerKey, chanceOf(1)(12), answer);
    expect(answeredBox(sealed)).toBe(closed.id);
    expect(await openAnswer(closed.answerKey, sealed)).toEqual(answer);
  });

  it('made up, altered, or of another box is none', async () => {
    const { closed } = await aBox(0);
    const key = closed.answerKey;
    const sealed = await closeAnswer(closed.id, key, chanceOf(1)(12), answer);
    const other = concatBytes(sealed.slice(0, 1), fromBase64url('A'.repeat(22)) ?? new Uint8Array(0), sealed.slice(17));
    expect(await openAnswer(chanceOf(3)(32), sealed)).toBeNull();
    expect(await openAnswer(key, other)).toBeNull();
    expect(await openAnswer(key, sealed.slice(0, -1))).toBeNull();
    expect(answeredBox(closed.box)).toBeNull();
    expect(answeredBox(new Uint8Array(0))).toBeNull();
  });
});

describe('what a box travels by', () => {
  it('is at most ten codes for five badges taken', async () => {
    const { closed } = await aBox(5);
    const frames = toFrames(closed.box);
    expect(frames.ok && frames.value.length).toBeLessThanOrEqual(10);
    expect(closed.box.length).toBeLessThan(2600);
  });

  it('is put together from codes in any order, doubled, and mixed with those of another', async () => {
    const boxes = [(await aBox(5)).closed.box, (await aBox(4)).closed.box];
    const texts = boxes.flatMap((box) => {
      const frames = toFrames(box);
      return frames.ok ? [...frames.value, ...frames.value] : [];
    });
    await fc.assert(
      fc.property(fc.shuffledSubarray(texts, { minLength: texts.length }), (shuffled) => {
        const whole: Uint8Array[] = [];
        let frames = NO_FRAMES;
        for (const text of shuffled) {
          const scan = addFrame(frames, text);
          frames = scan.frames;
          if (scan.packed) whole.push(scan.packed);
        }
        for (const box of boxes) expect(whole).toContainEqual(box);
      }),
      { numRuns: 30 },
    );
  });

  it('grows its codes before it asks for a file', async () => {
    const sizes = [MAX_FRAMED_BYTES, 6000, 100].map((size) => toFrames(chanceOf(1)(size)));
    expect(sizes.every(({ ok }) => ok)).toBe(true);
    expect(toFrames(new Uint8Array(MAX_FRAMED_BYTES + 600))).toEqual({ ok: false, error: { type: 'too-big' } });
  });

  it('is a text in a file; another file is none', async () => {
    const { closed } = await aBox(1);
    expect(fromFileText(toFileText(closed.box))).toEqual(closed.box);
    expect(kindOf(closed.box)).toBe('box');
    for (const text of ['', 'pepites', 'pepites:*', `pepites:${'A'.repeat(MAX_BOX_BYTES * 2)}`]) expect(fromFileText(text)).toBeNull();
    expect(addFrame(NO_FRAMES, 'OB3:AAAA').progress).toBeNull();
  });
});
