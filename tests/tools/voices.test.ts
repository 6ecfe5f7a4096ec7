import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STARTER_MOULDS } from '#content/starter-kit';
import { LOCALES } from '#i18n/locales';
import { isSpoken } from '#i18n/sound';
import { type Clip, clipProblems, clipsToDrop, clipsToRender, LONGEST_MS, parseClipList, printClipList, textHash } from '#tools/clip-list';
import { CATALOGUES, clipRoads, clipTexts } from '#tools/clip-texts';
import { levelled, trimmed } from '#tools/level-sound';
import { mp3Milliseconds } from '#tools/mp3-length';
import { textToRead } from '#tools/render-clip';
import { lettersOf, sayArabic, spelledOut, vocalised } from '#tools/say-arabic';
import { VOCALISED_ARABIC } from '#tools/vocalised-arabic';
import { VOCALISED_KIT } from '#tools/vocalised-kit';

const texts = new Map([
  ['label.back', 'Retour'],
  ['label.home', 'Accueil'],
]);
const rendered = (text: string): Clip => ({ of: textHash(text), by: 'rendered', ms: 700 });
const recorded = (text: string): Clip => ({ ...rendered(text), by: 'recorded' });
const both = new Map([
  ['label.back', rendered('Retour')],
  ['label.home', rendered('Accueil')],
]);
const always = (): boolean => true;

describe('the clips to render', () => {
  it('are all of them at first, and none when nothing changed', () => {
    expect(clipsToRender(texts, new Map(), always)).toEqual(['label.back', 'label.home']);
    expect(clipsToRender(texts, both, always)).toEqual([]);
  });

  it('are those whose text changed or whose file is gone', () => {
    expect(clipsToRender(new Map([...texts, ['label.home', 'Maison']]), both, always)).toEqual(['label.home']);
    expect(clipsToRender(texts, both, (key) => key !== 'label.back')).toEqual(['label.back']);
  });

  it('are never what a person recorded, even when the text changed or the file is gone', () => {
    const clips = new Map([...both, ['label.home', recorded('Autre')]]);
    expect(clipsToRender(texts, clips, () => false)).toEqual(['label.back']);
  });

  it('replace clips of texts that are no more, but recordings stay', () => {
    const clips = new Map([...both, ['label.old', rendered('Vieux')], ['label.older', recorded('Plus vieux')]]);
    expect(clipsToDrop(texts, clips)).toEqual(['label.old']);
  });
});

describe('the check of the clips', () => {
  it('is content when every text has its clip', () => {
    expect(clipProblems(texts, both, () => 700)).toEqual([]);
  });

  it('names what is missing, stale, too long or left over', () => {
    expect(clipProblems(texts, new Map(), () => undefined)).toEqual(['label.back: missing', 'label.home: missing']);
    expect(clipProblems(texts, both, (key) => (key === 'label.back' ? undefined : 700))).toEqual(['label.back: missing']);
    expect(clipProblems(texts, new Map([...both, ['label.back', rendered('Avant')]]), () => 700)).toEqual(['label.back: stale']);
    expect(clipProblems(texts, both, () => LONGEST_MS)).toEqual([]);
    expect(clipProblems(texts, both, () => LONGEST_MS + 1)).toEqual(['label.back: too long: 8001 ms', 'label.home: too long: 8001 ms']);
    expect(clipProblems(texts, new Map([...both, ['x', rendered('x')]]), () => 1)).toEqual(['x: says a text that is no more']);
  });

  it('asks for a new recording when a recorded text changed', () => {
    expect(clipProblems(texts, new Map([...both, ['label.home', recorded('Maison')]]), () => 700)).toEqual([
      'label.home: stale: recorded for another text, record it again',
    ]);
  });
});

describe('the list of clips', () => {
  it('is read as it was written, in order of key', () => {
    const clips = new Map([...both].toReversed());
    expect([...parseClipList(printClipList(clips))]).toEqual([...both]);
    expect(printClipList(clips).split('\n')).toHaveLength(5);
  });

  it('is not read when someone broke it', () => {
    expect(() => parseClipList('{"label.back":{"of":"x","by":"someone","ms":1}}')).toThrow('label.back');
  });
});

describe('the texts to say', () => {
  it('are in every language those on a person’s screen, of each badge of the kit its name and what it says of me, and all it asks', () => {
    const wanted = Object.keys(CATALOGUES.fr).filter(isSpoken);
    for (const { tag } of LOCALES) {
      const all = clipTexts(tag);
      expect(
        [...all.keys()].filter((key) => !/^(?:mould|question|option)\./.test(key)),
        tag,
      ).toEqual(wanted);
      expect(
        Object.keys(STARTER_MOULDS).filter((id) => !all.has(`mould.${id}`) || !all.has(`mould.${id}.criteria`)),
        tag,
      ).toEqual([]);
      expect(
        [...all.values()].filter((text) => text === ''),
        tag,
      ).toEqual([]);
    }
  });
});

/** Silent MP3 frames of `bytes` each behind this header. */
const frames = (header: readonly number[], bytes: number, count: number): Uint8Array => {
  const data = new Uint8Array(bytes * count);
  for (let i = 0; i < count; i += 1) data.set(header, i * bytes);
  return data;
};

describe('the sounds of a road', () => {
  const roads = clipRoads();

  it('come with it: what its badges are called, what they ask, and what can be chosen', () => {
    expect(roads.get('mould.je-monte')).toEqual(['batiment']);
    expect(roads.get('question.je-monte.did-order')).toEqual(['batiment']);
    expect(roads.get('option.kit-wood')).toEqual(['batiment', 'ressourcerie']);
  });

  it('come with the language where they are heard before a road is opened, or on the first one', () => {
    const early = [
      'mould.le-batiment',
      'mould.je-participe',
      'mould.a-l-heure',
      'question.common.how-help',
      'option.kit-gloves',
      'label.back',
    ];
    expect(early.filter((key) => roads.has(key))).toEqual([]);
  });
});

describe('the length of an MP3', () => {
  // MPEG 2 layer III, 24 kbit/s, 22.05 kHz, mono: 78 bytes and 576 samples a frame.
  const ours = [0xff, 0xf3, 0x30, 0xc0];

  it('is counted in frames, whatever the version and the bitrate', () => {
    expect(mp3Milliseconds(frames(ours, 78, 100))).toBe(2612);
    // MPEG 1, 128 kbit/s, 44.1 kHz: 417 bytes and 1152 samples a frame.
    expect(mp3Milliseconds(frames([0xff, 0xfb, 0x90, 0x00], 417, 100))).toBe(2612);
  });

  it('does not count the tag a recorder puts in front', () => {
    const tag = [0x49, 0x44, 0x33, 4, 0, 0, 0, 0, 1, 2, ...new Uint8Array(130)];
    expect(mp3Milliseconds(Uint8Array.from([...tag, ...frames(ours, 78, 10)]))).toBe(261);
  });

  it('is unknown for anything else, and found for any bytes without hanging', () => {
    expect(mp3Milliseconds(new TextEncoder().encode('<!doctype html>'))).toBeUndefined();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (data) => {
        const ms = mp3Milliseconds(Uint8Array.from([...ours, ...data]));
        return ms === undefined || ms > 0;
      }),
    );
  });
});

describe('a rendered sound', () => {
  const tone = (seconds: number, height: number): number[] =>
    Array.from({ length: Math.round(seconds * 22_050) }, (_, i) => height * Math.sin((i * 2 * Math.PI * 220) / 22_050));

  it('loses the silence around it, but for a short margin', () => {
    const sound = Float32Array.from([...tone(0.5, 0), ...tone(0.2, 0.3), ...tone(1, 0)]);
    expect(trimmed(sound, 22_050).length / 22_050).toBeCloseTo(0.26, 2);
    expect(trimmed(Float32Array.from(tone(0.5, 0)), 22_050)).toHaveLength(0);
  });

  it('is as loud as the others, and never distorted', () => {
    const loudness = (sound: Float32Array): number => Math.sqrt(sound.reduce((sum, x) => sum + x * x, 0) / sound.length);
    const heights = [0.02, 0.3, 0.95].map((height) => loudness(levelled(Float32Array.from(tone(0.3, height)))));
    for (const height of heights) expect(height).toBeCloseTo(0.126, 1);
    const click = levelled(Float32Array.from([...tone(0.3, 0.01), 0.9]));
    expect(Math.max(...click)).toBeLessThan(0.9);
    expect(levelled(new Float32Array(10))).toEqual(new Float32Array(10));
  });
});

describe('what the Arabic voice reads', () => {
  it('has its vowels, letter for letter, for every text', () => {
    const bare = [...clipTexts('ar')].filter(([key, text]) => vocalised(key, text) === undefined);
    expect(bare).toEqual([]);
  });

  it('has no text that is no more', () => {
    expect(Object.keys(VOCALISED_ARABIC).filter((key) => !clipTexts('ar').has(key))).toEqual([]);
    const said = new Set([...clipTexts('ar').values()].map(lettersOf));
    expect(VOCALISED_KIT.filter((text) => !said.has(lettersOf(text)))).toEqual([]);
  });

  it('stands once for each text of the kit', () => {
    expect(new Set(VOCALISED_KIT.map(lettersOf)).size).toBe(VOCALISED_KIT.length);
  });

  it('is the plain text when the vowels are those of another one', () => {
    expect(sayArabic('label.back', 'رجوع')).toBe('رُجُوع');
    expect(sayArabic('label.back', 'عودة')).toBe('عودة');
  });

  it('doubles letters, merges the article, and leaves silent letters out', () => {
    expect(spelledOut('صَوِّرُوا')).toBe('صَوْوِرُو');
    expect(spelledOut('الشَّجَرَة')).toBe('اشْشَجَرَ');
  });
});

it('the product’s name is said alike in every language, and no voice stumbles over an unbreakable space', () => {
  expect(LOCALES.map(({ tag }) => textToRead(tag, 'x', 'Pépites\u00a0?'))).toEqual([
    'Pépites ?',
    'بِيبِيت ?',
    'Пепіт ?',
    'pepite ?',
    'peppeet ?',
  ]);
});
