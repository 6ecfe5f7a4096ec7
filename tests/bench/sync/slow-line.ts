import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { connect, createServer, type Socket } from 'node:net';

/** What a line does to bytes: so long on their way, so many of them a second. */
export interface LineProfile {
  readonly name: string;
  readonly oneWayMs: number;
  readonly downBitsPerSecond: number;
  readonly upBitsPerSecond: number;
}

export const LAN: LineProfile = { name: 'LAN', oneWayMs: 1, downBitsPerSecond: 100e6, upBitsPerSecond: 100e6 };
export const THREE_G: LineProfile = { name: '3G', oneWayMs: 150, downBitsPerSecond: 1.6e6, upBitsPerSecond: 750e3 };

/** Bytes of TCP payload since the beginning, headers of HTTP and frames of WebSockets included. */
export interface Carried {
  readonly up: number;
  readonly down: number;
}

export interface SlowLine {
  readonly port: number;
  carried(): Carried;
  stop(): Promise<void>;
}

// What fits into one packet of a phone's network: a longer piece does not arrive all at its end.
const PACKET = 1400;
// A sender is held back when so much is waiting, as a full radio buffer does.
const FULL_BYTES = 256 * 1024;

interface Packet {
  readonly at: number;
  /** None: the sender has ended. */
  readonly bytes?: Buffer;
  readonly to: Socket;
}

/** One queue of packets, in order whatever connection they belong to. */
const makeQueue = (bitsPerSecond: number, latencyMs: number) => {
  const waiting: Packet[] = [];
  let [free, carried, size, timer] = [0, 0, 0, false];
  const held = new Set<Socket>();
  const deliver = (): void => {
    timer = false;
    const now = performance.now();
    let done = 0;
    for (let next = waiting[0]; next && next.at <= now; next = waiting[++done]) {
      size -= next.bytes?.length ?? 0;
      if (next.to.destroyed) continue;
      if (next.bytes) next.to.write(next.bytes);
      else next.to.end();
    }
    waiting.splice(0, done);
    if (size < FULL_BYTES) {
      for (const socket of held) socket.resume();
      held.clear();
    }
    arm();
  };
  const arm = (): void => {
    const [next] = waiting;
    if (!next || timer) return;
    timer = true;
    setTimeout(deliver, Math.max(0, next.at - performance.now()));
  };
  const take = (bytes: Buffer, from: Socket, to: Socket): void => {
    for (let start = 0; start < bytes.length; start += PACKET) {
      const part = bytes.subarray(start, start + PACKET);
      free = Math.max(free, performance.now()) + (part.length * 8000) / bitsPerSecond;
      waiting.push({ at: free + latencyMs, bytes: part, to });
    }
    carried += bytes.length;
    size += bytes.length;
    if (size >= FULL_BYTES) {
      from.pause();
      held.add(from);
    }
    arm();
  };
  const end = (to: Socket): void => {
    waiting.push({ at: Math.max(free, performance.now()) + latencyMs, to });
    arm();
  };
  return { take, end, carried: () => carried };
};

/** A proxy in front of a port: one queue for each direction, shared by all connections. A new connection costs one way there and back. */
export const openSlowLine = async (target: number, { oneWayMs, downBitsPerSecond, upBitsPerSecond }: LineProfile): Promise<SlowLine> => {
  const [up, down] = [makeQueue(upBitsPerSecond, oneWayMs), makeQueue(downBitsPerSecond, oneWayMs)];
  const sockets = new Set<Socket>();
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.setNoDelay(true);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
  };
  const server = createServer({ allowHalfOpen: true }, (near) => {
    keep(near);
    const far = connect({ port: target, host: 'localhost', allowHalfOpen: true });
    keep(far);
    // The handshake of TCP.
    near.pause();
    setTimeout(() => near.resume(), 2 * oneWayMs);
    near.on('data', (bytes) => up.take(bytes, near, far));
    far.on('data', (bytes) => down.take(bytes, far, near));
    near.on('end', () => up.end(far));
    far.on('end', () => down.end(near));
  });
  server.listen(0, 'localhost');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    carried: () => ({ up: up.carried(), down: down.carried() }),
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
};
