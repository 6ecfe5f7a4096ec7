import { describe, expect, it } from 'vitest';
import { createHttpTransport } from '#client/sync/http-transport';
import { PROBLEM_TYPE, problem } from '#protocol/problem';
import { CONTENT_TYPE, PROTOCOL_HEADER } from '#protocol/version';

const ORIGIN = 'https://pepites.example';
const ours = { 'content-type': CONTENT_TYPE, [PROTOCOL_HEADER]: '1' };

const answering = (make: (init: RequestInit) => Response | Promise<Response>, patience = 50) =>
  createHttpTransport({ origin: ORIGIN, fetch: async (_address, init) => make(init), patience });

const said = (body: BodyInit | null, init: ResponseInit) => answering(() => new Response(body, init)).post('/api/challenge', {});

/** A body that brings these pieces and then hangs, or ends. */
const pieces = (texts: readonly string[], pause: number, ends: boolean) =>
  new ReadableStream<Uint8Array>({
    async start(controller) {
      for (const text of texts) {
        controller.enqueue(new TextEncoder().encode(text));
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
      if (ends) controller.close();
    },
  });

/** As a browser does: an aborted request rejects, also while its body is read. */
const abortable = (init: RequestInit, body: ReadableStream<Uint8Array>) => {
  const through = new TransformStream<Uint8Array, Uint8Array>();
  body.pipeTo(through.writable, init.signal ? { signal: init.signal } : {}).catch(() => undefined);
  return new Response(through.readable, { headers: ours });
};

describe('the HTTP transport', () => {
  it('takes an answer with our type and our header', async () => {
    expect(await said('{"a":1}', { headers: ours })).toEqual({ type: 'answer', body: { a: 1 } });
    const withCharset = { ...ours, 'content-type': `${CONTENT_TYPE}; charset=utf-8` };
    expect(await said('{"a":1}', { headers: withCharset })).toEqual({ type: 'answer', body: { a: 1 } });
  });

  it.each([
    ['a portal’s page', '<html>Bienvenue</html>', { headers: { 'content-type': 'text/html' } }],
    ['a portal that copies our type', '{"a":1}', { headers: { 'content-type': CONTENT_TYPE } }],
    ['a portal that says JSON', '{"ok":true}', { headers: { 'content-type': 'application/json', [PROTOCOL_HEADER]: '1' } }],
    ['a portal without a type', '{"ok":true}', {}],
    ['nothing at all', null, { status: 204 }],
    ['a proxy’s error', '<h1>502</h1>', { status: 502, headers: { 'content-type': 'text/html' } }],
    ['our type on an error', '{"a":1}', { status: 500, headers: ours }],
  ])('takes %s for silence', async (_what, body, init) => {
    expect(await said(body, init)).toEqual({ type: 'silence', why: 'foreign' });
  });

  it.each(['{"a":', '', 'null', '\u0000'])('takes a cut answer %j for silence', async (body) => {
    expect(await said(body, { headers: ours })).toEqual({ type: 'silence', why: 'cut' });
  });

  it('takes text that is not UTF-8 for silence', async () => {
    expect(await said(Uint8Array.of(0x22, 0xff, 0x22), { headers: ours })).toEqual({ type: 'silence', why: 'cut' });
  });

  it('reads a refusal by its code, and one it does not know as a broken server', async () => {
    const headers = { 'content-type': PROBLEM_TYPE, [PROTOCOL_HEADER]: '1' };
    expect(await said(JSON.stringify(problem('Gap')), { status: 409, headers })).toEqual({ type: 'problem', code: 'Gap' });
    expect(await said('{"code":"FromTheFuture"}', { status: 418, headers })).toEqual({ type: 'problem', code: 'Broken' });
    expect(await said('{"code":"toString"}', { status: 418, headers })).toEqual({ type: 'problem', code: 'Broken' });
    const foreign = { 'content-type': PROBLEM_TYPE };
    expect(await said(JSON.stringify(problem('Gap')), { status: 409, headers: foreign })).toEqual({ type: 'silence', why: 'foreign' });
  });

  it('takes a network that fails for silence', async () => {
    const transport = answering(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(await transport.post('/api/challenge', {})).toEqual({ type: 'silence', why: 'unreachable' });
  });

  it('gives up when no byte comes for as long as its patience', async () => {
    const never = answering(
      (init) => new Promise((_resolve, reject) => init.signal?.addEventListener('abort', () => reject(init.signal?.reason))),
    );
    expect(await never.post('/api/challenge', {})).toEqual({ type: 'silence', why: 'too-slow' });
    const halfway = answering((init) => abortable(init, pieces(['{"a":'], 1, false)));
    expect(await halfway.post('/api/challenge', {})).toEqual({ type: 'silence', why: 'too-slow' });
  });

  it('waits longer than its patience while bytes keep coming', async () => {
    const slow = answering((init) => abortable(init, pieces(['{', '"a"', ':', '1', '}'], 40, true)), 120);
    expect(await slow.post('/api/challenge', {})).toEqual({ type: 'answer', body: { a: 1 } });
  });

  it('posts to our own origin, never follows, and says what it speaks', async () => {
    let seen: { address: string; init: RequestInit } | undefined;
    const transport = createHttpTransport({
      origin: ORIGIN,
      fetch: async (address, init) => {
        seen = { address, init };
        return new Response('{}', { headers: ours });
      },
    });
    await transport.post('/api/challenge', { a: 1 });
    expect(seen?.address).toBe(`${ORIGIN}/api/challenge`);
    expect(seen?.init).toMatchObject({ method: 'POST', redirect: 'error', credentials: 'same-origin' });
    expect(new Headers(seen?.init.headers).get(PROTOCOL_HEADER)).toBe('1');
  });

  it('compresses long pushes, and nothing else', async () => {
    const encodings: (string | null)[] = [];
    const transport = answering((init) => {
      encodings.push(new Headers(init.headers).get('content-encoding'));
      return new Response('{}', { headers: ours });
    });
    const long = { text: 'x'.repeat(5000) };
    await transport.post('/api/sync/push', long);
    await transport.post('/api/sync/push', {});
    await transport.post('/api/sync/pull', long);
    expect(encodings).toEqual(['gzip', null, null]);
  });
});
