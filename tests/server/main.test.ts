import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fromBase64url, toBase64url } from '#base/bytes';
import { DEMO_EVENT, DEMO_INVITATION, DEMO_STRUCTURE } from '#content/demo';
import type { Action } from '#protocol/action';
import { proofBytes } from '#protocol/entry';
import { sealSegment } from '#protocol/segment';
import { signTicket } from '#protocol/ticket';
import { start } from '#server/main';
import { badgeId, signerOfNumber, uuidOf } from '../build/field.ts';
import { CODE, cardOf } from '../build/server-world.ts';

const aFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'pepites-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** The program itself, as `node src/server/main.ts`; `said` is everything it wrote. */
const program = (env: Readonly<Record<string, string>>) => {
  const child = spawn(process.execPath, ['src/server/main.ts'], { env: { PATH: process.env['PATH'], ...env } });
  const said = { out: '', err: '' };
  child.stdout.on('data', (part) => (said.out += part));
  child.stderr.on('data', (part) => (said.err += part));
  onTestFinished(() => void child.kill('SIGKILL'));
  return { child, said };
};

const ended = async (child: ChildProcess): Promise<number | null> => {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'close');
  return child.exitCode;
};

const serving = async ({ child, said }: ReturnType<typeof program>): Promise<string> => {
  while (!said.out.includes('serves ')) {
    if (child.exitCode !== null) throw new Error(said.err);
    await once(child.stdout ?? child, 'data');
  }
  return /serves (\S+)/.exec(said.out)?.[1] ?? '';
};

/** A port nobody has at the moment. */
const freePort = async (): Promise<string> => {
  const server = createServer().listen(0, 'localhost');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return String(typeof address === 'object' ? address?.port : 0);
};

/** What a start that cannot be says: exactly one line, and exit code 1. */
const refusal = async (env: Readonly<Record<string, string>>): Promise<string> => {
  const { child, said } = program(env);
  expect(await ended(child)).toBe(1);
  expect(said.err.trimEnd().split('\n')).toHaveLength(1);
  return said.err;
};

describe('a first start', () => {
  it('serves, prints the addresses to open, answers, and ends gracefully when told', async () => {
    const running = program({ PORT: '0', PEPITES_DATA: aFolder() });
    const origin = await serving(running);
    for (const address of [`${origin}/c#${cardOf(0)}`, `${origin}/o#${DEMO_INVITATION}`]) expect(running.said.out).toContain(address);
    expect((await fetch(`${origin}/healthz`)).status).toBe(200);
    running.child.kill('SIGTERM');
    expect(await ended(running.child)).toBe(0);
    expect(running.said.err).toBe('');
  });

  it('keeps keys to itself: nobody else may read them, no log has them', async () => {
    const folder = aFolder();
    const running = await start({ PORT: '0', PEPITES_DATA: join(folder, 'data') }, { said: () => undefined });
    await running.close();
    const keys = join(folder, 'data', 'keys');
    expect(readdirSync(keys).toSorted()).toEqual(
      ['inae', DEMO_STRUCTURE.id]
        .flatMap((id) => [`${id}.jwk`, `${id}.key`])
        .concat('server.secret')
        .toSorted(),
    );
    for (const name of readdirSync(keys)) expect(statSync(join(keys, name)).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'data')).mode & 0o777).toBe(0o700);
  });

  it('without a seed installs the starter kit and nobody', async () => {
    const running = await start({ PORT: '0', PEPITES_DATA: aFolder(), PEPITES_SEED: 'none' }, { said: () => undefined });
    onTestFinished(running.close);
    expect(running.addresses).toEqual([expect.stringContaining('npm run cli')]);
    expect((await fetch(`${running.origin}/m/je-participe`)).status).toBe(200);
    expect((await fetch(`${running.origin}/s/${DEMO_STRUCTURE.id}/did.json`)).status).toBe(404);
  });
});

describe('a start that cannot be', () => {
  it('for a busy port', async () => {
    const busy = createServer().listen(0, 'localhost');
    await once(busy, 'listening');
    onTestFinished(() => void busy.close());
    const address = busy.address();
    const folder = join(aFolder(), 'data');
    const port = typeof address === 'object' ? address?.port : 0;
    expect(await refusal({ PORT: String(port), PEPITES_DATA: folder })).toContain(`Port ${port} is taken`);
    expect(() => statSync(folder)).toThrow();
  });

  it('for data of another address', async () => {
    const folder = aFolder();
    const running = await start({ PORT: '0', PEPITES_DATA: folder }, { said: () => undefined });
    await running.close();
    expect(await refusal({ PORT: '0', PEPITES_DATA: folder })).toContain(`These data belong to ${running.origin}`);
    expect(await refusal({ PORT: '0', PEPITES_DATA: folder, PEPITES_PUBLIC_URL: 'https://badges.example.org' })).toContain(
      'https://badges.example.org',
    );
  });

  it('for a data folder that is none, or whose database is damaged or newer', async () => {
    const folder = aFolder();
    writeFileSync(join(folder, 'file'), '');
    expect(await refusal({ PORT: '0', PEPITES_DATA: join(folder, 'file') })).toContain('cannot be used');
    writeFileSync(join(folder, 'pepites.db'), 'this is no database, only a long text that looks like nothing at all'.repeat(100));
    expect(await refusal({ PORT: '0', PEPITES_DATA: folder })).toContain('not a database');
    rmSync(join(folder, 'pepites.db'));
    const db = new DatabaseSync(join(folder, 'pepites.db'));
    db.exec('PRAGMA user_version = 999');
    db.close();
    expect(await refusal({ PORT: '0', PEPITES_DATA: folder })).toContain('newer version');
  });

  it('for a data folder this user may not read', async () => {
    const folder = join(aFolder(), 'data');
    const running = await start({ PORT: '0', PEPITES_DATA: folder }, { said: () => undefined });
    await running.close();
    chmodSync(folder, 0o000);
    onTestFinished(() => chmodSync(folder, 0o700));
    // The administrator may read everything: as root the start is tried as somebody else.
    const uid = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    const child = spawn(process.execPath, ['src/server/main.ts'], { env: { PORT: '0', PEPITES_DATA: folder }, ...uid });
    let err = '';
    child.stderr.on('data', (part) => (err += part));
    expect(await ended(child)).toBe(1);
    expect(err).toMatch(/^The data folder .* cannot be used: .*\n$/);
  });

  it('for demonstration data that others could reach', async () => {
    const folder = aFolder();
    const port = await freePort();
    const running = await start({ PORT: port, PEPITES_DATA: folder }, { said: () => undefined });
    await running.close();
    expect(await refusal({ PORT: port, HOST: '0.0.0.0', PEPITES_DATA: folder })).toContain('fixed secrets');
  });
});

describe('a server killed at any moment of a push', () => {
  it('gives exactly one badge in the end', async () => {
    const env = { PORT: await freePort(), PEPITES_DATA: aFolder() };
    let running = program(env);
    const origin = await serving(running);
    const post = async (path: string, body: unknown) =>
      fetch(`${origin}${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    const enter = async (n: number, pass: object) => {
      const signer = await signerOfNumber(n);
      const { nonce } = (await (await post('/api/challenge', {})).json()) as { nonce: string };
      const signature = toBase64url(await signer.sign(proofBytes('enrol', signer.publicKey, nonce)));
      const answer = await post('/api/enrol', { ...pass, device: signer.publicKey, nonce, signature });
      return {
        signer,
        cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '',
        said: (await answer.json()) as { certificate?: string },
      };
    };
    const phone = await enter(1, { with: 'card', secret: cardOf(0), code: CODE });
    const organiser = await enter(50, { with: 'invitation', secret: DEMO_INVITATION });
    const { id, event } = DEMO_EVENT;
    const certificate = fromBase64url(organiser.said.certificate ?? '') ?? new Uint8Array(0);
    const ticket = await signTicket(organiser.signer, certificate, origin, { event: id, ...event, step: Date.now() });
    const action = {
      id: uuidOf(1),
      n: 1,
      at: Date.now(),
      name: 'claim-badge',
      v: 1,
      args: { badge: badgeId(1), ticket },
    } as unknown as Action;
    const { segment } = await sealSegment(phone.signer, '', [action]);
    const said = { protocol: 1, nonce: 'nonce-nonce-nonce', segments: [segment] };
    for (const wait of [0, 1, 2, 4, 8]) {
      const answer = post('/api/sync/push', said).catch(() => undefined);
      // Waiting is the fault that is injected: each round kills a little later.
      await new Promise((resolve) => setTimeout(resolve, wait));
      running.child.kill('SIGKILL');
      await Promise.all([ended(running.child), answer]);
      running = program(env);
      await serving(running);
    }
    expect((await post('/api/sync/push', said)).status).toBe(200);
    const pull = { protocol: 1, nonce: 'nonce-nonce-nonce', device: phone.signer.publicKey, cursors: {} };
    const pulled = await fetch(`${origin}/api/sync/pull`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: phone.cookie },
      body: JSON.stringify(pull),
    });
    const { scopes, last } = (await pulled.json()) as { last: number; scopes: { rows: { kind: string; body: { step?: string } }[] }[] };
    const rows = scopes.flatMap((scope) => scope.rows);
    expect(last).toBe(1);
    expect(rows.filter(({ kind }) => kind === 'badge')).toMatchObject([{ body: { step: 'sealed' } }]);
    expect(rows.filter(({ kind }) => kind === 'credential')).toHaveLength(1);
    expect(rows.filter(({ kind }) => kind === 'refusal')).toEqual([]);
  });
});
