// npm run i18n: what each language has of the texts and of the voice.
import { LOCALES } from '#i18n/locales';
import { textHash } from './clip-list.ts';
import { CATALOGUES, clipTexts } from './clip-texts.ts';
import { readClips } from './voices.ts';

/** Languages people here speak for which there is no text yet: Dari, Pashto, Pular. They see French and its pictures. */
const WITHOUT_TEXTS = ['fa-AF', 'ps', 'ff'] as const;

const wanted = Object.keys(CATALOGUES.fr);

const row = (tag: string, texts: string, voice: string): void => console.log(`${tag.padEnd(6)} ${texts.padEnd(26)} ${voice}`);

for (const { tag } of LOCALES) {
  const missing = wanted.filter((key) => !CATALOGUES[tag][key]);
  const clips = readClips(tag);
  const spoken = [...clipTexts(tag)].map(([key, text]) => {
    const clip = clips.get(key);
    return clip?.of === textHash(text) ? clip.by : 'missing';
  });
  const count = (what: string): number => spoken.filter((state) => state === what).length;
  row(
    tag,
    missing.length === 0 ? `${wanted.length} texts, complete` : `${missing.length} of ${wanted.length} missing`,
    `clips: ${count('recorded')} recorded, ${count('rendered')} rendered, ${count('missing')} missing`,
  );
  for (const key of missing) console.log(`       ${key}`);
}
for (const tag of WITHOUT_TEXTS)
  row(tag, `0 of ${wanted.length} texts`, `clips: 0 of ${clipTexts('fr').size}; falls back to fr and its pictures`);
