import { type Bytes, fromBase64url, toBase64url } from '#base/bytes';
import type { Result } from '#base/result';
import { addScan, type Frames, type Scan, toQrTexts } from '#credentials/qr-frames';
import { BOX_MARK } from './box.ts';
import { ANSWER_MARK } from './box-answer.ts';
import { MAX_BOX_BYTES } from './limits.ts';

/** How each text of a code begins that carries a box or an answer. */
export const FRAME_PREFIX = 'PB1:';
/** How a file begins that carries one: text, because a share sheet passes nothing else on everywhere. */
export const FILE_PREFIX = 'pepites:';

// Codes of versions 13, 16 and 20 (alphanumeric, least correction): the smallest that holds all in 16 of them.
const SIZES = [619, 854, 1249];

/** The texts of the codes that carry a box or an answer, to be shown in turn; refused above MAX_FRAMED_BYTES: it goes as a file. */
export const toFrames = (bytes: Uint8Array): Result<readonly string[], { readonly type: 'too-big' }> => {
  for (const size of SIZES) {
    const texts = toQrTexts(bytes, size, FRAME_PREFIX);
    if (texts.ok) return texts;
  }
  return { ok: false, error: { type: 'too-big' } };
};

/** Takes in one scanned text; frames may come in any order, doubled, and mixed with those of other boxes. */
export const addFrame = (frames: Frames, text: string): Scan => addScan(frames, text, FRAME_PREFIX);

/** What a file says that carries these bytes. */
export const toFileText = (bytes: Uint8Array): string => `${FILE_PREFIX}${toBase64url(bytes)}\n`;

/** The bytes of such a file; null when it is another, or too long. */
export const fromFileText = (text: string): Bytes | null => {
  if (!text.startsWith(FILE_PREFIX) || text.length > FILE_PREFIX.length + 2 + (MAX_BOX_BYTES * 4) / 3) return null;
  return fromBase64url(text.slice(FILE_PREFIX.length).trim());
};

/** Is this a box, the answer to one, or neither? Nothing is checked. */
export const kindOf = (bytes: Bytes): 'box' | 'answer' | null =>
  bytes[0] === BOX_MARK ? 'box' : bytes[0] === ANSWER_MARK ? 'answer' : null;
