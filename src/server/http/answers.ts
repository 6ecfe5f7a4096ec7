import { PROBLEM_TYPE, type ProblemCode, problem } from '#protocol/problem';
import { CONTENT_TYPE, PROTOCOL, PROTOCOL_HEADER } from '#protocol/version';

/** An answer of the API; a captive portal never has its type, nor its header. */
export const answer = (body: unknown, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(JSON.stringify(body), { headers: { ...HEADERS, ...headers } });

const HEADERS = { 'content-type': CONTENT_TYPE, [PROTOCOL_HEADER]: String(PROTOCOL), 'cache-control': 'no-store' } as const;

const WORTH_PACKING = 1024;

/** An answer, in gzip if it is long and whoever asked can read that. */
export const packedAnswer = async (body: unknown, request: Request): Promise<Response> => {
  const text = JSON.stringify(body);
  const accepted = request.headers.get('accept-encoding') ?? '';
  if (text.length < WORTH_PACKING || !/\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:\s*,|\s*$))/.test(accepted)) return answer(body);
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  const headers = { ...HEADERS, 'content-encoding': 'gzip', vary: 'accept-encoding' };
  return new Response(await new Response(packed).arrayBuffer(), { headers });
};

/** A refusal (RFC 9457): its code and nothing else. */
export const refuse = (code: ProblemCode, headers: Readonly<Record<string, string>> = {}): Response => {
  const body = problem(code);
  return new Response(JSON.stringify(body), {
    status: body.status,
    headers: { 'content-type': PROBLEM_TYPE, [PROTOCOL_HEADER]: String(PROTOCOL), 'cache-control': 'no-store', ...headers },
  });
};

/** A document anyone may read from any site: DID documents, status lists, achievements, shown badges. No cookie plays a part in it. */
export const publish = (body: unknown, type: string, cache: string): Response =>
  new Response(JSON.stringify(body), { headers: { 'content-type': type, 'cache-control': cache, ...FOR_ALL } });

/** A signed token anyone may read from any site, to be kept as a file. */
export const token = (text: string): Response =>
  new Response(text, {
    headers: {
      'content-type': 'application/vc+jwt',
      'content-disposition': 'attachment; filename="badge.jwt"',
      'cache-control': 'no-store',
      ...FOR_ALL,
    },
  });

/** A badge image: shown through <img> it runs no script anyway; opened by itself the policy stops it. */
export const image = (svg: string, cache: string): Response =>
  new Response(svg, {
    headers: {
      'content-type': 'image/svg+xml; charset=utf-8',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': cache,
      ...FOR_ALL,
    },
  });

const FOR_ALL = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' } as const;
