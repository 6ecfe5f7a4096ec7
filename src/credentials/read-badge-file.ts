import { fromUtf8 } from '#base/bytes';
import type { Result } from '#base/result';
import { err, ok } from '#base/result';
import type { ImageRefusal } from './baked-text.ts';
import { MAX_BAKED } from './baked-text.ts';
import { isObject } from './json.ts';
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
  if (isPng(file)) {
    const baked = await unbakePng(file);
    return baked.ok ? ok({ format: 'png', ...baked.value }) : baked;
  }
  if (file.length > MAX_BAKED) return err({ type: 'too-big' });
  const text = decode(file)?.replace(/^\uFEFF/, '').trim();
  if (text === undefined) return err({ type: 'not-text' });
  if (text.startsWith('<')) {
    const baked = unbakeSvg(text);
    return baked.ok ? ok({ format: 'svg', ...baked.value }) : baked;
  }
  return ok({ format: 'text', version: isOldBadge(text) ? 2 : 3, text });
};

const decode = (bytes: Uint8Array): string | undefined => {
  try {
    return fromUtf8(bytes);
  } catch {
    return undefined;
  }
};

// An assertion of Open Badges 1 or 2: it knows no @context of verifiable credentials, but a recipient and a badge.
const isOldBadge = (text: string): boolean => {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) && !('credentialSubject' in value) && 'badge' in value && 'recipient' in value;
  } catch {
    return false;
  }
};
