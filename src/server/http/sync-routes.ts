import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import type { Scope } from '#domain/ids';
import { BOX_PATH, BoxRequest } from '#protocol/courier';
import { MAX_PUSH_BYTES } from '#protocol/limits';
import { POKES_PATH } from '#protocol/pokes-path';
import { SNAPSHOT_PATH } from '#protocol/snapshot-path';
import { CONTENT_TYPE, PROTOCOL, PROTOCOL_HEADER } from '#protocol/version';
import { answer, refuse } from './answers.ts';
import { pokeStream } from './poke-stream.ts';
import { readAs } from './read-body.ts';
import { cookieName, type Route, type RouteDeps } from './routes.ts';
import { type Asset, serveAsset } from './serve-asset.ts';

/** What makes syncing quick, and what it could do without: pokes, snapshots of what everybody may read, and boxes of others. */
export const SYNC_ROUTES: readonly Route[] = [
  { method: 'GET', path: POKES_PATH, who: 'signed-in', handle: pokes },
  { method: 'GET', path: `${SNAPSHOT_PATH}/:epoch/:scope/:cursor`, who: 'anyone', handle: snapshot },
  { method: 'POST', path: BOX_PATH, who: 'signed-in', handle: box },
];

// Served as a file of the app is: out of any cache, and compressed beforehand.
async function snapshot(context: Context, { actions }: RouteDeps): Promise<Response> {
  const { epoch = '', scope = '', cursor = '' } = context.req.param();
  const found = /^\d{1,15}$/.test(cursor) ? actions.snapshot(epoch, scope.replace('-', ':') as Scope, Number(cursor)) : undefined;
  if (!found) return refuse('NotFound');
  const { etag, plain, packed } = found;
  const asset: Asset = {
    type: CONTENT_TYPE,
    etag,
    immutable: true,
    encodings: ['br', 'gzip'],
    read: async (encoding) => (encoding ? packed[encoding] : plain),
  };
  const response = await serveAsset(asset, context.req.raw);
  response.headers.set(PROTOCOL_HEADER, String(PROTOCOL));
  return response;
}

async function pokes(context: Context, { actions, origin, after }: RouteDeps): Promise<Response> {
  const who = await actions.signedIn(getCookie(context, cookieName(origin)));
  if (!who.ok) return refuse(who.error);
  const headers = {
    'content-type': 'text/event-stream',
    [PROTOCOL_HEADER]: String(PROTOCOL),
    'cache-control': 'no-store',
    // nginx would hold them back until it has enough.
    'x-accel-buffering': 'no',
  };
  if (context.req.raw.method === 'HEAD') return new Response(null, { headers });
  return new Response(
    pokeStream((poked) => actions.listen(who.value, poked), after),
    { headers },
  );
}

// Who carries it has signed in; whose it is, the box itself says.
async function box(context: Context, { actions, origin }: RouteDeps): Promise<Response> {
  const who = await actions.signedIn(getCookie(context, cookieName(origin)));
  if (!who.ok) return refuse(who.error);
  const said = await readAs(context.req.raw, BoxRequest, { sent: MAX_PUSH_BYTES });
  if (!said.ok) return refuse(said.error);
  const done = await actions.box(who.value, said.value);
  return done.ok ? answer(done.value) : refuse(done.error);
}
