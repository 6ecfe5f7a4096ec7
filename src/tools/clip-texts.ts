import { FIXED_CHOICES } from '#content/fixed-choices';
import { STARTER_MOULDS, STARTER_QUESTIONNAIRES } from '#content/starter-kit';
import type { LocalText } from '#domain/draw';
import { COMMON, ownScreens, type Questionnaire } from '#domain/questionnaire';
import { ar } from '#i18n/ar';
import { en } from '#i18n/en';
import { fr } from '#i18n/fr';
import type { Locale } from '#i18n/locales';
import { pt } from '#i18n/pt';
import { isSpoken } from '#i18n/sound';
import { uk } from '#i18n/uk';

/** Every text of every language; the languages the app itself fetches one by one. */
export const CATALOGUES: { readonly [tag in Locale]: Readonly<Record<string, string>> } = { fr, en, ar, uk, pt };

/** The road everybody meets first: its voice comes with the language. */
const FIRST_ROAD = 'savoir-etre';

/** Something the kit says: its sound key, its text, and the road it comes with, if it does not come with the language. */
interface Said {
  readonly key: string;
  readonly text: LocalText;
  readonly road: string | undefined;
}

const roadOf = (id: string): string | undefined => {
  const { road, kind } = STARTER_MOULDS[id] ?? {};
  // The name of a key badge is the name of its road: it is heard before the road is opened.
  return road === FIRST_ROAD || kind === 'key' ? undefined : road;
};

const saidOf = (id: string, questionnaire: Questionnaire): readonly Said[] => {
  const road = id === COMMON ? undefined : roadOf(id);
  return ownScreens(questionnaire).flatMap(({ slot, ways }) =>
    ways.flatMap((way): Said[] => [
      ...(way.ask ? [{ key: `question.${id}.${slot}-${way.kind}`, text: way.ask, road }] : []),
      ...('options' in way ? way.options.map(({ picture, label }) => ({ key: `option.${picture}`, text: label, road })) : []),
    ]),
  );
};

/** Of every badge of the kit its name and what it says of me, and all that its questionnaire says. */
const KIT: readonly Said[] = [
  ...Object.entries(STARTER_MOULDS).flatMap(([id, { title, criteria }]): Said[] => [
    { key: `mould.${id}`, text: title, road: roadOf(id) },
    { key: `mould.${id}.criteria`, text: criteria, road: roadOf(id) },
  ]),
  ...Object.entries(STARTER_QUESTIONNAIRES).flatMap(([id, questionnaire]) => saidOf(id, questionnaire)),
  ...Object.entries(FIXED_CHOICES).map(([name, text]): Said => ({ key: `option.${name}`, text, road: undefined })),
];

/** What must be heard in a language, by sound key: the spoken texts, and all that the kit says. */
export const clipTexts = (locale: Locale): ReadonlyMap<string, string> => {
  const texts = Object.entries(CATALOGUES[locale]).filter(([key]) => isSpoken(key));
  return new Map([...texts, ...KIT.map(({ key, text }): [string, string] => [key, text[locale] ?? text.fr])]);
};

/** The roads each sound comes with; one that is not here comes with its language. */
export const clipRoads = (): ReadonlyMap<string, readonly string[]> => {
  const everywhere = new Set(KIT.filter(({ road }) => road === undefined).map(({ key }) => key));
  const roads = new Map<string, readonly string[]>();
  for (const { key, road } of KIT)
    if (road !== undefined && !everywhere.has(key)) roads.set(key, [...new Set([...(roads.get(key) ?? []), road])].toSorted());
  return roads;
};
