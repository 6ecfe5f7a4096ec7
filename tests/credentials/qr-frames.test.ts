import fc from 'fast-check';
import QRCode from 'qrcode';
import { describe, expect, it } from 'vitest';
import { equalBytes, utf8 } from '#base/bytes';
import { fromBase45, toBase45 } from '#credentials/base45';
import { badgeTemplate, packBadge } from '#credentials/pack-badge';
import type { Frames } from '#credentials/qr-frames';
import { addScan, NO_FRAMES, toQrTexts } from '#credentials/qr-frames';
import { aBadge, anAward, must } from './fixtures.ts';

const versionOf = (text: string): number => QRCode.create(text, { errorCorrectionLevel: 'L' }).version;

/** What a phone knows after scanning some texts one after the other. */
const scanAll = (texts: readonly string[]): { readonly frames: Frames; readonly packed: readonly Uint8Array[] } => {
  let frames = NO_FRAMES;
  const packed: Uint8Array[] = [];
  for (const text of texts) {
    const scan = addScan(frames, text);
    frames = scan.frames;
    if (scan.packed !== null) packed.push(scan.packed);
  }
  return { frames, packed };
};

const bytes = fc.uint8Array({ minLength: 1, maxLength: 3000 });

describe('the codes of a badge', () => {
  it('are one of at most version 13 where the mould is known, and few otherwise', async () => {
    const badge = await aBadge();
    const template = badgeTemplate(anAward({ id: 'urn:uuid:', subject: 'did:web:', evidence: [] }), 'did:web:example.org:s:inae#');
    const one = must(toQrTexts(must(packBadge(badge, template))));
    const several = must(toQrTexts(must(packBadge(badge))));
    console.log(`codes: ${one.map(versionOf)} with the mould; versions ${several.map(versionOf)} without`);
    expect(one).toHaveLength(1);
    expect(one.map(versionOf).every((version) => version <= 13)).toBe(true);
    expect(several.length).toBeLessThanOrEqual(3);
    expect(several.map(versionOf).every((version) => version <= 13)).toBe(true);
  });

  it('hold only what the alphanumeric mode of a code holds', () => {
    fc.assert(
      fc.property(bytes, fc.integer({ min: 350, max: 700 }), (packed, longest) => {
        for (const text of must(toQrTexts(packed, longest))) {
          expect(text).toMatch(/^[0-9A-Z $%*+\-./:]+$/);
          expect(text.length).toBeLessThanOrEqual(longest);
        }
      }),
    );
  });

  it('are read in any order, several times over, among those of other badges and other things', () => {
    fc.assert(
      fc.property(
        bytes,
        bytes,
        fc.array(fc.nat(), { minLength: 40, maxLength: 80 }),
        fc.array(fc.string()),
        (mine, other, order, noise) => {
          const texts = [...must(toQrTexts(mine, 400)), ...must(toQrTexts(other, 400)), ...noise];
          const shuffled = [...order.map((at) => texts[at % texts.length] ?? ''), ...texts];
          const { packed } = scanAll(shuffled);
          expect(packed.some((whole) => equalBytes(whole, mine))).toBe(true);
          expect(packed.every((whole) => equalBytes(whole, mine) || equalBytes(whole, other))).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('tell how far the reading is, and wait for the last one however often the others come', () => {
    const texts = must(
      toQrTexts(
        new Uint8Array(1500).map((_, i) => i * 7),
        400,
      ),
    );
    expect(texts.length).toBeGreaterThan(2);
    const first = addScan(NO_FRAMES, texts[0] ?? '');
    expect(first.progress).toEqual({ have: 1, of: texts.length });
    const gaps = scanAll([...texts.slice(1), ...texts.slice(1), ...texts.slice(1)]);
    expect(gaps.packed).toEqual([]);
    expect(addScan(gaps.frames, texts[0] ?? '').packed).toEqual(new Uint8Array(1500).map((_, i) => i * 7));
  });

  it('with a frame that was read wrong are read again', () => {
    const packed = utf8('Une longue phrase '.repeat(60));
    const texts = must(toQrTexts(packed, 400));
    const wrong = `${texts[1]?.slice(0, -3)}000`;
    const after = scanAll([texts[0] ?? '', wrong, ...texts.slice(2)]);
    expect(after.packed).toEqual([]);
    expect(after.frames).toEqual([]);
    expect(scanAll([wrong, ...texts]).packed).toEqual([packed]);
  });

  it('of many badges do not fill the memory, and nothing that is no frame is kept', () => {
    let frames = NO_FRAMES;
    for (let i = 0; i < 200; i++) frames = addScan(frames, must(toQrTexts(new Uint8Array(900).fill(i), 400))[0] ?? '').frames;
    expect(frames).toHaveLength(4);
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((text) => `OB3:${text}`),
          fc.uint8Array().map((it) => `OB3:${toBase45(it)}`),
        ),
        (text) => {
          const scan = addScan(NO_FRAMES, text);
          expect(scan.frames.length).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 1000 },
    );
    expect(addScan(NO_FRAMES, 'https://example.org/c#abc')).toEqual({ frames: [], progress: null, packed: null });
  });

  it('are refused for what would take more than 16 of them', () => {
    expect(toQrTexts(new Uint8Array(20_000))).toEqual({ ok: false, error: { type: 'too-big' } });
    expect(toQrTexts(new Uint8Array(10), 10)).toEqual({ ok: false, error: { type: 'too-big' } });
  });
});

describe('base 45', () => {
  it('is that of RFC 9285', () => {
    for (const [text, coded] of [
      ['AB', 'BB8'],
      ['Hello!!', '%69 VD92EX0'],
      ['base-45', 'UJCLQE7W581'],
      ['ietf!', 'QED8WEX0'],
      ['', ''],
    ] as const) {
      expect(toBase45(utf8(text))).toBe(coded);
      expect(fromBase45(coded)).toEqual(utf8(text));
    }
    for (const bad of ['GGW', 'A', 'ab', ':::', '::', 'ABCD', 'é00']) expect(fromBase45(bad), bad).toBeNull();
  });
});
