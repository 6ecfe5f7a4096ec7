import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import { type AddressInfo, createServer as createPlain, type LookupFunction } from 'node:net';
import { onTestFinished } from 'vitest';
import { type OutsideOptions, openOutside } from '#server/outside';
import { isPublicAddress } from '#server/public-address';
import { selfSigned } from './certificate.ts';

/** The one address of this machine that stands in for the public Internet; all others are what they are. */
export const STAND_IN = '127.0.0.1';
const HOSTS = ['school.example', 'other.example', 'rebound.example'] as const;

type Handle = (request: IncomingMessage, response: ServerResponse) => void;

/** A resolver that gives each name its addresses, in turn when there are several lists; and what it was asked. */
const resolver = (answers: Readonly<Record<string, readonly (readonly string[])[]>>) => {
  const asked: string[] = [];
  const lookup: LookupFunction = (name, _options, done) => {
    const turns = answers[name] ?? [];
    const addresses = turns[Math.min(asked.filter((other) => other === name).length, turns.length - 1)];
    asked.push(name);
    if (addresses === undefined) return done(Object.assign(new Error('ENOTFOUND'), { code: 'ENOTFOUND' }), '');
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  };
  return { lookup, asked };
};

/**
 * Another host, really listening with TLS on this machine under a stand-in for a public address, a plain port that must never be reached on
 * any other address, and the fetch port that knows both. `answers`: what names resolve to, turn by turn.
 */
export const openOutsideWorld = async (
  handle: Handle,
  answers: Readonly<Record<string, readonly (readonly string[])[]>> = {},
  options: OutsideOptions = {},
) => {
  const { key, cert } = selfSigned(...HOSTS);
  const seen: IncomingMessage[] = [];
  const server = createServer({ key, cert }, (request, response) => {
    seen.push(request);
    handle(request, response);
  });
  const port = await listening(server);
  let reached = 0;
  const inner = createPlain((socket) => {
    reached += 1;
    socket.on('error', () => undefined).destroy();
  });
  const innerPort = await listening(inner, '0.0.0.0');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
    inner.close();
  });
  const { lookup, asked } = resolver({ ...Object.fromEntries(HOSTS.map((host) => [host, [[STAND_IN]]])), ...answers });
  const outside = openOutside({
    ca: cert,
    lookup,
    isPublic: (address) => address === STAND_IN || isPublicAddress(address),
    ports: [443, port, innerPort],
    ...options,
  });
  return {
    port,
    innerPort,
    cert,
    seen,
    asked,
    outside,
    lookup,
    address: (path: string, host: string = HOSTS[0]) => `https://${host}:${port}${path}`,
    reached: () => reached,
  };
};

const listening = (server: ReturnType<typeof createPlain>, host: string = STAND_IN): Promise<number> =>
  new Promise((resolve) => server.listen(0, host, () => resolve((server.address() as AddressInfo).port)));
