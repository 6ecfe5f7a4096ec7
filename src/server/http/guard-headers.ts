import { PROBLEM_TYPE } from '#protocol/problem';
import { CONTENT_TYPE } from '#protocol/version';

/** The content security policy of every page (design/stack.md): nothing inline, nothing from elsewhere. */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "media-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const ALWAYS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
};

// What these forbid only a document can do, or whoever shows it or a file in a page of another site.
const OF_DOCUMENTS: Readonly<Record<string, string>> = {
  'content-security-policy': PAGE_POLICY,
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=(self), microphone=(self), geolocation=(), payment=(), usb=(), browsing-topics=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/**
 * Puts on any answer the headers every answer has; what a route has set itself (images, public documents) stays. The API's own JSON is never
 * a document nor a picture: no browser renders these types, `nosniff` keeps it so, another site's questions are refused, and they are most of
 * what a phone on a bad line hears all day. Whoever asks has had a page of ours, and with it the order to come by https.
 */
export const guardHeaders = (headers: Headers, secure: boolean): void => {
  putMissing(headers, ALWAYS);
  if (isOfApi(headers)) return;
  putMissing(headers, OF_DOCUMENTS);
  if (secure) headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains');
};

const putMissing = (headers: Headers, wanted: Readonly<Record<string, string>>): void => {
  for (const [name, value] of Object.entries(wanted)) if (!headers.has(name)) headers.set(name, value);
};

const isOfApi = (headers: Headers): boolean => {
  const type = headers.get('content-type');
  return type === CONTENT_TYPE || type === PROBLEM_TYPE;
};

/**
 * May this request change something with the browser's cookie? Browsers say where a request comes from; what is no browser has no cookie
 * of somebody else to abuse.
 */
export const isOwnRequest = (headers: Headers, origin: string): boolean => {
  const from = headers.get('origin');
  const site = headers.get('sec-fetch-site');
  return (from === null || from === origin) && (site === null || site === 'same-origin' || site === 'none');
};
