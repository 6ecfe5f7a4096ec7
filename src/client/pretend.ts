import type { Pretended } from '#client/ui/app-courier';

const KEY = 'pepites-pretended';
const NOTHING: Pretended = { network: 'real', days: 0 };
const DAY_MS = 86_400_000;

// The demonstration is never served anywhere else.
const mayPretend = (): boolean => import.meta.env.DEV || location.hostname === 'localhost';

/** What is pretended on this device; undefined where nothing may be. */
export const readPretended = (): Pretended | undefined => {
  if (!mayPretend()) return undefined;
  try {
    const said = JSON.parse(localStorage.getItem(KEY) ?? '{}') as { readonly [name in keyof Pretended]?: unknown };
    return {
      network: said.network === 'tunnel' || said.network === 'portal' ? said.network : 'real',
      days: typeof said.days === 'number' && Number.isFinite(said.days) ? said.days : 0,
    };
  } catch {
    return NOTHING;
  }
};

/** Keeps it, also through a restart: that is what is to be tried. */
export const writePretended = (what: Pretended): void => {
  try {
    localStorage.setItem(KEY, JSON.stringify(what));
  } catch {
    // A browser that keeps nothing pretends nothing.
  }
};

/** The network, or what is pretended of it: none at all, or one that says 200 to everything. */
export const pretendedFetch = async (address: string, init: RequestInit): Promise<Response> => {
  const network = readPretended()?.network ?? 'real';
  if (network === 'tunnel') throw new TypeError('pretended tunnel');
  if (network === 'portal') return new Response('<!doctype html><title>Wi-Fi</title>', { headers: { 'content-type': 'text/html' } });
  return fetch(address, init);
};

/** The device's clock, or one that is some days off. */
export const pretendedNow = (): number => Date.now() + (readPretended()?.days ?? 0) * DAY_MS;
