import * as v from 'valibot';
import { endComplaints, keepComplaints, keptComplaints } from './complaints.ts';
import { fromPage, inPage, type Screen, touchAt, type Window } from './window.ts';

const Answer = v.object({ value: v.unknown() });
const Failure = v.object({ error: v.string(), message: v.string() });
const Session = v.object({
  sessionId: v.string(),
  capabilities: v.object({ browserName: v.string(), browserVersion: v.string() }),
});

/** A driver that has not answered by then, in milliseconds, never will. */
const WAIT = 90_000;
// The name of an element's id, fixed by the standard (§ 12.1).
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
const Element = v.object({ [ELEMENT]: v.string() });

const send = async (method: 'POST' | 'DELETE' | 'GET', address: string, body?: unknown, wait = WAIT): Promise<unknown> => {
  const content = body === undefined ? {} : { body: JSON.stringify(body) };
  const response = await fetch(address, { method, ...content, signal: AbortSignal.timeout(wait) });
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
  await send('POST', `${session}/timeouts`, { script: 60_000, pageLoad: 60_000, implicit: 0 });
  await send('POST', `${session}/window/rect`, screen);
  const evaluate: Window['evaluate'] = async (work, ...args) =>
    fromPage(await send('POST', `${session}/execute/async`, { script: `${SCRIPT} ${inPage(work, args)}.then(tell);`, args: [] }));
  const go = async (how: 'url' | 'refresh', body: object): Promise<void> => {
    await evaluate(endComplaints);
    await send('POST', `${session}/${how}`, body);
    await evaluate(keepComplaints);
  };
  return {
    engine: `${granted.browserName} ${granted.browserVersion}`,
    open: (url) => go('url', { url }),
    reload: () => go('refresh', {}),
    evaluate,
    press: async (at) => void (await send('POST', `${session}/actions`, { actions: touchAt(at, 'mouse') })),
    choose: async (selector, file) => {
      const found = v.parse(Element, await send('POST', `${session}/element`, { using: 'css selector', value: selector }));
      await send('POST', `${session}/element/${found[ELEMENT]}/value`, { text: file });
    },
    complaints: () => evaluate(keptComplaints),
    blind: ['errors of workers and of a page that still loads', 'fingers (a mouse presses)'],
    picture: async () => Buffer.from(String(await send('GET', `${session}/screenshot`, undefined, 10_000)), 'base64'),
    close: async () => void (await send('DELETE', session)),
  };
};
