import { create } from 'qrcode';

/** What the camera sees for a while: a QR code on a sheet held before it, or an empty wall (`null`). */
export interface Shot {
  readonly shows: string | null;
  readonly seconds: number;
}

/** How the film is made. Frames are grey: colour planes stay neutral. `light` scales the scene: 1 is day, 0.05 a dark cupboard. */
export interface FilmStyle {
  readonly width: number;
  readonly height: number;
  readonly fps: number;
  /** ± levels of camera noise on each pixel, of 255. */
  readonly noise: number;
  /** Degrees the sheet leans away from the camera. */
  readonly tilt: number;
  readonly light: number;
  readonly seed: number;
}

export const handheld: FilmStyle = { width: 640, height: 480, fps: 10, noise: 14, tilt: 18, light: 1, seed: 1 };

/** mulberry32: the same film from the same seed. */
const makeChance = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

const QUIET = 4;
const WALL = 96;

/** Luminance of the sheet at (u, v), each 0 to 1 across it; the wall outside. */
const sheetOf = (text: string | null): ((u: number, v: number) => number) => {
  if (text === null) return () => WALL;
  const { modules } = create(text, { errorCorrectionLevel: 'L' });
  const across = modules.size + 2 * QUIET;
  return (u, v) => {
    if (u < 0 || v < 0 || u >= 1 || v >= 1) return WALL;
    const column = Math.floor(u * across) - QUIET;
    const row = Math.floor(v * across) - QUIET;
    const inside = column >= 0 && row >= 0 && column < modules.size && row < modules.size;
    return inside && modules.get(row, column) ? 28 : 226;
  };
};

/** Where the point (x, y) of the picture lies on a sheet that sways, leans back and turns a little in the hand. */
const sightOf = (style: FilmStyle, time: number): ((x: number, y: number) => readonly [number, number]) => {
  const { width, height, tilt } = style;
  const side = height * 0.86;
  const [centreX, centreY] = [width / 2 + width * 0.05 * Math.sin(2.1 * time), height / 2 + height * 0.02 * Math.cos(1.7 * time)];
  const turn = 0.08 * Math.sin(1.3 * time) + 0.06;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const lean = (tilt * Math.PI) / 180;
  const [leanCos, leanSin] = [Math.cos(lean), Math.sin(lean)];
  // The sheet turns about its own horizontal axis, three side lengths before the lens.
  const far = 3;
  return (x, y) => {
    const [pictureX, pictureY] = [(x - centreX) / side, (y - centreY) / side];
    const down = (far * pictureY) / (far * leanCos + pictureY * leanSin);
    const across = pictureX * (1 - (down * leanSin) / far);
    return [across * cos + down * sin + 0.5, down * cos - across * sin + 0.5];
  };
};

/** Luminance of one frame, row after row. `time` in seconds. */
export const drawFrame = (text: string | null, style: FilmStyle, time: number): Uint8Array<ArrayBuffer> => {
  const { width, height, noise, light } = style;
  const frame = new Uint8Array(width * height);
  const chance = makeChance(style.seed + Math.round(time * 1_000));
  const sheet = sheetOf(text);
  const sight = sightOf(style, time);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [u, v] = sight(x, y);
      // A lamp from the left, and the grain of a cheap sensor.
      const shade = 1 - (0.25 * x) / width;
      const value = sheet(u, v) * shade * light + (chance() - 0.5) * 2 * noise;
      frame[y * width + x] = value < 0 ? 0 : value > 255 ? 255 : value;
    }
  }
  return frame;
};
