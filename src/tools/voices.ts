// Renders what is said on the screens into public/voice/<locale>/<key>.mp3 (committed): only texts that changed, never over a recording.
// Run: node src/tools/voices.ts [LOCALE…] (needs espeak-ng and ffmpeg), with --all to render every clip again, --check to only look (needs
// nothing), --recorded LOCALE KEY… to say that these files, put in place by hand, are a person's voice.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOCALES, type Locale } from '#i18n/locales';
import { type Clip, type ClipList, clipProblems, clipsToDrop, clipsToRender, parseClipList, printClipList, textHash } from './clip-list.ts';
import { clipRoads, clipTexts } from './clip-texts.ts';
import { mp3Milliseconds } from './mp3-length.ts';
import { projectRoot } from './project-root.ts';
import { renderClip } from './render-clip.ts';

const folderOf = (locale: string): string => join(projectRoot, 'public/voice', locale);
const fileOf = (locale: string, key: string): string => join(folderOf(locale), `${key}.mp3`);

/** The clips a language has. */
export const readClips = (locale: string): ClipList => {
  const file = join(folderOf(locale), 'clips.json');
  return existsSync(file) ? parseClipList(readFileSync(file, 'utf8')) : new Map();
};

const ROADS = clipRoads();

const onItsRoads = (key: string, { of, by, ms }: Clip): Clip => {
  const roads = ROADS.get(key);
  return { of, by, ms, ...(roads && { roads }) };
};

const onOtherRoads = (locale: string): readonly string[] =>
  [...readClips(locale)].flatMap(([key, clip]) =>
    String(clip.roads) === String(onItsRoads(key, clip).roads) ? [] : [`${key}: comes with other roads now`],
  );

const writeClips = (locale: string, clips: ClipList): void =>
  writeFileSync(
    join(folderOf(locale), 'clips.json'),
    printClipList(new Map([...clips].map(([key, clip]) => [key, onItsRoads(key, clip)]))),
  );

const lengthOf = (locale: string, key: string): number | undefined => {
  const file = fileOf(locale, key);
  return existsSync(file) ? mp3Milliseconds(readFileSync(file)) : undefined;
};

const check = (): number => {
  const problems = LOCALES.flatMap(({ tag }) =>
    [...clipProblems(clipTexts(tag), readClips(tag), (key) => lengthOf(tag, key)), ...onOtherRoads(tag)].map(
      (problem) => `${tag} ${problem}`,
    ),
  );
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) console.error(`${problems.length} clips to see to: run npm run voices and commit public/voice.`);
  return problems.length === 0 ? 0 : 1;
};

const renderLocale = async (locale: Locale, all: boolean): Promise<void> => {
  mkdirSync(folderOf(locale), { recursive: true });
  const texts = clipTexts(locale);
  const clips = new Map<string, Clip>(readClips(locale));
  for (const key of clipsToDrop(texts, clips)) {
    rmSync(fileOf(locale, key), { force: true });
    clips.delete(key);
  }
  const due = clipsToRender(texts, clips, (key) => !all && existsSync(fileOf(locale, key)));
  for (const key of due) {
    const text = texts.get(key) ?? '';
    const mp3 = await renderClip(locale, key, text);
    writeFileSync(fileOf(locale, key), mp3);
    clips.set(key, { of: textHash(text), by: 'rendered', ms: mp3Milliseconds(mp3) ?? 0 });
    writeClips(locale, clips);
  }
  writeClips(locale, clips);
  const bytes = readdirSync(folderOf(locale)).reduce((sum, name) => sum + readFileSync(join(folderOf(locale), name)).length, 0);
  console.log(`${locale}: ${due.length} rendered, ${clips.size} clips, ${Math.round(bytes / 1024)} kB`);
};

const markRecorded = (locale: Locale, keys: readonly string[]): number => {
  const clips = new Map<string, Clip>(readClips(locale));
  for (const key of keys) {
    const text = clipTexts(locale).get(key);
    const ms = lengthOf(locale, key);
    if (text === undefined || ms === undefined) {
      console.error(text === undefined ? `${key} is not said on any screen` : `${fileOf(locale, key)} is not there, or not an MP3`);
      return 1;
    }
    clips.set(key, { of: textHash(text), by: 'recorded', ms });
  }
  writeClips(locale, clips);
  return 0;
};

const run = async (argv: readonly string[]): Promise<number> => {
  if (argv[0] === '--check') return check();
  if (argv[0] === '--recorded') {
    const locale = LOCALES.find(({ tag }) => tag === argv[1])?.tag;
    if (locale) return markRecorded(locale, argv.slice(2));
    console.error(`--recorded needs a language (${LOCALES.map(({ tag }) => tag).join(', ')}) and the keys`);
    return 2;
  }
  const named = LOCALES.filter(({ tag }) => argv.includes(tag));
  for (const { tag } of named.length > 0 ? named : LOCALES) await renderLocale(tag, argv.includes('--all'));
  return check();
};

if (import.meta.main) process.exitCode = await run(process.argv.slice(2));
