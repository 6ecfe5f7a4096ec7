import { createHmac, timingSafeEqual } from 'node:crypto';
import { fromBase64url, fromUtf8, toBase64url, utf8 } from '#base/bytes';
import type { Tokens } from '#server/actions/tokens';

/** Tokens sealed with HMAC-SHA-256: `base64url(text).base64url(mac)`. */
export const hmacTokens = (secret: Uint8Array): Tokens => {
  const macOf = (purpose: string, text: string) => createHmac('sha256', secret).update(`pepites:${purpose}:1\n${text}`).digest();
  return {
    seal: (purpose, text) => `${toBase64url(utf8(text))}.${macOf(purpose, text).toString('base64url')}`,
    open: (purpose, token) => {
      const [head = '', tail = '', more] = token.split('.');
      const [bytes, mac] = [fromBase64url(head), fromBase64url(tail)];
      if (!bytes || mac?.length !== 32 || more !== undefined) return null;
      const text = textOf(bytes);
      return text !== null && timingSafeEqual(mac, macOf(purpose, text)) ? text : null;
    },
  };
};

const textOf = (bytes: Uint8Array): string | null => {
  try {
    return fromUtf8(bytes);
  } catch {
    return null;
  }
};
