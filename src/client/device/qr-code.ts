import { toString as drawQr } from 'qrcode';

/** Characters (bytes) a QR v10 holds at level M: up to there the stronger correction costs nothing a phone would notice. */
const V10_M = 213;

/**
 * SVG of a QR code with its quiet zone of four modules, black on white whatever the theme. Level M while it fits version 10, else L: on a
 * projector bigger modules help more than correction. Throws when the text cannot fit any QR. Import this lazily.
 */
export const qrSvg = (text: string): Promise<string> => {
  const errorCorrectionLevel = new TextEncoder().encode(text).length <= V10_M ? 'M' : 'L';
  return drawQr(text, { type: 'svg', margin: 4, errorCorrectionLevel });
};
