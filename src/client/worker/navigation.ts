// Addresses that answer with a document, not with the app; the app's own routes are all others. `/b/x` is both, by what is asked for.
const DOCUMENTS = [/^\/api\//, /^\/healthz$/, /^\/[slpm]\//, /^\/b\/[^/]+\/image\.svg$/];

/** A request, as far as the choice looks at it. */
export interface Asked {
  readonly mode: string;
  readonly method: string;
  readonly accept: string | null;
  readonly pathname: string;
}

/** Is this somebody going to a screen of the app? Only then may the kept page answer: never for the API, never for a JSON document or an image. */
export const isAppNavigation = ({ mode, method, accept, pathname }: Asked): boolean =>
  mode === 'navigate' && method === 'GET' && !DOCUMENTS.some((path) => path.test(pathname)) && wantsPage(accept) && !hasExtension(pathname);

// A file that is missing must stay missing: an HTML page in place of a script hides a broken update.
const hasExtension = (pathname: string): boolean => /\.[a-z0-9]+$/i.test(pathname);

const wantsPage = (accept: string | null): boolean => accept === null || accept === '' || /text\/html|\*\/\*/.test(accept);
