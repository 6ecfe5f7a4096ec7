import { afterAll, describe, expect, it } from 'vitest';
import { makeShrinker } from '#client/device/shrink-photo';

const shrinker = makeShrinker();
afterAll(() => shrinker.stop());

const GPS = 'GPS 44.8378 -0.5792';

/** What a phone writes before the picture: EXIF that says "turned a quarter to the right" (6), and where it was. */
const exif = (): Uint8Array => {
  const text = new TextEncoder().encode(GPS);
  const tiff = [
    ...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8],
    ...[0, 2],
    ...[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0],
    ...[0x01, 0x0e, 0, 2, 0, 0, 0, text.length, 0, 0, 0, 38],
    ...[0, 0, 0, 0],
    ...text,
  ];
  const body = [0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff];
  return new Uint8Array([0xff, 0xe1, (body.length + 2) >> 8, (body.length + 2) & 255, ...body]);
};

/** A noisy photo of twelve megapixels whose upper left quarter is red, as a camera writes it. */
const cameraPhoto = async (width = 4000, height = 3000): Promise<Blob> => {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  const noise = new ImageData(500, 500);
  let seed = 7;
  for (let i = 0; i < noise.data.length; i++) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    noise.data[i] = i % 4 === 3 ? 255 : seed >> 16;
  }
  for (let x = 0; x < width; x += 500) for (let y = 0; y < height; y += 500) context.putImageData(noise, x, y);
  context.fillStyle = 'rgb(220 20 20)';
  context.fillRect(0, 0, width / 2, height / 2);
  const jpeg = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.92 })).arrayBuffer());
  return new Blob([jpeg.slice(0, 2), exif() as BlobPart, jpeg.slice(2)], { type: 'image/jpeg' });
};

const pixelsOf = async (bytes: ArrayBuffer, type: string): Promise<ImageData> => {
  const picture = await createImageBitmap(new Blob([bytes], { type }));
  const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
  context?.drawImage(picture, 0, 0);
  const pixels = context?.getImageData(0, 0, picture.width, picture.height);
  if (!pixels) throw new Error('no pixels');
  return pixels;
};

const colourAt = ({ data, width, height }: ImageData, x: number, y: number): readonly number[] => {
  const at = 4 * (Math.floor(y * height) * width + Math.floor(x * width));
  return [...data.slice(at, at + 3)];
};

const textOf = (bytes: ArrayBuffer): string => new TextDecoder('latin1').decode(bytes);

/** Squares of different grey, small enough to make out a face by. */
const chessboard = async (side = 800): Promise<Blob> => {
  const canvas = new OffscreenCanvas(side, side);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  for (let x = 0; x < side; x += 20)
    for (let y = 0; y < side; y += 20) {
      context.fillStyle = (x + y) % 40 === 0 ? '#fff' : '#000';
      context.fillRect(x, y, 20, 20);
    }
  return canvas.convertToBlob({ type: 'image/png' });
};

const spread = (pixels: ImageData, from: number, upTo: number): number => {
  const row = Math.floor(pixels.height / 2);
  const greys: number[] = [];
  for (let x = Math.floor(from * pixels.width); x < upTo * pixels.width; x++) greys.push(pixels.data[4 * (row * pixels.width + x)] ?? 0);
  return Math.max(...greys) - Math.min(...greys);
};

describe('a photo of twelve megapixels', () => {
  it('becomes at most 200 kB, stands the right way up, and says nothing of place and camera', async () => {
    const photo = await cameraPhoto();
    expect(textOf(await photo.arrayBuffer())).toContain(GPS);
    const begun = performance.now();
    const small = await shrinker.shrink(photo);
    const ms = Math.round(performance.now() - begun);
    if (!small) throw new Error('no photo');
    console.info(
      `12 megapixels, ${Math.round(photo.size / 1000)} kB: ${Math.round(small.bytes.byteLength / 1000)} kB ${small.type} in ${ms} ms`,
    );
    expect(small.bytes.byteLength).toBeLessThanOrEqual(200_000);
    // It lay on its side: 4 000 × 3 000 turned is higher than wide, and what was up on the left is up on the right.
    expect(small.height).toBeGreaterThan(small.width);
    const pixels = await pixelsOf(small.bytes, small.type);
    const [red = 0, green = 0] = colourAt(pixels, 0.75, 0.25);
    expect(red - green).toBeGreaterThan(100);
    const [plain = 0, plainGreen = 0] = colourAt(pixels, 0.25, 0.25);
    expect(Math.abs(plain - plainGreen)).toBeLessThan(100);
    expect(textOf(small.bytes)).not.toMatch(/GPS|Exif|EXIF/);
  });

  it('that is a frame of the camera works the same', async () => {
    const frame = await createImageBitmap(await chessboard());
    const small = await shrinker.shrink(frame);
    expect([small?.width, small?.height]).toEqual([800, 800]);
  });

  it('that is none is null', async () => {
    expect(await shrinker.shrink(new Blob(['not a picture'], { type: 'image/jpeg' }))).toBeNull();
  });
});

describe('a blurred area', () => {
  it('has lost its pixels, and only the area has', async () => {
    const small = await shrinker.shrink(await chessboard(), [{ x: 0.5, y: 0.5, r: 0.11 }]);
    if (!small) throw new Error('no photo');
    const pixels = await pixelsOf(small.bytes, small.type);
    // Black and white squares became one grey; beside it they are as they were.
    expect(spread(pixels, 0.42, 0.58)).toBeLessThan(60);
    expect(spread(pixels, 0.02, 0.3)).toBeGreaterThan(200);
    expect(spread(pixels, 0.7, 0.98)).toBeGreaterThan(200);
  });

  it('at the edge of the photo is blurred as far as the photo goes', async () => {
    const small = await shrinker.shrink(await chessboard(), [{ x: 0, y: 0.5, r: 0.11 }]);
    if (!small) throw new Error('no photo');
    expect(spread(await pixelsOf(small.bytes, small.type), 0, 0.08)).toBeLessThan(60);
  });
});
