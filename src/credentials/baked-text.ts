import { looksLikeJws } from './compact-jws.ts';

/** What an image carried: Open Badges 3.0 (a credential as JSON or VC-JWT), or 2 for all older ones (JSON, JWS or an address). */
export interface BakedText {
  readonly version: 3 | 2;
  readonly text: string;
}

export type ImageRefusal = { readonly type: 'bad-image' | 'no-badge-inside' | 'too-big' | 'not-a-credential' };

/** The longest text read from an image or as one (an SVG too), in bytes; a credential is allowed no more either. */
export const MAX_BAKED = 1024 * 1024;

/** Whether a text can be baked: a VC-JWT or a JSON object. */
export const isBakeable = (text: string): boolean => {
  if (looksLikeJws(text)) return true;
  try {
    return text.startsWith('{') && typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
};
