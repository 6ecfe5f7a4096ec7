import type { BrowserContext } from '@playwright/test';

/** Everything a browser complains about, and every address outside ours that it asks for. */
export interface Watch {
  /** Complaints matching this are expected from now on. Say why in the journey. */
  expect(pattern: RegExp): void;
  /** What was not expected. */
  readonly complaints: readonly string[];
}

/** A request that found no network is what these journeys are about; anything else a browser prints as an error is a fault. */
const noNetwork =
  /net::ERR_(?:INTERNET_DISCONNECTED|CONNECTION_REFUSED|CONNECTION_RESET|CONNECTION_CLOSED|EMPTY_RESPONSE|NETWORK_CHANGED|SOCKET_NOT_CONNECTED|PROXY_CONNECTION_FAILED|INCOMPLETE_CHUNKED_ENCODING|FAILED)/;

const isOurs = (address: string, origin: string): boolean =>
  /^(?:data|blob|about|chrome):/.test(address) || new URL(address).origin === origin;

/** Listens to all pages and workers of a browser. Content security policy violations are console errors in Chromium. */
export const makeWatch = (context: BrowserContext, origin: string): Watch => {
  const seen: string[] = [];
  const expected: RegExp[] = [noNetwork];
  const complain = (text: string): void => {
    if (!expected.some((pattern) => pattern.test(text))) seen.push(text);
  };
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      complain(`${message.type()}: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => complain(`uncaught: ${error.error().stack ?? error.error().message}`));
  context.on('request', (request) => {
    if (!isOurs(request.url(), origin)) complain(`request to another origin: ${request.url()}`);
  });
  return { expect: (pattern) => void expected.push(pattern), complaints: seen };
};
