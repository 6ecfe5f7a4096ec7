import { closeSync, openSync, renameSync, writeSync } from 'node:fs';
import { drawFrame, type FilmStyle, handheld, type Shot } from './qr-film.ts';

/**
 * Writes a film for Chromium's fake camera (YUV4MPEG2, 4:2:0), which shows it in a loop and starts at its first frame each time a camera is
 * opened. The file changes in one step, so that a browser that runs already takes the new film at its next opening.
 */
export const writeFilm = (path: string, shots: readonly Shot[], style: Partial<FilmStyle> = {}): void => {
  const whole = { ...handheld, ...style };
  const { width, height, fps } = whole;
  const colour = Buffer.alloc((width * height) / 2, 128);
  const file = openSync(`${path}.new`, 'w');
  writeSync(file, `YUV4MPEG2 W${width} H${height} F${fps}:1 Ip A1:1 C420jpeg\n`);
  let frames = 0;
  for (const { shows, seconds } of shots) {
    for (let i = 0; i < Math.round(seconds * fps); i += 1) {
      writeSync(file, 'FRAME\n');
      writeSync(file, drawFrame(shows, whole, frames / fps));
      writeSync(file, colour);
      frames += 1;
    }
  }
  closeSync(file);
  renameSync(`${path}.new`, path);
};
