import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { browserFlags, findInstalledBrowser } from '#tools/find-browser';

/** A Chromium driven by its own protocol alone: a test driver's helpers in the page cost a slowed-down start a quarter of its time. */
export interface BareBrowser {
  /** Sends one command to the page; resolves with its result. */
  send(method: string, params?: object): Promise<Record<string, unknown>>;
  /** Ends it as a phone's system does with an app that was not used for a while: what it keeps has reached the disk. */
  close(): Promise<void>;
}

interface Answer {
  readonly id?: number;
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly message: string };
}

/** Speaks to one target of the browser, one line of JSON each way. */
const connect = async (address: string) => {
  const socket = new WebSocket(address);
  await once(socket, 'open');
  const waiting = new Map<number, (answer: Answer) => void>();
  socket.addEventListener('message', ({ data }) => {
    const answer = JSON.parse(String(data)) as Answer;
    waiting.get(answer.id ?? 0)?.(answer);
    waiting.delete(answer.id ?? 0);
  });
  let last = 0;
  return (method: string, params: object = {}): Promise<Record<string, unknown>> => {
    const id = ++last;
    return new Promise((resolve, reject) => {
      waiting.set(id, ({ result, error }) => (error ? reject(new Error(error.message)) : resolve(result ?? {})));
      socket.send(JSON.stringify({ id, method, params }));
    });
  };
};

/** Starts a cold browser process on a profile. */
export const openBareBrowser = async (profile: string): Promise<BareBrowser> => {
  const flags = [
    '--headless',
    '--remote-debugging-port=0',
    `--user-data-dir=${profile}`,
    '--accept-lang=fr-FR',
    '--no-default-browser-check',
    'about:blank',
  ];
  const program = spawn(findInstalledBrowser() ?? 'chromium', [...browserFlags, ...flags], { stdio: ['ignore', 'ignore', 'pipe'] });
  const address = await debuggerOf(createInterface(program.stderr));
  const browser = await connect(address);
  const pages = (await (await fetch(`http://${new URL(address).host}/json/list`)).json()) as {
    type: string;
    webSocketDebuggerUrl: string;
  }[];
  const page = pages.find(({ type }) => type === 'page');
  if (!page) throw new Error('this browser opened no page');
  return {
    send: await connect(page.webSocketDebuggerUrl),
    close: async () => {
      const ended = once(program, 'exit');
      void browser('Browser.close');
      await ended;
    },
  };
};

const debuggerOf = async (lines: AsyncIterable<string>): Promise<string> => {
  for await (const line of lines) {
    const address = /^DevTools listening on (ws:.*)$/.exec(line)?.[1];
    if (address) return address;
  }
  throw new Error('this browser ended before it could be spoken to');
};
