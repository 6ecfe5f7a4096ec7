import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mp3Milliseconds } from '#tools/mp3-length';
import { projectRoot } from '#tools/project-root';
import type { Phone } from './person.ts';

/**
 * From its next page on, this phone's loudspeaker is dead and its clips are over at once; what they would have lasted is counted. Returns the
 * seconds so far.
 */
export const countSpeech = async (phone: Phone): Promise<() => number> => {
  let ms = 0;
  await phone.context().exposeFunction('hearClip', (path: string) => {
    ms += mp3Milliseconds(readFileSync(join(projectRoot, 'public', path))) ?? 0;
  });
  await phone.context().addInitScript(() => {
    const play = HTMLMediaElement.prototype.play;
    HTMLMediaElement.prototype.play = async function playOrCount() {
      const path = decodeURIComponent(URL.parse(this.src)?.pathname ?? '');
      if (!path.startsWith('/voice/')) return play.call(this);
      (Reflect.get(globalThis, 'hearClip') as (path: string) => void)(path);
      setTimeout(() => this.dispatchEvent(new Event('ended')));
    };
  });
  return () => ms / 1000;
};
