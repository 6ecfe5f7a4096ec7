import { type Bytes, concatBytes, fromUtf8 } from '#base/bytes';
import { err, ok, type Result } from '#base/result';
import { MAX_DEPTH } from '#protocol/limits';
import type { ProblemCode } from '#protocol/problem';
import { CONTENT_TYPE, PROTOCOL } from '#protocol/version';

/** Bytes a body may have as sent and, when it may be sent in gzip, once inflated. */
export interface BodyLimits {
  readonly sent: number;
  readonly inflated?: number;
}

/** The JSON of a request's body. Counts while reading, so that nothing oversized is ever held: neither as sent nor as inflated. */
const readJson = async (request: Request, limits: BodyLimits): Promise<Result<unknown, ProblemCode>> => {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== CONTENT_TYPE && type !== 'application/json') return err('MediaType');
  const coding = request.headers.get('content-encoding')?.trim().toLowerCase() ?? 'identity';
  if (coding !== 'identity' && (coding !== 'gzip' || limits.inflated === undefined)) return err('MediaType');
  if (Number(request.headers.get('content-length') ?? 0) > limits.sent) return err('TooLarge');
  const sent = await readAtMost(request.body, limits.sent);
  if (!sent.ok) return sent;
  const bytes = coding === 'gzip' ? await inflate(sent.value, limits.inflated ?? 0) : sent;
  return bytes.ok ? parseJson(bytes.value) : bytes;
};

const readAtMost = async (stream: ReadableStream<Uint8Array> | null, limit: number): Promise<Result<Bytes, ProblemCode>> => {
  if (!stream) return err('Malformed');
  const reader = stream.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      size += part.value.length;
      if (size > limit) {
        // Not awaited: a sender that never ends must not keep us waiting.
        reader.cancel().catch(() => undefined);
        return err('TooLarge');
      }
      parts.push(part.value);
    }
    return ok(concatBytes(...parts));
  } catch {
    // Cut on the way, or no gzip.
    return err('Malformed');
  }
};

const inflate = (bytes: Bytes, limit: number): Promise<Result<Bytes, ProblemCode>> =>
  readAtMost(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')), limit);

const parseJson = (bytes: Bytes): Result<unknown, ProblemCode> => {
  try {
    const text = fromUtf8(bytes);
    return isShallow(text) ? ok(JSON.parse(text)) : err('Malformed');
  } catch {
    return err('Malformed');
  }
};

/** Before parsing, because a parsed value ten thousand levels deep overflows whoever walks it. Counts brackets outside strings. */
const isShallow = (text: string): boolean => {
  let depth = 0;
  let inText = false;
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (inText) {
      if (char === '\\') i++;
      else if (char === '"') inText = false;
    } else if (char === '"') inText = true;
    else if (char === '{' || char === '[') {
      if (++depth > MAX_DEPTH) return false;
    } else if (char === '}' || char === ']') depth--;
  }
  return true;
};

// Standard Schema (https://standardschema.dev), which the protocol's schemas implement.
export interface Schema<T> {
  readonly '~standard': { validate(value: unknown): Validated<T> | Promise<Validated<T>> };
}
type Validated<T> = { readonly value: T; readonly issues?: undefined } | { readonly issues: readonly unknown[] };

/** The request's body as the protocol has it. */
export const readAs = async <T>(request: Request, schema: Schema<T>, limits: BodyLimits): Promise<Result<T, ProblemCode>> => {
  const body = await readJson(request, limits);
  if (!body.ok) return body;
  if (saysOtherProtocol(body.value)) return err('ProtocolUnknown');
  const parsed = await schema['~standard'].validate(body.value);
  return parsed.issues ? err('Malformed') : ok(parsed.value);
};

const saysOtherProtocol = (body: unknown): boolean =>
  typeof body === 'object' && body !== null && 'protocol' in body && typeof body.protocol === 'number' && body.protocol !== PROTOCOL;
