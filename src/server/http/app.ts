import { Hono } from 'hono';
import { routePath } from 'hono/route';
import { refuse } from './answers.ts';
import { guardHeaders, isOwnRequest } from './guard-headers.ts';
import { MEDIA_ROUTES } from './media-routes.ts';
import { ROUTES, type RouteDeps } from './routes.ts';
import { isAppPath, SHELL, serveAsset } from './serve-asset.ts';
import { SYNC_ROUTES } from './sync-routes.ts';

/** One answered request, without anything that tells who: the route's pattern, never its address. */
export interface RequestLine {
  readonly method: string;
  readonly route: string;
  readonly status: number;
  /** Milliseconds. */
  readonly ms: number;
}

export interface AppDeps extends RouteDeps {
  readonly log: (line: RequestLine) => void;
  /** Something that cannot happen happened. */
  readonly broken: (error: unknown) => void;
}

/** The whole HTTP side as one fetch handler: no port, no file, no rule of the field. */
export const createApp = (deps: AppDeps): Hono => {
  const secure = deps.origin.startsWith('https:');
  const app = new Hono();

  app.use(async (context, next) => {
    const start = deps.clock();
    await next();
    guardHeaders(context.res.headers, secure);
    deps.log({ method: context.req.method, route: patternOf(routePath(context)), status: context.res.status, ms: deps.clock() - start });
  });

  for (const { method, path, handle } of ALL_ROUTES) {
    app.on(method, path, (context) => {
      if (CHANGING.includes(method) && !isOwnRequest(context.req.raw.headers, deps.origin)) return refuse('NotAllowed');
      return handle(context, deps);
    });
  }
  for (const path of new Set(ALL_ROUTES.map((route) => route.path)))
    app.all(path, () => refuse('MethodNotAllowed', { allow: allowed(path) }));

  app.all('/api/*', () => refuse('NotFound'));
  app.get('/*', async (context) => {
    const moved = ownName(context.req.raw, deps.origin);
    if (moved) return context.redirect(moved, 307);
    return serveAsset(deps.findAsset(isAppPath(context.req.path) ? SHELL : context.req.path), context.req.raw);
  });
  app.notFound(() => refuse('MethodNotAllowed', { allow: 'GET, HEAD' }));

  app.onError((error) => {
    if (error.name === 'StorageFull') return refuse('StorageFull', { 'retry-after': '60' });
    if (error.name === 'StorageAway') return refuse('Away', { 'retry-after': '5' });
    deps.broken(error);
    return refuse('Broken');
  });
  return app;
};

const ALL_ROUTES = [...ROUTES, ...SYNC_ROUTES, ...MEDIA_ROUTES];
const CHANGING: readonly string[] = ['POST', 'PATCH', 'DELETE'];

const allowed = (path: string): string =>
  ALL_ROUTES.filter((route) => route.path === path)
    .map(({ method }) => (method === 'GET' ? 'GET, HEAD' : method))
    .join(', ');

const patternOf = (path: string): string => (path === '/*' ? 'app' : path);

/** On one's own machine 127.0.0.1 opens the same server, but another origin: its page would be refused everything. */
const ownName = (request: Request, origin: string): string | null => {
  const { hostname, pathname, search } = new URL(request.url);
  const loopback = hostname === '127.0.0.1' || hostname === '[::1]';
  return loopback && new URL(origin).hostname === 'localhost' && isAppPath(pathname) ? `${origin}${pathname}${search}` : null;
};
