import { type Bytes, utf8 } from '#base/bytes';
import type { Json } from '#base/canonical-json';
import { PROBLEM_STATUS, PROBLEM_TYPE, type ProblemCode } from '#protocol/problem';
import { CONTENT_TYPE, PROTOCOL, PROTOCOL_HEADER } from '#protocol/version';
import type { Answer, Silence, Transport } from './transport.ts';

export interface HttpTransportDeps {
  /** Where the server is: our own origin. */
  readonly origin: string;
  readonly fetch: (address: string, init: RequestInit) => Promise<Response>;
  /** Milliseconds without a byte after which nobody is there. */
  readonly patience?: number;
  /** Told whenever bytes arrive: the watchdog of the leader leaves a slow network in peace. */
  readonly onBytes?: () => void;
}

// 2G at its worst: what is being sent gets this much time on top.
const BYTES_PER_MS = 2;
const WORTH_COMPRESSING = 1024;
// Far more than any page of ours: a portal may stream an endless film.
const MAX_ANSWER = 32 * 1024 * 1024;

/**
 * The transport over HTTP. Only what carries our content type and our header is an answer: a captive portal says 200 to everything.
 * It waits as long as bytes come, whatever that takes, and no longer than `patience` (15 s) without any.
 */
export const createHttpTransport = (deps: HttpTransportDeps): Transport => ({
  post: async (path, body) => {
    const { bytes, headers } = await packed(body, path === '/api/sync/push');
    // Nothing else that could be left out: these few bytes are most of an idle look for news. (No cache keeps what a POST brought.)
    return request(deps, path, { method: 'POST', headers: { ...headers, 'content-type': CONTENT_TYPE }, body: bytes });
  },
  // Any cache on the way may answer: what stands under such an address never changes.
  get: (path) => request(deps, path, { method: 'GET', headers: {} }),
});

const request = async (
  { origin, fetch, patience = 15_000, onBytes }: HttpTransportDeps,
  path: string,
  init: RequestInit & { readonly headers: Record<string, string>; readonly body?: Bytes },
): Promise<Answer> => {
  const watch = watchProgress(patience, (init.body?.length ?? 0) / BYTES_PER_MS, onBytes);
  try {
    const response = await fetch(`${origin}${path}`, {
      ...init,
      headers: { ...init.headers, [PROTOCOL_HEADER]: String(PROTOCOL) },
      credentials: 'same-origin',
      redirect: 'error',
      signal: watch.signal,
    });
    watch.seen();
    return await answerOf(response, watch.seen);
  } catch {
    return silence(watch.signal.aborted ? 'too-slow' : 'unreachable');
  } finally {
    watch.end();
  }
};

const silence = (why: Silence): Answer => ({ type: 'silence', why });

/** An abort that comes when nothing has been seen for `patience` ms; the first time, `extra` ms more. */
const watchProgress = (patience: number, extra: number, onBytes: (() => void) | undefined) => {
  const abort = new AbortController();
  let timer = setTimeout(() => abort.abort(), patience + extra);
  return {
    signal: abort.signal,
    seen: () => {
      onBytes?.();
      clearTimeout(timer);
      timer = setTimeout(() => abort.abort(), patience);
    },
    end: () => clearTimeout(timer),
  };
};

// The server takes gzip for pushes only: nothing else is worth a bomb.
const packed = async (body: Json, mayCompress: boolean): Promise<{ readonly bytes: Bytes; readonly headers: Record<string, string> }> => {
  const bytes = utf8(JSON.stringify(body));
  if (!mayCompress || bytes.length < WORTH_COMPRESSING || typeof CompressionStream === 'undefined') return { bytes, headers: {} };
  const gzip = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'));
  return { bytes: new Uint8Array(await new Response(gzip).arrayBuffer()), headers: { 'content-encoding': 'gzip' } };
};

const answerOf = async (response: Response, seen: () => void): Promise<Answer> => {
  const type = response.headers.get('content-type')?.split(';')[0]?.trim();
  const isOurs = response.headers.get(PROTOCOL_HEADER) !== null;
  if (!isOurs || (type !== CONTENT_TYPE && type !== PROBLEM_TYPE)) {
    await response.body?.cancel();
    return silence('foreign');
  }
  const body = await jsonOf(response, seen);
  if (body === undefined) return silence('cut');
  if (type === PROBLEM_TYPE) return { type: 'problem', code: codeOf(body) };
  return response.ok ? { type: 'answer', body } : silence('foreign');
};

/** The JSON of a body, or undefined when it was cut or is none. */
const jsonOf = async (response: Response, seen: () => void): Promise<unknown> => {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let size = 0;
  try {
    for (let step = await reader?.read(); step && !step.done; step = await reader?.read()) {
      seen();
      size += step.value.length;
      if (size > MAX_ANSWER) return undefined;
      text += decoder.decode(step.value, { stream: true });
    }
    const body: unknown = JSON.parse(text + decoder.decode());
    return body ?? undefined;
  } catch (error) {
    // An abort is for the caller to name; anything else is a cut answer.
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    return undefined;
  }
};

// A newer server may refuse with a code this version does not know.
const codeOf = (body: unknown): ProblemCode => {
  const code = typeof body === 'object' && body !== null && 'code' in body ? body.code : undefined;
  return typeof code === 'string' && Object.hasOwn(PROBLEM_STATUS, code) ? (code as ProblemCode) : 'Broken';
};
