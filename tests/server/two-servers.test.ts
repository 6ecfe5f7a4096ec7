import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { DEMO_EVENT, DEMO_PEOPLE } from '#content/demo';
import { scopeOf } from '#domain/ids';
import { open } from '#server/main';
import { openPostgresStore } from '#server/storage/postgres';
import { badgeId } from '../build/field.ts';
import { withPostgres } from '../build/postgres.ts';
import { aClaim, demoTicket, jsonOf, openWorld, organiserOf, phoneOf, push, type World } from '../build/server-world.ts';

const postgres = withPostgres();

/** Two servers on one PostgreSQL and the same keys; phones meet now one, now the other. */
const openTwo = async () => {
  const url = await postgres.freshUrl();
  const world = await openWorld({ PEPITES_DATABASE_URL: url });
  const second = await open(
    { PEPITES_DATABASE_URL: url, PEPITES_DATA: world.dataFolder, PORT: '8787' },
    { clock: world.clock, said: () => undefined },
  );
  onTestFinished(() => second.close());
  let asked = 0;
  const either = async (request: Request): Promise<Response> => (asked++ % 2 ? second.fetch(request) : world.fetch(request));
  const ask: World['ask'] = async (path, { method = 'GET', body, cookie, headers = {} } = {}) =>
    either(
      new Request(`${world.origin}${path}`, {
        method,
        headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...(cookie && { cookie }), ...headers },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    );
  const both: World = { ...world, ask, post: (path, body, more = {}) => ask(path, { method: 'POST', body, ...more }) };
  return { url, world: both };
};

describe('two servers on one PostgreSQL', () => {
  it('give each who claims at the same moment exactly one badge, sealed, whichever they asked', async () => {
    const { world, url } = await openTwo();
    const organiser = await organiserOf(world);
    const phones = await Promise.all(DEMO_PEOPLE.map((_, i) => phoneOf(world, i)));
    const segments = await Promise.all(
      phones.map(async (phone, i) => phone.seal(aClaim(badgeId(i + 1), await demoTicket(world, organiser)))),
    );
    // Each sent three times at once, as a phone on a bad line does.
    const answers = await Promise.all(segments.flatMap((segment) => [0, 1, 2].map(() => push(world, segment))));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    for (const phone of phones) {
      const { last, scopes } = await jsonOf<{ last: number; scopes: { rows: { kind: string; body: { step?: string } }[] }[] }>(
        phone.pull(),
      );
      const rows = scopes.flatMap((page) => page.rows);
      expect(last).toBe(1);
      expect(rows.filter(({ kind }) => kind === 'badge')).toMatchObject([{ body: { step: 'sealed' } }]);
      expect(rows.filter(({ kind }) => kind === 'credential')).toHaveLength(1);
    }
    const store = await openPostgresStore({ url });
    onTestFinished(() => store.close());
    const claims = (await store.feed(scopeOf('e', DEMO_EVENT.id), 0, 100)).rows.filter(({ kind }) => kind === 'claim');
    expect(claims).toHaveLength(DEMO_PEOPLE.length);
    expect(await store.scopes('j')).toEqual([]);
  });

  it('say the same of their history: one epoch', async () => {
    const { world } = await openTwo();
    const phone = await phoneOf(world, 0);
    const epochs = [await jsonOf<{ epoch: string }>(phone.pull()), await jsonOf<{ epoch: string }>(phone.pull())];
    expect(epochs[0]?.epoch).toBe(epochs[1]?.epoch);
  });
});

describe('the program itself', () => {
  const start = async (url: string, folder: string) => {
    const env = { PATH: process.env['PATH'], PORT: '0', PEPITES_DATA: folder, PEPITES_DATABASE_URL: url, PEPITES_SEED: 'none' };
    const child = spawn(process.execPath, ['src/server/main.ts'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    onTestFinished(() => void child.kill('SIGKILL'));
    const said = { out: '', err: '' };
    child.stderr.on('data', (part) => (said.err += part));
    child.stdout.on('data', (part) => (said.out += part));
    const ended = once(child, 'close');
    while (!said.out.includes('serves ') && child.exitCode === null) await Promise.race([once(child.stdout, 'data'), ended]);
    return { child, said, ended };
  };
  const aFolder = (): string => {
    const folder = mkdtempSync(join(tmpdir(), 'pepites-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    return folder;
  };

  it('starts on PostgreSQL by one setting, and ends gracefully', async () => {
    const running = await start(await postgres.freshUrl(), aFolder());
    const origin = /serves (\S+)/.exec(running.said.out)?.[1] ?? '';
    expect((await fetch(`${origin}/healthz`)).status).toBe(200);
    running.child.kill('SIGTERM');
    expect((await running.ended)[0]).toBe(0);
    expect(running.said.err).toBe('');
  });

  it('says in one line that there is no such database, without its password', async () => {
    const { ended, said } = await start('postgres://somebody:geheim@127.0.0.1:1/none', aFolder());
    expect((await ended)[0]).toBe(1);
    expect(said.err).toMatch(/^The database of PEPITES_DATABASE_URL cannot be used: .*\n$/);
    expect(said.err).not.toContain('geheim');
  });
});
