/** A round area of a picture: its middle and its radius, as shares of its width (x, r) and height (y). */
export interface BlurArea {
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

/** A picture made small: its bytes say nothing of where, when or with what it was taken. */
export interface SmallPhoto {
  readonly bytes: ArrayBuffer;
  readonly type: 'image/webp' | 'image/jpeg';
  readonly width: number;
  readonly height: number;
}

/** What is to be done with a picture. */
export interface PhotoWork {
  readonly source: Blob | ImageBitmap;
  /** Pixels of its longer side, at most. */
  readonly side: number;
  /** Bytes, at most. */
  readonly most: number;
  readonly areas: readonly BlurArea[];
}

const QUALITIES = [0.8, 0.7, 0.6, 0.5, 0.4, 0.3] as const;

/**
 * Draws a picture anew, small enough, its areas made coarse for ever. Null when it is no picture. Drawn anew, it keeps its pixels the right
 * way up and nothing else: no EXIF, no place.
 */
export const drawPhoto = async ({ source, side, most, areas }: PhotoWork): Promise<SmallPhoto | null> => {
  const picture = source instanceof Blob ? await createImageBitmap(source, { imageOrientation: 'from-image' }).catch(() => null) : source;
  if (!picture) return null;
  try {
    for (let longest = side; longest >= 320; longest = Math.round(longest * 0.75)) {
      const canvas = drawn(picture, longest);
      for (const area of areas) coarsen(canvas, area);
      const fitting = await encodeWithin(canvas, most);
      if (fitting) return { ...fitting, width: canvas.width, height: canvas.height };
    }
    return null;
  } finally {
    picture.close();
  }
};

const contextOf = (canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D => {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas in a worker here');
  return context;
};

const drawn = (picture: ImageBitmap, longest: number): OffscreenCanvas => {
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(picture.width * scale)), Math.max(1, Math.round(picture.height * scale)));
  const context = contextOf(canvas);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
};

/** Squares across one area: so few that no face can be made of them again. */
const SQUARES = 5;

/** Replaces what is in the area by a few squares, each of the mean colour of what it covers. */
const coarsen = (canvas: OffscreenCanvas, { x, y, r }: BlurArea): void => {
  const context = contextOf(canvas);
  const radius = r * canvas.width;
  const [left, top] = [Math.floor(x * canvas.width - radius), Math.floor(y * canvas.height - radius)];
  const [from, upTo] = [
    { x: Math.max(0, left), y: Math.max(0, top) },
    { x: Math.min(canvas.width, Math.ceil(left + 2 * radius)), y: Math.min(canvas.height, Math.ceil(top + 2 * radius)) },
  ];
  const square = Math.max(4, Math.ceil((2 * radius) / SQUARES));
  context.save();
  context.beginPath();
  context.arc(x * canvas.width, y * canvas.height, radius, 0, 2 * Math.PI);
  context.clip();
  for (let row = from.y; row < upTo.y; row += square)
    for (let column = from.x; column < upTo.x; column += square) {
      const [width, height] = [Math.min(square, upTo.x - column), Math.min(square, upTo.y - row)];
      context.fillStyle = meanOf(context.getImageData(column, row, width, height));
      context.fillRect(column, row, width, height);
    }
  context.restore();
};

const meanOf = ({ data }: ImageData): string => {
  const sum = [0, 0, 0];
  for (let i = 0; i < data.length; i += 4) for (let c = 0; c < 3; c++) sum[c] = (sum[c] ?? 0) + (data[i + c] ?? 0);
  return `rgb(${sum.map((one) => Math.round((4 * one) / data.length)).join(' ')})`;
};

type Encoded = Pick<SmallPhoto, 'bytes' | 'type'>;

const encodeWithin = async (canvas: OffscreenCanvas, most: number): Promise<Encoded | null> => {
  for (const quality of QUALITIES) {
    const encoded = await encode(canvas, quality);
    if (encoded.size <= most) return { bytes: await encoded.arrayBuffer(), type: encoded.type as Encoded['type'] };
  }
  return null;
};

const encode = async (canvas: OffscreenCanvas, quality: number): Promise<Blob> => {
  const webp = await canvas.convertToBlob({ type: 'image/webp', quality });
  // WebKit gives a PNG when asked for WebP.
  return webp.type === 'image/webp' ? webp : canvas.convertToBlob({ type: 'image/jpeg', quality });
};
