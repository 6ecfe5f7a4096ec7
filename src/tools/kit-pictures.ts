// Prints the pictures the starter kit asks for and nobody has drawn or taken from Noto Emoji yet, with their word and where they are asked.
// Run: node src/tools/kit-pictures.ts. To give one: a line in src/artwork/kit-picture-list.ts.
import { PICTURES } from '#artwork/picture-list';
import { STARTER_QUESTIONNAIRES } from '#content/starter-kit';
import type { Option } from '#domain/question';
import { ownScreens, type Questionnaire } from '#domain/questionnaire';

/** A picture that is missing. */
interface Wanted {
  readonly picture: string;
  readonly word: string;
  readonly asked: readonly string[];
}

const optionsOf = (questionnaire: Questionnaire): readonly Option[] =>
  ownScreens(questionnaire).flatMap(({ ways }) => ways.flatMap((way) => ('options' in way ? way.options : [])));

/** Every picture of a choice that the product has not, by name. */
export const picturesWanted = (): readonly Wanted[] => {
  const wanted = new Map<string, Wanted>();
  for (const [mould, questionnaire] of Object.entries(STARTER_QUESTIONNAIRES))
    for (const { picture, label } of optionsOf(questionnaire))
      if (!Object.hasOwn(PICTURES, picture))
        wanted.set(picture, { picture, word: label.fr, asked: [...new Set([...(wanted.get(picture)?.asked ?? []), mould])] });
  return [...wanted.values()].sort((a, b) => (a.picture < b.picture ? -1 : 1));
};

if (import.meta.main) {
  const wanted = picturesWanted();
  for (const { picture, word, asked } of wanted) console.log(`${picture.padEnd(18)} ${word.padEnd(16)} ${asked.join(', ')}`);
  console.log(`${wanted.length} pictures to draw.`);
}
