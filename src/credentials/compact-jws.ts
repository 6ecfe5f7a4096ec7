import type { Bytes } from '#base/bytes';
import { fromBase64url, fromUtf8, utf8 } from '#base/bytes';
import type { JsonObject } from './json.ts';
import { isObject } from './json.ts';

/** A compact JWS taken apart (RFC 7515 §7.1); nothing of it has been checked. */
export interface CompactJws {
  readonly header: JsonObject;
  readonly payload: JsonObject;
  /** What was signed: header and payload as they were written. */
  readonly signed: Bytes;
  readonly signature: Bytes;
}

/** Whether a text has the shape of a compact JWS: three parts in base64url, the last of which may be empty. */
export const looksLikeJws = (text: string): boolean => /^[\w-]+\.[\w-]+\.[\w-]*$/.test(text);

/** Takes a compact JWS apart, or gives null when a part is not canonical base64url or not a JSON object. */
export const parseCompactJws = (text: string): CompactJws | null => {
  const [head = '', body = '', tail = ''] = text.split('.');
  const [header, payload, signature] = [jsonOf(head), jsonOf(body), fromBase64url(tail)];
  if (header === null || payload === null || signature === null) return null;
  return { header, payload, signed: utf8(`${head}.${body}`), signature };
};

const jsonOf = (part: string): JsonObject | null => {
  const bytes = fromBase64url(part);
  try {
    const value: unknown = bytes === null ? null : JSON.parse(fromUtf8(bytes));
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
};
