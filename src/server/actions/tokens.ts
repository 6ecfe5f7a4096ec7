type Purpose = 'challenge' | 'signed-in' | 'media';

/**
 * Texts the server hands out and recognises later without keeping anything: HMAC under the server's own secret.
 * A token of one purpose is no token of another.
 */
export interface Tokens {
  seal(purpose: Purpose, text: string): string;
  /** The text, or null when the token was not sealed here for this purpose. */
  open(purpose: Purpose, token: string): string | null;
}

/** Counts one more try of `key` and tells whether it is still within its limit. Never keyed by network address: an event is one address. */
export type Admit = (key: string) => boolean;
