import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { KIT_LANGUAGES, STARTER_MOULDS, STARTER_QUESTIONNAIRES, STARTER_ROADS } from '#content/starter-kit';
import type { LocalText } from '#domain/draw';
import { giverOf } from '#domain/mould';
import type { Question } from '#domain/question';
import { COMMON, ownScreens, Questionnaire, type Screen, screensOf } from '#domain/questionnaire';
import { picturesWanted } from '#tools/kit-pictures';

const COMMON_ONE = STARTER_QUESTIONNAIRES[COMMON] ?? {};
const asked = Object.entries(STARTER_MOULDS).filter(([, mould]) => !['event', 'road'].includes(giverOf(mould)));
const own = Object.entries(STARTER_QUESTIONNAIRES);

const screens = (id: string): readonly Screen[] => screensOf(STARTER_QUESTIONNAIRES[id], COMMON_ONE);
const questionsOf = (questionnaire: Questionnaire): readonly Question[] => ownScreens(questionnaire).flatMap(({ ways }) => ways);
const kindsOn = (id: string, slot: Screen['slot']) =>
  screens(id)
    .find((screen) => screen.slot === slot)
    ?.items.map(({ question }) => question.kind);
const optionsOf = (question: Question) => ('options' in question ? question.options : []);

const letters = (text: string): number => [...text.normalize('NFC').replace(/\p{Mn}/gu, '')].length;
const words = (text: string): number => text.split(/\s+/u).filter((word) => /\p{L}/u.test(word)).length;

/** Every text of every questionnaire, with its place. */
const asks: readonly (readonly [string, LocalText])[] = own.flatMap(([id, questionnaire]) =>
  questionsOf(questionnaire).flatMap(({ kind, ask }) => (ask ? [[`${id} ${kind}`, ask] as const] : [])),
);
const labels: readonly (readonly [string, LocalText])[] = own.flatMap(([, questionnaire]) =>
  questionsOf(questionnaire).flatMap((question) => optionsOf(question).map(({ picture, label }) => [picture, label] as const)),
);

describe('the questionnaires of the kit', () => {
  it.each(own)('%s is one as the domain has it', (_id, questionnaire) => {
    expect(v.parse(Questionnaire, questionnaire)).toEqual(questionnaire);
  });

  it('are there for every badge that is asked for, and for no other', () => {
    expect(own.map(([id]) => id).toSorted()).toEqual([COMMON, ...asked.map(([id]) => id)].toSorted());
  });

  it.each(asked)('%s has at most six screens, asks how, and every question has its words', (id) => {
    const all = screens(id);
    expect(all.length).toBeLessThanOrEqual(6);
    expect(all.map(({ slot }) => slot)).toContain('how');
    for (const { question } of all.flatMap(({ items }) => items)) expect(question.ask?.fr).toBeTruthy();
  });

  it('ask every mini-badge of a road one or two things of its own', () => {
    for (const mould of Object.values(STARTER_ROADS).flatMap(({ moulds }) => moulds)) {
      const { did, watched } = STARTER_QUESTIONNAIRES[mould] ?? {};
      expect([mould, did !== undefined, watched !== undefined || mould === 'je-livre']).toEqual([mould, true, true]);
    }
  });

  it('speak every language of the kit, in short plain sentences', () => {
    for (const [place, text] of [...asks, ...labels])
      expect([place, Object.keys(text).toSorted()]).toEqual([place, [...KIT_LANGUAGES].toSorted()]);
    const long = asks.flatMap(([place, text]) => Object.values(text).flatMap((one) => (words(one) > 8 ? [`${place}: ${one}`] : [])));
    expect(long).toEqual([]);
    const odd = asks.filter(([, text]) => Object.values(text).some((one) => !/[.?؟]$/u.test(one) || /[;…()[\]%/]|\d/u.test(one)));
    expect(odd).toEqual([]);
    expect(asks.filter(([, { fr }]) => /pourquoi|preuve|témoin|valid|certifi|refus|[·•]/iu.test(fr))).toEqual([]);
  });

  it('have words under their pictures that fit, one picture for one word and one word for one picture', () => {
    const long = labels.flatMap(([picture, label]) =>
      Object.values(label).flatMap((one) => (letters(one) > 14 ? [`${picture}: ${one}`] : [])),
    );
    expect(long).toEqual([]);
    const both = new Map(labels.map(([picture, label]) => [picture, label.fr]));
    expect(labels.filter(([picture, { fr }]) => both.get(picture) !== fr)).toEqual([]);
    expect(new Set(both.values()).size).toBe(both.size);
  });

  it('ask for no photo where nothing may be photographed', () => {
    const privately = ['mon-telephone', 'mes-demarches', 'mon-trajet', 'mes-rendez-vous', 'je-protege-mon-corps', 'chez-le-client'];
    for (const id of [...privately, ...(STARTER_ROADS['a-domicile']?.moulds ?? [])]) {
      expect([id, kindsOn(id, 'show')?.some((kind) => kind === 'photo' || kind === 'video')]).toEqual([id, false]);
    }
  });

  it('keep a budget her own: nothing shown, nothing decided by anybody else', () => {
    expect(STARTER_MOULDS['mon-budget'] && giverOf(STARTER_MOULDS['mon-budget'])).toBe('herself');
    expect(kindsOn('mon-budget', 'show')).toBeUndefined();
    expect(kindsOn('mon-budget', 'means')).toEqual(['feel']);
  });

  it('give an experience of her own by a witness', () => {
    expect(STARTER_MOULDS['mon-experience'] && giverOf(STARTER_MOULDS['mon-experience'])).toBe('witness');
    expect(kindsOn('mon-experience', 'show')).toContain('witness');
  });

  it('wait for no more than these pictures to be drawn, and no badge waits for any', () => {
    const wanted = picturesWanted().map(({ picture }) => picture);
    expect(wanted.length).toBeLessThanOrEqual(36);
    expect(Object.values(STARTER_MOULDS).filter(({ draw }) => wanted.includes(draw.picture))).toEqual([]);
  });
});
