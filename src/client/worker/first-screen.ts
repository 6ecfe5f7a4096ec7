/** What stood on home: the markup inside the page, and the language it was in. */
export interface Stood {
  /** The program it was drawn by: another version's screen is not this one's. */
  readonly code: string;
  readonly html: string;
  readonly lang: string;
  readonly dir: string;
}

/** Home as it last stood, inside the page, so that a cold start shows it before any program runs. */
export interface FirstScreen {
  /** Undefined or anything else that is no home: forgets. */
  keep(stood: unknown): Promise<void>;
  /** The page with home in it, where there is one. */
  answer(pathname: string): Promise<Response | undefined>;
  /** For a new version's activation. */
  forget(): Promise<void>;
}

const HOME = '/';
const LONGEST = 300_000;
const EMPTY = '<div id="app"></div>';
const LANGUAGE = /<html lang="[a-z]+" dir="(?:ltr|rtl)">/;

const isText = (value: unknown, most: number): value is string => typeof value === 'string' && value.length > 0 && value.length <= most;

const isStood = (value: unknown): value is Stood => {
  const { code, html, lang, dir } = (value ?? {}) as Partial<Record<keyof Stood, unknown>>;
  return isText(code, 200) && isText(html, LONGEST) && isText(lang, 8) && /^[a-z]{2}$/.test(lang) && (dir === 'ltr' || dir === 'rtl');
};

/** `page`: the empty page of this version, as it was precached with its headers. */
export const createFirstScreen = (
  caches: CacheStorage,
  page: () => Promise<Response | undefined>,
  name = 'pepites-first-screen',
): FirstScreen => {
  const forget = async (): Promise<void> => void (await caches.delete(name));
  return {
    forget,
    keep: async (stood) => {
      const empty = await page();
      const text = (await empty?.clone().text()) ?? '';
      if (!isStood(stood) || !empty || !text.includes(`src="${stood.code}"`) || !text.includes(EMPTY)) return forget();
      // Functions, because a first name may hold a `$`.
      const filled = text
        .replace(LANGUAGE, () => `<html lang="${stood.lang}" dir="${stood.dir}">`)
        .replace(EMPTY, () => `<div id="app">${stood.html}</div>`);
      await (await caches.open(name)).put(HOME, new Response(filled, { headers: headersOf(empty) }));
    },
    answer: async (pathname) => (pathname === HOME ? caches.match(HOME, { cacheName: name }) : undefined),
  };
};

/** The page's own headers, the content security policy before all; without those that described its old bytes. */
const headersOf = ({ headers }: Response): Headers => {
  const kept = new Headers(headers);
  for (const name of ['content-length', 'content-encoding', 'etag', 'last-modified']) kept.delete(name);
  return kept;
};
