import type { Bytes } from '#base/bytes';
import { utf8 } from '#base/bytes';
import type { Silence } from '#client/sync/transport';
import { sha256 } from '#credentials/sha256';
import { UPLOADS_PATH, uploadPath } from '#protocol/media';
import { PROBLEM_STATUS, PROBLEM_TYPE, type ProblemCode } from '#protocol/problem';
import type { HeldMedia } from './media-store.ts';

/** What the server said of one upload: where it stands, no, or nothing that counts. */
export type Told =
  | { readonly type: 'at'; readonly offset: number }
  | { readonly type: 'problem'; readonly code: ProblemCode }
  | { readonly type: 'silence'; readonly why: Silence };

type Which = Pick<HeldMedia, 'id' | 'scope' | 'type' | 'size'>;

/** The three questions of an upload in the wire format of tus 1.0 (https://tus.io/protocols/resumable-upload); none ever throws. */
export interface UploadWire {
  /** Begins, or finds what has begun: the server says from where on. */
  begin(media: Which): Promise<Told>;
  /** Where it stands. */
  look(media: Which): Promise<Told>;
  append(media: Which, offset: number, part: Bytes): Promise<Told>;
}

export interface TusDeps {
  readonly origin: string;
  readonly fetch: (address: string, init: RequestInit) => Promise<Response>;
  /** Milliseconds without an answer after which nobody is there; what is being sent gets its own time on top. */
  readonly patience?: number;
}

// 2G at its worst.
const BYTES_PER_MS = 2;

/** The wire over `fetch`, which the service worker has too. Only what says `tus-resumable` is an answer: a captive portal does not. */
export const createTusWire = (deps: TusDeps): UploadWire => ({
  begin: (media) =>
    ask(deps, UPLOADS_PATH, 'POST', {
      'upload-length': String(media.size),
      'upload-metadata': `scope ${base64(media.scope)},sha256 ${base64(media.id)},type ${base64(media.type)}`,
    }),
  look: (media) => ask(deps, uploadPath(media.scope, media.id), 'HEAD', {}),
  append: async (media, offset, part) => {
    const headers = {
      'content-type': 'application/offset+octet-stream',
      'upload-offset': String(offset),
      'upload-checksum': `sha256 ${btoa(String.fromCharCode(...(await sha256(part))))}`,
    };
    return ask(deps, uploadPath(media.scope, media.id), 'PATCH', headers, part);
  },
});

const base64 = (text: string): string => btoa(String.fromCharCode(...utf8(text)));

const ask = async (
  { origin, fetch, patience = 15_000 }: TusDeps,
  path: string,
  method: string,
  headers: Readonly<Record<string, string>>,
  body?: Bytes,
): Promise<Told> => {
  const watch = new AbortController();
  const timer = setTimeout(() => watch.abort(), patience + (body?.length ?? 0) / BYTES_PER_MS);
  try {
    const response = await fetch(`${origin}${path}`, {
      method,
      headers: { ...headers, 'tus-resumable': '1.0.0' },
      ...(body && { body }),
      credentials: 'same-origin',
      cache: 'no-store',
      redirect: 'error',
      signal: watch.signal,
    });
    return await toldBy(response);
  } catch {
    return { type: 'silence', why: watch.signal.aborted ? 'too-slow' : 'unreachable' };
  } finally {
    clearTimeout(timer);
  }
};

const toldBy = async (response: Response): Promise<Told> => {
  if (response.headers.get('tus-resumable') === null) {
    await response.body?.cancel();
    return { type: 'silence', why: 'foreign' };
  }
  if (!response.ok) return { type: 'problem', code: await codeOf(response) };
  const offset = response.headers.get('upload-offset') ?? '';
  return /^\d{1,15}$/.test(offset) ? { type: 'at', offset: Number(offset) } : { type: 'silence', why: 'foreign' };
};

const isCode = (code: unknown): code is ProblemCode => typeof code === 'string' && code in PROBLEM_STATUS;

// An answer to HEAD has no body: the status alone says it.
const BY_STATUS: { readonly [status: number]: ProblemCode } = { 401: 'SignInNeeded', 404: 'NotFound', 429: 'TooMany' };

const codeOf = async (response: Response): Promise<ProblemCode> => {
  const isProblem = response.headers.get('content-type')?.startsWith(PROBLEM_TYPE);
  const said: unknown = isProblem ? await response.json().catch(() => null) : null;
  const code = typeof said === 'object' && said !== null && 'code' in said ? said.code : undefined;
  return isCode(code) ? code : (BY_STATUS[response.status] ?? 'Broken');
};
