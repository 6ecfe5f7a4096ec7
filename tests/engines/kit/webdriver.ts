import * as v from 'valibot';
import { fromPage, inPage, type Screen, touchAt, type Window } from './window.ts';

const Answer = v.object({ value: v.unknown() });
const Failure = v.object({ error: v.string(), message: v.string() });
const Session = v.object({
  sessionId: v.string(),
  capabilities: v.object({ browserName: v.string(), browserVersion: v.string() }),
});

const send = async (method: 'POST' | 'DELETE' | 'GET', address: string, body?: unknown): Promise<unknown> => {
  const response = await fetch(address, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  const { value } = v.parse(Answer, await response.json());
  if (response.ok) return value;
  const { error, message } = v.parse(Failure, value);
  throw new Error(`${error}: ${message}`);
};

const SCRIPT = 'const tell = arguments[arguments.length - 1];';

/** A window by W3C WebDriver (https://www.w3.org/TR/webdriver2/), from a driver that listens at this address. */
export const openByWebDriver = async (driver: string, capabilities: Readonly<Record<string, unknown>>, screen: Screen): Promise<Window> => {
  const opened = await send('POST', `${driver}/session`, { capabilities: { alwaysMatch: capabilities } });
  const { sessionId, capabilities: granted } = v.parse(Session, opened);
  const session = `${driver}/session/${sessionId}`;
  await send('POST', `${session}/timeouts`, { script: 60_000, pageLoad: 120_000, implicit: 0 });
  await send('POST', `${session}/window/rect`, screen);
  const execute = (work: (...args: never[]) => unknown, args: readonly unknown[]): Promise<unknown> =>
    send('POST', `${session}/execute/async`, { script: `${SCRIPT} ${inPage(work, args)}.then(tell);`, args: [] });
  return {
    engine: `${granted.browserName} ${granted.browserVersion}`,
    open: async (url) => void (await send('POST', `${session}/url`, { url })),
    reload: async () => void (await send('POST', `${session}/refresh`, {})),
    evaluate: async (work, ...args) => fromPage(await execute(work, args)),
    press: async (at) => void (await send('POST', `${session}/actions`, { actions: touchAt(at, 'mouse') })),
    complaints: () => undefined,
    picture: async () => Buffer.from(String(await send('GET', `${session}/screenshot`)), 'base64'),
    close: async () => void (await send('DELETE', session)),
  };
};
