import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Signer } from '#base/ambient';
import { fromBase64url, toBase64url } from '#base/bytes';
import { DEMO_ADVISOR, DEMO_EVENT, DEMO_INVITATION, DEMO_PEOPLE, DEMO_STRUCTURE } from '#content/demo';
import type { BadgeId, DeviceId } from '#domain/ids';
import type { RecordStore } from '#domain/record-store';
import type { Action } from '#protocol/action';
import { proofBytes } from '#protocol/entry';
import { type Segment, sealSegment } from '#protocol/segment';
import { signTicket } from '#protocol/ticket';
import { CONTENT_TYPE } from '#protocol/version';
import { open } from '#server/main';
import { openSqliteStore } from '#server/storage/sqlite';
import { aTicket, clockAt, signerOfNumber, uuidOf } from './field.ts';

/** A question to the server and what it may carry besides. */
interface Ask {
  readonly method?: string;
  readonly body?: unknown;
  readonly cookie?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

const fresh = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'pepites-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** The real server with the demonstration network on a fresh data folder, without a port; at nine on a day in May until told otherwise. `files`: the built app. */
export const openWorld = async (
  env: Readonly<Record<string, string>> = {},
  files: Readonly<Record<string, string | Uint8Array>> = {},
  extra: Parameters<typeof open>[1] = {},
) => {
  const folder = fresh();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, 'dist', name)), { recursive: true });
    writeFileSync(join(folder, 'dist', name), content);
  }
  const clock = clockAt('2026-05-30T09:00Z');
  const lines: object[] = [];
  const openIt = () =>
    open(
      { PEPITES_DATA: join(folder, 'data'), PORT: '8787', ...env },
      { clock, said: (line) => lines.push(line), dist: join(folder, 'dist'), ...extra },
    );
  let server = await openIt();
  onTestFinished(() => server.close());
  const ask = async (path: string, { method = 'GET', body, cookie, headers = {} }: Ask = {}): Promise<Response> =>
    server.fetch(
      new Request(`${server.origin}${path}`, {
        method,
        headers: { ...(body !== undefined && { 'content-type': CONTENT_TYPE }), ...(cookie && { cookie }), ...headers },
        ...(body !== undefined && { body: body instanceof Uint8Array || typeof body === 'string' ? body : JSON.stringify(body) }),
        // A body that is a stream needs it; others do not mind.
        duplex: 'half',
      } as RequestInit),
    );
  return {
    origin: server.origin,
    dataFolder: join(folder, 'data'),
    clock,
    lines,
    ask,
    fetch: (request: Request) => server.fetch(request),
    post: (path: string, body: unknown, more: Ask = {}) => ask(path, { method: 'POST', body, ...more }),
    /** Ends the server and starts it again on the same data. */
    restart: async () => {
      await server.close();
      server = await openIt();
    },
  };
};
export type World = Awaited<ReturnType<typeof openWorld>>;

/** The JSON of an answer. */
export const jsonOf = async <T = Record<string, unknown>>(response: Response | Promise<Response>): Promise<T> =>
  (await (await response).json()) as T;

/** The code of a refusal, with its status, as `409 Fork`; `200` for an answer. */
export const verdictOf = async (response: Response | Promise<Response>): Promise<string> => {
  const answer = await response;
  return answer.ok ? String(answer.status) : `${answer.status} ${(await jsonOf<{ code: string }>(answer)).code}`;
};

/** The cookie an answer sets, as a browser sends it back. */
export const cookieOf = (response: Response): string => response.headers.get('set-cookie')?.split(';')[0] ?? '';

/** Four pictures. */
export const CODE = [3, 1, 4, 1];

/** The proof a device gives of itself: a nonce of the server, signed. */
export const prove = async (world: World, signer: Signer, purpose: 'enrol' | 'sign-in') => {
  const { nonce } = await jsonOf<{ nonce: string }>(world.post('/api/challenge', {}));
  return { device: signer.publicKey, nonce, signature: toBase64url(await signer.sign(proofBytes(purpose, signer.publicKey, nonce))) };
};

/** A phone enrolled with a card of the demonstration, or the organiser's device with her invitation. */
export const enrolled = async (world: World, n: number, pass: object) => {
  const signer = await signerOfNumber(n);
  const answer = await world.post('/api/enrol', { ...pass, ...(await prove(world, signer, 'enrol')) });
  const said = await jsonOf<{ certificate?: string }>(answer.clone());
  let cookie = cookieOf(answer);
  let head = '';
  let next = 1;
  return {
    signer,
    device: signer.publicKey as DeviceId,
    answer,
    cookie: () => cookie,
    /** Signs in again, as a device does when its day is over. */
    signIn: async () => {
      const entered = await world.post('/api/sign-in', await prove(world, signer, 'sign-in'));
      cookie = cookieOf(entered);
      return entered;
    },
    certificate: fromBase64url(said.certificate ?? '') ?? new Uint8Array(0),
    /** Seals acts as the next ones of this device's own chain. */
    seal: async (...acts: readonly Pick<Action, 'name' | 'args'>[]): Promise<Segment> => {
      const actions = acts.map(
        (act): Action => ({ id: uuidOf(n * 1000 + next) as Action['id'], n: next++, at: world.clock(), v: 1, ...act }),
      );
      const sealed = await sealSegment(signer, head, actions);
      head = sealed.head;
      return sealed.segment;
    },
    pull: (cursors: Readonly<Record<string, number>> = {}) =>
      world.post('/api/sync/pull', { protocol: 1, nonce: NONCE, device: signer.publicKey, cursors }, { cookie }),
  };
};
export type Phone = Awaited<ReturnType<typeof enrolled>>;

export const NONCE = 'nonce-nonce-nonce';

export const cardOf = (i: number): string => DEMO_PEOPLE[i]?.card ?? '';
export const phoneOf = (world: World, i: number, n = i + 1): Promise<Phone> =>
  enrolled(world, n, { with: 'card', secret: cardOf(i), code: CODE });
export const organiserOf = (world: World, n = 50): Promise<Phone> => enrolled(world, n, { with: 'invitation', secret: DEMO_INVITATION });

export const advisorOf = (world: World, n = 60): Promise<Phone> =>
  enrolled(world, n, { with: 'invitation', secret: DEMO_ADVISOR.invitation });

/** What the demonstration event's QR says. */
export const demoTicket = (world: World, organiser: Phone, change: Parameters<typeof aTicket>[0] = {}): Promise<string> => {
  const { id, event } = DEMO_EVENT;
  const { opens, closes, draw, mould } = event;
  return signTicket(
    organiser.signer,
    organiser.certificate,
    world.origin,
    aTicket({ event: id, mould, structure: DEMO_STRUCTURE.id, opens, closes, draw, step: world.clock(), ...change }),
  );
};

export const push = (world: World, ...segments: readonly unknown[]): Promise<Response> =>
  world.post('/api/sync/push', { protocol: 1, nonce: NONCE, segments });

export const aClaim = (badge: BadgeId, ticket: string) => ({ name: 'claim-badge', args: { badge, ticket } });

/** Work on the data beside the running server, as the command line does. */
export const besides = async <T>(world: World, work: (store: RecordStore) => Promise<T>): Promise<T> => {
  const store = openSqliteStore({ path: join(world.dataFolder, 'pepites.db'), onFatal: () => undefined });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
};
