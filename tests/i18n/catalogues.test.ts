import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CODE_PICTURES } from '#artwork/code-pictures';
import type { EntryRefusal } from '#client/actions/enrol';
import { REFUSAL_TYPES } from '#domain/refusal';
import { ar } from '#i18n/ar';
import { en } from '#i18n/en';
import { fr } from '#i18n/fr';
import { LOCALES } from '#i18n/locales';
import { pt } from '#i18n/pt';
import { uk } from '#i18n/uk';
import { projectRoot } from '#tools/project-root';

const CATALOGUES: Readonly<Record<string, Readonly<Record<string, string>>>> = { fr, en, ar, uk, pt };
const languages = Object.entries(CATALOGUES);

const KINDS = ['label', 'title', 'refused', 'entry', 'line', 'next', 'say', 'picture', 'name', 'fact', 'check', 'staff'];
const PERSON = ['label', 'title', 'refused', 'entry', 'line', 'next', 'say', 'picture'];

const kindOf = (key: string): string => key.split('.')[0] ?? '';
const wordsIn = (text: string): number => text.split(/\s+/u).filter((word) => /\p{L}/u.test(word)).length;
const longestSentence = (text: string): number => Math.max(...text.split(/[.?؟!]/u).map(wordsIn));

/** `language key: text` of every text of these kinds that breaks a rule. */
const breaking = (kinds: readonly string[], breaks: (text: string) => boolean): readonly string[] =>
  languages.flatMap(([tag, texts]) =>
    Object.entries(texts)
      .filter(([key, text]) => kinds.includes(kindOf(key)) && breaks(text))
      .map(([key, text]) => `${tag} ${key}: ${text}`),
  );

const frenchBreaking = (kinds: readonly string[], pattern: RegExp): readonly string[] =>
  breaking(kinds, (text) => pattern.test(text)).filter((line) => line.startsWith('fr '));

describe('the catalogues', () => {
  it('are those of the languages one can choose', () => {
    expect(Object.keys(CATALOGUES).toSorted()).toEqual(LOCALES.map(({ tag }) => tag).toSorted());
  });

  it('all have the keys of French, in its order', () => {
    for (const [tag, texts] of languages) expect(Object.keys(texts), tag).toEqual(Object.keys(fr));
  });

  it('have no kind of text without a rule', () => {
    expect(Object.keys(fr).filter((key) => !KINDS.includes(kindOf(key)))).toEqual([]);
  });

  it('have no empty text and no space too many', () => {
    expect(breaking(KINDS, (text) => text === '' || text !== text.trim() || /\s\s/u.test(text))).toEqual([]);
  });

  it('keep the values that a text takes', () => {
    const values = (text: string): readonly string[] => Array.from(text.matchAll(/\{\{(\w+)\}\}/g), ([, name]) => name ?? '').toSorted();
    for (const [tag, texts] of languages)
      for (const [key, text] of Object.entries(fr)) expect(values(texts[key] ?? ''), `${tag} ${key}`).toEqual(values(text));
  });

  it('say something for every refusal, and what to do next', () => {
    expect(Object.keys(fr)).toEqual(expect.arrayContaining(REFUSAL_TYPES.flatMap((type) => [`refused.${type}`, `next.${type}`])));
  });

  it('say something for everything a card can answer, and what to do next', () => {
    // A code added to EntryRefusal fails to compile here until it is named.
    const codes: { readonly [code in EntryRefusal]: true } = {
      'no-network': true,
      CardUnknown: true,
      CardVoid: true,
      CodeWrong: true,
      CodeLocked: true,
      Broken: true,
      TooMany: true,
      Malformed: true,
      NotAllowed: true,
    };
    expect(Object.keys(fr)).toEqual(expect.arrayContaining(Object.keys(codes).flatMap((code) => [`entry.${code}`, `next.${code}`])));
  });

  it('greet as their language does on the screen where one chooses it', () => {
    expect(LOCALES.map(({ tag }) => CATALOGUES[tag]?.['title.welcome'])).toEqual(LOCALES.map(({ hello }) => hello));
  });

  it('name every picture of the code', () => {
    expect(Object.keys(fr)).toEqual(expect.arrayContaining(CODE_PICTURES.map((name) => `picture.${name}`)));
  });

  it('have every key that a screen names', () => {
    const folder = join(projectRoot, 'src/client/ui');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
    const pattern = new RegExp(`['"]((?:${KINDS.join('|')})\\.[A-Za-z][A-Za-z.-]*)['"]`, 'g');
    const named = files.flatMap((file) =>
      Array.from(readFileSync(join(folder, file), 'utf8').matchAll(pattern), ([, key]) => ({ file, key: key ?? '' })),
    );
    // `name.` and the like are also the beginnings of file names in imports, which end in .ts.
    expect(named.filter(({ key }) => !(key in fr) && !/\.tsx?$/.test(key))).toEqual([]);
  });
});

describe('texts on a person’s screen, in every language', () => {
  it('fit: labels have at most 14 characters', () => {
    const letters = (text: string): number => [...text.normalize('NFC').replace(/\p{Mn}/gu, '')].length;
    expect(breaking(['label'], (text) => letters(text) > 14)).toEqual([]);
  });

  it('are short: titles have at most 4 words', () => {
    expect(breaking(['title', 'refused', 'entry'], (text) => wordsIn(text) > 4)).toEqual([]);
  });

  it('are short: sentences have at most 8 words, those only spoken 12', () => {
    expect(breaking(['line', 'next'], (text) => longestSentence(text) > 8)).toEqual([]);
    expect(breaking(['say', 'picture'], (text) => longestSentence(text) > 12)).toEqual([]);
  });

  it('are plain: no brackets, no semicolon, no dots of omission, no dash, no per cent, no mark-up', () => {
    expect(breaking(PERSON, (text) => /[%;؛()[\]…–—<>*_/]/u.test(text))).toEqual([]);
  });

  it('write numbers and dates in letters', () => {
    expect(breaking(PERSON, (text) => /\d/u.test(text))).toEqual([]);
  });

  it('shout nothing in capitals', () => {
    expect(breaking(KINDS, (text) => /\p{Lu}{2,}/u.test(text))).toEqual([]);
  });

  it('take no value: what is said was recorded before', () => {
    expect(breaking(PERSON, (text) => text.includes('{{'))).toEqual([]);
  });

  it('end sentences, and only sentences, with a point', () => {
    expect(breaking(['line', 'next', 'say'], (text) => !/[.?؟]$/u.test(text))).toEqual([]);
    expect(breaking(['label', 'title', 'refused', 'entry', 'picture'], (text) => text.endsWith('.'))).toEqual([]);
  });
});

describe('the French texts', () => {
  it('recognise: nothing is validated, certified, refused, claimed, synchronised, and nobody is asked why', () => {
    expect(frenchBreaking(KINDS, /valid[éeaio]|certifi|refus|réclam|synchronis|pourquoi/iu)).toEqual([]);
  });

  it('of a person’s screen use the person’s words, not the staff’s', () => {
    expect(frenchBreaking(PERSON, /preuve|témoin|badge clé|dossier|\bfiche|récupér|présente?\b|non\b|bilan|chemin/iu)).toEqual([]);
  });

  it('of a person’s screen have no midpoint and no double ending', () => {
    expect(frenchBreaking(PERSON, /[·•]|\p{L}-e\b|\p{L}\.e\b/u)).toEqual([]);
  });

  it('say vous, never tu', () => {
    expect(frenchBreaking(KINDS, /(?<!\p{L})(?:tu|toi|ton|ta|tes|t’\p{L}+)(?!\p{L})/iu)).toEqual([]);
  });

  it('never let a question mark or a colon fall to the next line', () => {
    expect(frenchBreaking(KINDS, /[^\u00a0][?!:]/u)).toEqual([]);
  });

  it('have curly apostrophes, which the font draws as letters', () => {
    expect(frenchBreaking(KINDS, /'/)).toEqual([]);
  });
});
