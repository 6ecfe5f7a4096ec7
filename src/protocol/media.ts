import * as v from 'valibot';
import { Instant, MediaId, Scope } from '#domain/ids';

/** POST here begins an upload (tus 1.0 "creation"); `…/<scope>/<hash>` is that upload: HEAD, PATCH, DELETE. */
export const UPLOADS_PATH = '/api/media/uploads';
/** POST here for addresses that can be read for some minutes. */
export const MEDIA_LINKS_PATH = '/api/media/links';
/** What such an address begins with. */
export const MEDIA_FILE_PATH = '/api/media/file';

/** The address of an upload. It says all there is to know: a phone that forgot it makes it anew. */
export const uploadPath = (scope: string, media: string): string => `${UPLOADS_PATH}/${scope}/${media}`;

/** Bytes of one photo, film or voice. */
export const MAX_MEDIA_BYTES = 64 * 1024 * 1024;
/** Bytes of one PATCH. */
export const MAX_PART_BYTES = 2 * 1024 * 1024;
/** Bytes of all media of one person. */
export const MEDIA_QUOTA_BYTES = 512 * 1024 * 1024;
/** Milliseconds an unfinished upload is kept. */
export const UPLOAD_MS = 30 * 86_400_000;
/** Links asked for at once. */
const MAX_LINKS = 100;

const Nonce = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{16,64}$/));
const Wanted = v.object({ scope: Scope, media: MediaId });

/** POST /api/media/links, with the sign-in cookie. `scope`: where a record stands that names the media. */
export const LinksRequest = v.object({
  protocol: v.literal(1),
  nonce: Nonce,
  wanted: v.pipe(v.array(Wanted), v.minLength(1), v.maxLength(MAX_LINKS)),
});
export type LinksRequest = v.InferOutput<typeof LinksRequest>;

/** An address for each that may be read and has arrived; the others are not there. `until`: by the server's clock. */
export const LinksReply = v.object({
  protocol: v.literal(1),
  nonce: Nonce,
  serverTime: Instant,
  links: v.array(v.object({ ...Wanted.entries, path: v.string(), until: Instant })),
});
export type LinksReply = v.InferOutput<typeof LinksReply>;
