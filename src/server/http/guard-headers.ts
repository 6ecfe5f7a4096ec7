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
  'content-security-policy': PAGE_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=(self), microphone=(self), geolocation=(), payment=(), usb=(), browsing-topics=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** Puts on any answer the headers every answer has; what a route has set itself (images, public documents) stays. */
export const guardHeaders = (headers: Headers, secure: boolean): void => {
  for (const [name, value] of Object.entries(ALWAYS)) if (!headers.has(name)) headers.set(name, value);
  if (secure) headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains');
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
