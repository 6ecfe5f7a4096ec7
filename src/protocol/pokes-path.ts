/** GET, with the sign-in cookie: a stream of server-sent events, each the name of a scope that has changed, and nothing more. */
export const POKES_PATH = '/api/sync/pokes';
