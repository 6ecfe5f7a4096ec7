import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { type OpenOptions, type OpenServer, openServer } from './open-server.ts';
import { originOf, readSettings, type Settings } from './settings.ts';

/** A server that listens. */
export interface Running {
  readonly origin: string;
  /** The port it listens on, which a proxy may hide behind the origin. */
  readonly port: number;
  readonly addresses: readonly string[];
  /** Lets requests end (five seconds at most), then closes port and storage. */
  readonly close: () => Promise<void>;
}

type Env = Readonly<Record<string, string | undefined>>;
type Extra = Omit<OpenOptions, 'settings' | 'origin'>;

/** The server without a port, for a program that has one (`npm run dev`). Throws one clear line. */
export const open = async (env: Env, extra: Extra = {}): Promise<OpenServer> => {
  const settings = settingsOf(env);
  return orThrow(await openServer({ settings, origin: originOf(settings, settings.port), ...extra }));
};

/** Opens the port first (so that a busy one touches no data), then everything else. Throws one clear line. */
export const start = async (env: Env, extra: Extra = {}): Promise<Running> => {
  const settings = settingsOf(env);
  const server = listenerFor(settings, async (request) => (await opening).fetch(request));
  const listening = listen(server, settings);
  const opening = listening.then(async (port) => orThrow(await openServer({ settings, origin: originOf(settings, port), ...extra })));
  try {
    const opened = await opening;
    return { origin: opened.origin, port: await listening, addresses: opened.addresses, close: () => closeBoth(server, opened) };
  } catch (error) {
    server.close();
    server.closeAllConnections();
    throw error;
  }
};

/** Starts, prints the addresses to open, and ends gracefully on SIGINT and SIGTERM. */
export const run = async (env: Env): Promise<void> => {
  const running = await start(env);
  process.stdout.write(`${[`Pépites serves ${running.origin}`, ...running.addresses].join('\n')}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, async () => {
      await running.close();
      process.exit(0);
    });
  }
};

const settingsOf = (env: Env): Settings => orThrow(readSettings(env));

const orThrow = <T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: string }): T => {
  if (result.ok) return result.value;
  throw new Error(result.error);
};

const listenerFor = ({ tls }: Settings, fetch: (request: Request) => Promise<Response>): Server => {
  const listener = getRequestListener(fetch);
  // A slow sender is cut; a phone on a bad line has a minute for its 256 kB.
  const limits = { headersTimeout: 10_000, requestTimeout: 60_000, keepAliveTimeout: 30_000, maxHeaderSize: 16_384 };
  return tls ? createSecureServer({ ...limits, ...readCertificate(tls) }, listener) : createServer(limits, listener);
};

const readCertificate = ({ cert, key }: NonNullable<Settings['tls']>) => {
  try {
    return { cert: readFileSync(cert), key: readFileSync(key) };
  } catch (error) {
    const why = error instanceof Error ? error.message : 'unknown';
    throw new Error(`The certificate cannot be read (PEPITES_TLS_CERT, PEPITES_TLS_KEY): ${why}`, { cause: error });
  }
};

const listen = (server: Server, { host, port }: Settings): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(new Error(whyNot(error, host, port))));
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });

const whyNot = ({ code, message }: NodeJS.ErrnoException, host: string, port: number): string => {
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken by another program (or by a Pépites that already runs): stop it, or set PORT to another one.`;
  if (code === 'EACCES') return `Port ${port} needs more rights than this user has: set PORT to one above 1023.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `HOST is ${host}, which is not an address of this machine.`;
  return `The port cannot be opened: ${message}`;
};

const closeBoth = async (server: Server, opened: OpenServer): Promise<void> => {
  opened.hush();
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  const impatient = setTimeout(() => server.closeAllConnections(), 5000);
  await closed;
  clearTimeout(impatient);
  await opened.close();
};

if (import.meta.main) {
  try {
    await run(process.env);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
