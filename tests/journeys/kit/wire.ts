import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** A trap on one path: the server gets the request whole and answers, and the answer is lost on the way. */
interface Trap {
  readonly path: string;
  readonly when: 'sent' | 'answered';
  readonly sprung: () => void;
}

/** What another version of the app changes, by path. */
export interface Version {
  /** New path → path where the server still has that content. */
  readonly moved: Readonly<Record<string, string>>;
  readonly gone: readonly string[];
  readonly edited: Readonly<Record<string, (text: string) => string>>;
}

/** One phone's network: a forward proxy of its own, which sees everything the browser sends, its service worker included. */
export interface Wire {
  /** `http://localhost:port`, for the browser's proxy setting. */
  readonly address: string;
  /** Every connection breaks and none is accepted. The browser itself still believes in its network. */
  cut(): void;
  mend(): void;
  /** Each answer takes this much longer, in milliseconds. */
  delay(ms: number): void;
  /**
   * The answers of this path are lost until `end`. `first` resolves when the first such request has gone out whole to the server (`sent`)
   * or when the server has answered it (`answered`): the moments to kill it.
   */
  loseAnswers(path: string, when: Trap['when']): { readonly first: Promise<void>; end(): void };
  /** The server's next version as this phone will find it: renamed files, files that are no more, files with another content. */
  publish(version: Version): void;
  /** How many requests of this path have gone out since the beginning. */
  count(path: string): number;
  stop(): Promise<void>;
}

interface Journey {
  readonly to: URL;
  readonly wait: number;
  readonly edit: ((text: string) => string) | undefined;
  readonly trap: Trap | undefined;
}

const editAnswer = async (answer: IncomingMessage, outgoing: ServerResponse, edit: (text: string) => string): Promise<void> => {
  const parts: Buffer[] = [];
  for await (const part of answer) parts.push(part as Buffer);
  const { etag: _etag, 'content-length': _length, ...headers } = answer.headers;
  outgoing.writeHead(answer.statusCode ?? 502, headers).end(edit(Buffer.concat(parts).toString()));
};

const forward = (incoming: IncomingMessage, outgoing: ServerResponse, { to, wait, edit, trap }: Journey): void => {
  const { method } = incoming;
  const headers = edit ? { ...incoming.headers, 'accept-encoding': 'identity', 'if-none-match': '' } : incoming.headers;
  const upstream = request(to, { method, headers }, (answer) => {
    if (trap) {
      answer.resume();
      answer.once('end', () => {
        if (trap.when === 'answered') trap.sprung();
        outgoing.destroy();
      });
      return;
    }
    if (edit) return void editAnswer(answer, outgoing, edit);
    setTimeout(() => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
      // A server that was killed in the middle breaks the line here too.
      answer.once('close', () => (answer.complete ? undefined : outgoing.destroy()));
    }, wait);
  });
  if (trap?.when === 'sent') upstream.once('finish', trap.sprung);
  upstream.once('error', () => outgoing.destroy());
  outgoing.once('close', () => upstream.destroy());
  incoming.pipe(upstream);
};

/** Strings a wire. Only `origin` is reached through it; whatever else a browser looks for finds nobody. */
export const makeWire = async (origin: string): Promise<Wire> => {
  const sockets = new Set<Socket>();
  const counts = new Map<string, number>();
  let broken = false;
  let wait = 0;
  let trap: Trap | undefined;
  let version: Version = { moved: {}, gone: [], edited: {} };
  const server = createServer((incoming, outgoing) => {
    const to = new URL(incoming.url ?? '/', origin);
    if (to.origin !== origin) return void outgoing.writeHead(502).end();
    const path = to.pathname;
    counts.set(path, (counts.get(path) ?? 0) + 1);
    if (version.gone.includes(path)) return void outgoing.writeHead(404).end();
    to.pathname = version.moved[path] ?? path;
    const journey = { to, wait, edit: version.edited[path] };
    forward(incoming, outgoing, { ...journey, trap: trap?.path === path ? trap : undefined });
  });
  server.on('connect', (_, socket) => socket.destroy());
  server.on('connection', (socket) => {
    if (broken) return socket.destroy();
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.once('error', () => socket.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, 'localhost', resolve);
  });
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}`,
    cut: () => {
      broken = true;
      for (const socket of sockets) socket.destroy();
    },
    mend: () => {
      broken = false;
    },
    delay: (ms) => {
      wait = ms;
    },
    loseAnswers: (path, when) => {
      const first = new Promise<void>((resolve) => {
        trap = { path, when, sprung: resolve };
      });
      const end = (): void => {
        trap = undefined;
      };
      return { first, end };
    },
    publish: (next) => {
      version = next;
    },
    count: (path) => counts.get(path) ?? 0,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
