import { spawn } from 'node:child_process';
import type { Locale } from '#i18n/locales';
import { levelled, trimmed } from './level-sound.ts';
import { sayArabic } from './say-arabic.ts';

interface Voice {
  readonly name: string;
  /** Words a minute, as espeak-ng counts them. */
  readonly speed: number;
  /** How the product's name is written so that this voice says it as in French. */
  readonly product: string;
}

/** Slower than espeak-ng's 175, with a breath between words: about 150 words a minute in French, fewer where words are longer. */
const VOICES: { readonly [tag in Locale]: Voice } = {
  fr: { name: 'fr-fr', speed: 145, product: 'Pépites' },
  en: { name: 'en-gb', speed: 145, product: 'peppeet' },
  ar: { name: 'ar', speed: 150, product: 'بِيبِيت' },
  uk: { name: 'uk', speed: 140, product: 'Пепіт' },
  pt: { name: 'pt', speed: 145, product: 'pepite' },
};

const HERTZ = 22_050;
const WAV_HEADER = 44;

/** Runs a program on bytes and returns the bytes it writes. Throws with what it complained about. */
const through = (program: string, args: readonly string[], input: Uint8Array): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'] });
    const output: Buffer[] = [];
    const complaints: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => output.push(part));
    child.stderr.on('data', (part: Buffer) => complaints.push(part));
    child.once('error', (error) =>
      reject(new Error(`${program} is needed to render clips (apt-get install ${program}): ${error.message}`)),
    );
    child.once('close', (code) => {
      if (code === 0) resolve(Buffer.concat(output));
      else reject(new Error(`${program} ended with ${code}: ${Buffer.concat(complaints).toString().trim()}`));
    });
    child.stdin.end(input);
  });

const samplesOf = (wav: Uint8Array): Float32Array => {
  const view = new DataView(wav.buffer, wav.byteOffset, wav.byteLength);
  return Float32Array.from({ length: (wav.byteLength - WAV_HEADER) >> 1 }, (_, i) => view.getInt16(WAV_HEADER + 2 * i, true) / 32_768);
};

const bytesOf = (samples: Float32Array): Uint8Array => {
  const view = new DataView(new ArrayBuffer(samples.length * 2));
  for (const [i, sample] of samples.entries()) view.setInt16(2 * i, Math.round(sample * 32_767), true);
  return new Uint8Array(view.buffer);
};

/** What the voice is given to read: the product's name respelt, Arabic with its vowels, no unbreakable spaces. */
export const textToRead = (locale: Locale, key: string, text: string): string => {
  const written = locale === 'ar' ? sayArabic(key, text) : text;
  return written.replaceAll('Pépites', VOICES[locale].product).replaceAll('\u00a0', ' ');
};

/** One text as a compact MP3 (mono, 22.05 kHz, 24 kbit/s), said by espeak-ng, cut and levelled here, packed by ffmpeg. */
export const renderClip = async (locale: Locale, key: string, text: string): Promise<Uint8Array> => {
  const { name, speed } = VOICES[locale];
  const read = new TextEncoder().encode(textToRead(locale, key, text));
  const wav = await through('espeak-ng', ['-v', name, '-s', String(speed), '-g', '2', '-b', '1', '--stdin', '--stdout'], read);
  const samples = levelled(trimmed(samplesOf(wav), HERTZ));
  if (samples.length === 0) throw new Error(`${locale} ${key}: espeak-ng said nothing for "${text}"`);
  const raw = ['-f', 's16le', '-ar', String(HERTZ), '-ac', '1', '-i', 'pipe:0'];
  const packed = ['-c:a', 'libmp3lame', '-b:a', '24k', '-write_xing', '0', '-id3v2_version', '0', '-bitexact', '-f', 'mp3', 'pipe:1'];
  return through('ffmpeg', ['-v', 'error', ...raw, ...packed], bytesOf(samples));
};
