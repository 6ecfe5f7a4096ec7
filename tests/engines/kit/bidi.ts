import * as v from 'valibot';
import { fromPage, inPage, type Screen, touchAt, type Window } from './window.ts';

const Message = v.object({
  id: v.optional(v.nullable(v.number())),
  type: v.picklist(['success', 'error', 'event']),
  result: v.optional(v.unknown()),
  error: v.optional(v.string()),
  message: v.optional(v.string()),
  method: v.optional(v.string()),
  params: v.optional(v.unknown()),
});
const Session = v.object({ capabilities: v.object({ browserName: v.string(), browserVersion: v.string() }) });
const Tree = v.object({ contexts: v.array(v.object({ context: v.string() })) });
const Result = v.variant('type', [
  v.object({ type: v.literal('success'), realm: v.string(), result: v.object({ value: v.string() }) }),
  v.object({ type: v.literal('exception'), exceptionDetails: v.object({ text: v.string() }) }),
]);
const Nodes = v.object({ nodes: v.array(v.object({ sharedId: v.string() })) });
const Entry = v.object({
  level: v.string(),
  text: v.nullable(v.string()),
  source: v.object({ realm: v.string() }),
  timestamp: v.number(),
});
const Picture = v.object({ data: v.string() });

type Send = (method: string, params: Readonly<Record<string, unknown>>) => Promise<unknown>;

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

const connect = async (address: string, onEvent: (method: string, params: unknown) => void) => {
  const socket = new WebSocket(address);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true });
    socket.addEventListener('error', () => reject(new Error(`nobody answers at ${address}`)), { once: true });
  });
  const waiting = new Map<number, Waiting>();
  let last = 0;
  socket.addEventListener('message', ({ data }) => {
    const { id, type, result, error, message, method, params } = v.parse(Message, JSON.parse(String(data)));
    if (type === 'event') return onEvent(method ?? '', params);
    const asked = waiting.get(id ?? 0);
    waiting.delete(id ?? 0);
    if (type === 'success') asked?.resolve(result);
    else asked?.reject(new Error(`${error}: ${message}`));
  });
  socket.addEventListener('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('the browser has gone'));
  });
  const send: Send = (method, params) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      socket.send(JSON.stringify({ id: last, method, params }));
    });
  return { send, close: () => socket.close() };
};

/** A window by W3C WebDriver BiDi (https://www.w3.org/TR/webdriver-bidi/), of a browser that listens at this WebSocket address. */
export const openByBidi = async (address: string, screen: Screen): Promise<Window> => {
  const entries: v.InferOutput<typeof Entry>[] = [];
  const { send, close } = await connect(`${address}/session`, (_, params) => void entries.push(v.parse(Entry, params)));
  const { capabilities } = v.parse(Session, await send('session.new', { capabilities: {} }));
  await send('session.subscribe', { events: ['log.entryAdded'] });
  const context = v.parse(Tree, await send('browsingContext.getTree', {})).contexts[0]?.context;
  if (context === undefined) throw new Error('this browser opened without a window');
  await send('browsingContext.setViewport', { context, viewport: screen });
  const run = async (expression: string) => {
    const given = v.parse(Result, await send('script.evaluate', { expression, target: { context }, awaitPromise: true }));
    if (given.type === 'exception') throw new Error(given.exceptionDetails.text);
    return given;
  };
  // Pages by when they were left: what they had asked for is cut off then, and they complain of that.
  const left = new Map<string, number>();
  const go = async (method: string, params: object): Promise<void> => {
    left.set((await run("''")).realm, Date.now());
    await send(method, { context, wait: 'complete', ...params });
  };
  return {
    engine: `${capabilities.browserName} ${capabilities.browserVersion}`,
    open: (url) => go('browsingContext.navigate', { url }),
    reload: () => go('browsingContext.reload', {}),
    evaluate: async (work, ...args) => fromPage((await run(inPage(work, args))).result.value),
    press: async (at) => void (await send('input.performActions', { context, actions: touchAt(at, 'touch') })),
    choose: async (selector, file) => {
      const locator = { type: 'css', value: selector };
      const { nodes } = v.parse(Nodes, await send('browsingContext.locateNodes', { context, locator }));
      await send('input.setFiles', { context, element: nodes[0], files: [file] });
    },
    complaints: async () =>
      entries
        .filter(({ level, source, timestamp }) => level === 'error' && timestamp < (left.get(source.realm) ?? Number.POSITIVE_INFINITY))
        .map(({ text }) => text ?? ''),
    blind: ['errors of workers'],
    picture: async () => Buffer.from(v.parse(Picture, await send('browsingContext.captureScreenshot', { context })).data, 'base64'),
    close: async () => {
      await send('browser.close', {}).catch(() => undefined);
      close();
    },
  };
};
