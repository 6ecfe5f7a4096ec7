import { describe, expect, it } from 'vitest';
import { LOCALES, localeOf } from '#i18n/locales';
import { clipPath, isSpoken } from '#i18n/sound';
import { ALL_PARTS, createWords } from '#i18n/words';

describe('the words', () => {
  it('are there at once in French, and in another language once it is loaded', async () => {
    const words = createWords();
    expect(words.ready('fr')?.t('label.back')).toBe('Retour');
    expect(words.ready('uk')).toBeUndefined();
    expect((await words.load('uk')).t('label.back')).toBe('Назад');
    expect(words.ready('uk')?.t('label.back')).toBe('Назад');
  });

  it('are French where a language has none yet: a kept setting of a newer version breaks nothing', async () => {
    for (const tag of ['ps', 'fa-AF', 'ff', '', '../fr', '__proto__']) {
      const words = await createWords().load(tag);
      expect([words.locale, words.dir, words.t('label.back')], tag).toEqual(['fr', 'ltr', 'Retour']);
    }
  });

  it('change with the language, each keeping its own', async () => {
    const words = createWords();
    const portuguese = await words.load('pt');
    const english = await words.load('en');
    expect([portuguese.t('label.back'), english.t('label.back')]).toEqual(['Voltar', 'Back']);
    expect((await words.load('fr')).t('label.back')).toBe('Retour');
    expect(portuguese.t('label.back')).toBe('Voltar');
  });

  it('of the first screens come alone; what is said later comes when it is wanted, in every language', async () => {
    for (const { tag } of LOCALES) {
      const words = createWords();
      const early = await words.load(tag);
      expect([[...early.parts], early.t('staff.print')], tag).toEqual([[], '']);
      expect(words.ready(tag, ['staff'])).toBeUndefined();
      const late = await words.load(tag, ['staff']);
      expect([...late.parts]).toEqual(['staff']);
      expect(late.t('staff.print')).not.toBe('');
      expect(words.ready(tag, ['staff'])?.t('label.back')).toBe(early.t('label.back'));
    }
  });

  it('of two apps in one page do not mix', async () => {
    const [one, other] = [createWords(), createWords()];
    await one.load('ar');
    expect(other.ready('ar')).toBeUndefined();
  });

  it('load once, however often and however fast they are asked for', async () => {
    const words = createWords();
    const all = await Promise.all(LOCALES.flatMap(({ tag }) => [words.load(tag), words.load(tag)]));
    expect(new Set(all.map(({ locale }) => locale)).size).toBe(LOCALES.length);
  });

  it('run from right to left in Arabic only', async () => {
    const words = createWords();
    for (const { tag } of LOCALES) expect((await words.load(tag)).dir, tag).toBe(tag === 'ar' ? 'rtl' : 'ltr');
  });

  it('take values as they are: a name is no mark-up and no text of ours', async () => {
    const words = await createWords().load('fr', ALL_PARTS);
    expect(words.t('fact.issuer.known', { name: '<b>L’Île & Cie</b> $t(label.back)' })).toContain('<b>L’Île & Cie</b> $t(label.back)');
  });
});

describe('a language', () => {
  it('is French when its tag is not known', () => {
    expect(localeOf('ff').tag).toBe('fr');
    expect(localeOf('ar').dir).toBe('rtl');
  });
});

describe('the clip of a key', () => {
  it('has one address, in the language or else in French', () => {
    expect(clipPath('uk', 'label.back')).toBe('/voice/uk/label.back.mp3');
    expect(clipPath('ps', 'label.back')).toBe('/voice/fr/label.back.mp3');
    expect(clipPath('fr', 'mould.en-equipe')).toBe('/voice/fr/mould.en-equipe.mp3');
  });

  it('of a greeting is in the language greeted, whatever the screen speaks', () => {
    expect(clipPath('fr', 'hello.ar')).toBe('/voice/ar/title.welcome.mp3');
    expect(clipPath('uk', 'hello.ps')).toBe('/voice/fr/title.welcome.mp3');
    expect(clipPath('uk', 'hello')).toBe('/voice/fr/title.welcome.mp3');
  });

  it('does not exist for what only people who read see', () => {
    expect(['fact.json', 'staff.print', 'name.step', 'label.back'].map(isSpoken)).toEqual([false, false, false, true]);
    expect(clipPath('fr', 'staff.print')).toBeNull();
  });

  it('never leads out of its folder', () => {
    for (const key of ['', '..', '../x', 'a/b', 'a..b', '.a', 'a.', 'a%2f', 'é']) expect(clipPath('fr', key), key).toBeNull();
  });
});
