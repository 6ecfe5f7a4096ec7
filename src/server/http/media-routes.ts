import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import type { Result } from '#base/result';
import type { ByteRange } from '#domain/byte-place';
import { MediaId, Scope } from '#domain/ids';
import { MediaType } from '#domain/media';
import { MAX_BODY_BYTES } from '#protocol/limits';
import {
  LinksRequest,
  MAX_MEDIA_BYTES,
  MAX_PART_BYTES,
  MEDIA_FILE_PATH,
  MEDIA_LINKS_PATH,
  UPLOADS_PATH,
  uploadPath,
} from '#protocol/media';
import type { ProblemCode } from '#protocol/problem';
import type { OpenedMedia } from '#server/actions/read-media';
import type { Progress } from '#server/actions/receive-media';
import type { Wanted } from '#server/actions/upload-store';
import type { Signed } from './actions.ts';
import { answer, refuse } from './answers.ts';
import { byteRange } from './byte-range.ts';
import { readAs, type Schema } from './read-body.ts';
import { readPart } from './read-part.ts';
import { cookieName, type Route, type RouteDeps } from './routes.ts';
import { streamOf } from './stream-of.ts';
import { checksumIn, countIn, metadataIn, speaksTus, TUS } from './upload-headers.ts';

/** Uploads in the wire format of tus 1.0 (https://tus.io/protocols/resumable-upload), and reading by addresses that soon end. */
export const MEDIA_ROUTES: readonly Route[] = [
  { method: 'OPTIONS', path: UPLOADS_PATH, who: 'anyone', handle: abilities },
  { method: 'POST', path: UPLOADS_PATH, who: 'signed-in', handle: begin },
  { method: 'GET', path: `${UPLOADS_PATH}/:scope/:media`, who: 'signed-in', handle: progress },
  { method: 'PATCH', path: `${UPLOADS_PATH}/:scope/:media`, who: 'signed-in', handle: append },
  { method: 'DELETE', path: `${UPLOADS_PATH}/:scope/:media`, who: 'signed-in', handle: abandon },
  { method: 'POST', path: MEDIA_LINKS_PATH, who: 'signed-in', handle: links },
  { method: 'GET', path: `${MEDIA_FILE_PATH}/:link`, who: 'link', handle: file },
];

async function abilities(): Promise<Response> {
  const headers = {
    ...TUS,
    'tus-version': '1.0.0',
    'tus-extension': 'creation,checksum,expiration,termination',
    'tus-checksum-algorithm': 'sha256',
    'tus-max-size': String(MAX_MEDIA_BYTES),
  };
  return new Response(null, { status: 204, headers });
}

async function begin(context: Context, deps: RouteDeps): Promise<Response> {
  return uploading(context, deps, async (who) => {
    const { headers } = context.req.raw;
    const said = metadataIn(headers);
    const size = countIn(headers, 'upload-length');
    const wanted = said && (await readWanted(said['scope'], said['sha256']));
    const type = said && (await readOne(MediaType, said['type']));
    if (!wanted || size === null || size === 0) return refuse('Malformed', TUS);
    if (type === undefined || type === null) return refuse('MediaType', TUS);
    const begun = await deps.actions.beginUpload(who, { ...wanted, type, size });
    const location = uploadPath(wanted.scope, wanted.media);
    return told(begun, 201, { location });
  });
}

// HEAD comes here too.
async function progress(context: Context, deps: RouteDeps): Promise<Response> {
  return named(context, deps, async (who, wanted) => told(await deps.actions.uploadProgress(who, wanted), 200, {}));
}

async function append(context: Context, deps: RouteDeps): Promise<Response> {
  return named(context, deps, async (who, wanted) => {
    const { headers, body } = context.req.raw;
    if (headers.get('content-type') !== 'application/offset+octet-stream') return refuse('MediaType', TUS);
    const offset = countIn(headers, 'upload-offset');
    const checksum = checksumIn(headers);
    if (offset === null || checksum === null) return refuse('Malformed', TUS);
    if ((countIn(headers, 'content-length') ?? 0) > MAX_PART_BYTES) return refuse('TooLarge', TUS);
    const { bytes, end } = await readPart(body, MAX_PART_BYTES);
    if (end === 'too-large') return refuse('TooLarge', TUS);
    return told(await deps.actions.appendUpload(who, wanted, { offset, bytes, whole: end === 'whole', checksum }), 204, {});
  });
}

async function abandon(context: Context, deps: RouteDeps): Promise<Response> {
  return named(context, deps, async (who, wanted) => {
    const done = await deps.actions.abandonUpload(who, wanted);
    return done.ok ? new Response(null, { status: 204, headers: TUS }) : refuse(done.error, TUS);
  });
}

async function links(context: Context, deps: RouteDeps): Promise<Response> {
  const who = await signedIn(context, deps);
  if (!who.ok) return refuse(who.error);
  const said = await readAs(context.req.raw, LinksRequest, { sent: MAX_BODY_BYTES });
  if (!said.ok) return refuse(said.error);
  const done = await deps.actions.mediaLinks(who.value, said.value);
  return done.ok ? answer(done.value) : refuse(done.error);
}

async function file(context: Context, { actions, clock }: RouteDeps): Promise<Response> {
  const opened = actions.openMedia(context.req.param('link') ?? '');
  if (!opened) return refuse('NotFound');
  const headers = fileHeaders(opened, clock());
  if (context.req.header('if-none-match')?.includes(opened.media)) return new Response(null, { status: 304, headers });
  const range = byteRange(context.req.raw.headers, opened.size, `"${opened.media}"`);
  if (range === 'wrong') return refuse('RangeWrong', { 'content-range': `bytes */${opened.size}` });
  return give(context, opened, headers, range);
}

const give = async (context: Context, opened: OpenedMedia, headers: Headers, range: ByteRange | null): Promise<Response> => {
  const { size } = opened;
  headers.set('content-length', String(range ? range.last - range.first + 1 : size));
  if (range) headers.set('content-range', `bytes ${range.first}-${range.last}/${size}`);
  const status = range ? 206 : 200;
  if (context.req.method === 'HEAD') return new Response(null, { status, headers });
  const standing = await opened.read(range ?? undefined);
  return standing ? new Response(streamOf(standing.bytes), { status, headers }) : refuse('NotFound');
};

/** Somebody else's bytes: shown by an element of our own page, never as a page of their own, whatever they turn out to be. */
const fileHeaders = ({ media, type, until }: OpenedMedia, now: number): Headers =>
  new Headers({
    'content-type': type,
    etag: `"${media}"`,
    'accept-ranges': 'bytes',
    'cache-control': `private, max-age=${Math.max(0, Math.floor((until - now) / 1000))}, immutable`,
    'content-security-policy': "default-src 'none'; sandbox",
    'content-disposition': 'inline; filename="media"',
    'x-content-type-options': 'nosniff',
  });

const signedIn = (context: Context, { actions, origin }: RouteDeps): Promise<Result<Signed, ProblemCode>> =>
  actions.signedIn(getCookie(context, cookieName(origin)));

const uploading = async (context: Context, deps: RouteDeps, act: (who: Signed) => Promise<Response>): Promise<Response> => {
  if (!speaksTus(context.req.raw.headers)) return refuse('TusUnknown', { ...TUS, 'tus-version': '1.0.0' });
  const who = await signedIn(context, deps);
  return who.ok ? act(who.value) : refuse(who.error, TUS);
};

const named = (context: Context, deps: RouteDeps, act: (who: Signed, wanted: Wanted) => Promise<Response>): Promise<Response> =>
  uploading(context, deps, async (who) => {
    const wanted = await readWanted(context.req.param('scope'), context.req.param('media'));
    return wanted ? act(who, wanted) : refuse('NotFound', TUS);
  });

const readWanted = async (scope: unknown, media: unknown): Promise<Wanted | null> => {
  const [inScope, bytes] = [await readOne(Scope, scope), await readOne(MediaId, media)];
  return inScope !== undefined && bytes !== undefined ? { scope: inScope, media: bytes } : null;
};

const readOne = async <T>(schema: Schema<T>, value: unknown): Promise<T | undefined> => {
  const read = await schema['~standard'].validate(value);
  return read.issues ? undefined : read.value;
};

const told = (done: Result<Progress, ProblemCode>, status: number, more: Readonly<Record<string, string>>): Response => {
  if (!done.ok) return refuse(done.error, TUS);
  const { offset, size, expires } = done.value;
  const headers = {
    ...TUS,
    ...more,
    'upload-offset': String(offset),
    'upload-length': String(size),
    'upload-expires': new Date(expires).toUTCString(),
  };
  return new Response(null, { status, headers });
};
