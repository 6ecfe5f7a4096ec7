import { fromUtf8 } from '#base/bytes';
import type { Result } from '#base/result';
import { err, ok } from '#base/result';
import type { BakedText, ImageRefusal } from './baked-text.ts';
import { MAX_BAKED } from './baked-text.ts';
import { looksLikeJws, parseCompactJws } from './compact-jws.ts';
import { isObject } from './json.ts';
import { looksLikeAssertion } from './looks-like-assertion.ts';
import { isPng, unbakePng } from './png-badge.ts';
import { unbakeSvg } from './svg-badge.ts';

/** The text a file holds: a credential (JSON or VC-JWT, version 3), or a badge of Open Badges 1 or 2 (JSON, JWS or an address). */
export interface BadgeFile {
  readonly format: 'png' | 'svg' | 'text';
  readonly version: 3 | 2;
  readonly text: string;
}

export type FileRefusal = ImageRefusal | { readonly type: 'not-text' };

const MAX_FILE = 16 * 1024 * 1024;

/** Reads what is handed over as a file, by its content and not its name: PNG, SVG, JSON, VC-JWT. At most 16 MiB. */
export const readBadgeFile = async (file: Uint8Array): Promise<Result<BadgeFile, FileRefusal>> => {
  if (file.length > MAX_FILE) return err({ type: 'too-big' });
  if (isPng(file)) return fromImage('png', await unbakePng(file));
  if (file.length > MAX_BAKED) return err({ type: 'too-big' });
  const text = decode(file)
    ?.replace(/^\uFEFF/, '')
    .trim();
  if (text === undefined) return err({ type: 'not-text' });
  if (text.startsWith('<')) return fromImage('svg', unbakeSvg(text));
  return ok({ format: 'text', version: versionOf(text) ?? 3, text });
};

// Some bake credentials of version 3 under the old name.
const fromImage = (format: 'png' | 'svg', baked: Result<BakedText, ImageRefusal>): Result<BadgeFile, ImageRefusal> =>
  baked.ok ? ok({ format, text: baked.value.text, version: versionOf(baked.value.text) ?? baked.value.version }) : baked;

// By what it says, or null when that is nothing either version knows; only older badges were ever handed over as an address.
const versionOf = (text: string): 3 | 2 | null => {
  if (/^https?:\/\/\S+$/.test(text)) return 2;
  const value = looksLikeJws(text) ? parseCompactJws(text)?.payload : parsed(text);
  if (looksLikeAssertion(value)) return 2;
  return isObject(value) && ('credentialSubject' in value || 'vc' in value) ? 3 : null;
};

const decode = (bytes: Uint8Array): string | undefined => {
  try {
    return fromUtf8(bytes);
  } catch {
    return undefined;
  }
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
