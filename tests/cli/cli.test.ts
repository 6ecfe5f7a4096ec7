import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runCli } from '#cli/main';
import { start } from '#server/main';
import { at, badgeId } from '../build/field.ts';
import { aClaim, demoTicket, jsonOf, openWorld, organiserOf, phoneOf, push } from '../build/server-world.ts';

const aFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'pepites-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** Runs a command as somebody typed it; gives exit code, lines of data and lines for the person. */
const typed = async (env: Readonly<Record<string, string>>, folder: string, ...args: readonly string[]) => {
  const out: string[] = [];
  const said: string[] = [];
  const code = await runCli(args, {
    env,
    folder,
    now: at('2026-05-30T10:00Z'),
    print: (line) => void out.push(line),
    fail: (line) => {
      said.push(line);
      return 1;
    },
  });
  return { code, out, said };
};

/** A folder with a real credential of the demonstration, and everything needed to check it away from any network. */
const withCredential = async () => {
  const world = await openWorld();
  const phone = await phoneOf(world, 0);
  const ticket = await demoTicket(world, await organiserOf(world));
  await push(world, await phone.seal(aClaim(badgeId(1), ticket), { name: 'show-badge', args: { badge: badgeId(1), to: 'world' } }));
  const folder = aFolder();
  mkdirSync(join(folder, 'cache'));
  const keep = async (path: string, file: string): Promise<void> =>
    writeFileSync(join(folder, file), JSON.stringify(await jsonOf(world.ask(path))));
  await keep(`/b/${badgeId(1)}`, 'badge.json');
  await keep('/s/jardins-de-pessac/did.json', 'cache/did.json');
  await keep('/l/jardins-de-pessac', 'cache/list.json');
  return { world, folder };
};

describe('verify', () => {
  it('says of a badge, with no network, what is sure: one line of JSON, exit code 0', async () => {
    const { folder } = await withCredential();
    const { code, out, said } = await typed({}, folder, 'verify', 'badge.json', '--json', '--offline', '--cache', 'cache');
    expect([code, said]).toEqual([0, []]);
    expect(out.map((line) => JSON.parse(line))).toEqual([
      {
        file: 'badge.json',
        verdict: 'valid',
        signature: 'good',
        issuer: 'known',
        status: 'active',
        statusAsOf: expect.any(String),
        problems: [],
      },
    ]);
  });

  it('says unknown, with exit code 2, when the issuer’s document is not at hand', async () => {
    const { folder } = await withCredential();
    const { code, out } = await typed({}, folder, 'verify', 'badge.json', '--json', '--offline');
    expect([code, JSON.parse(out[0] ?? '')]).toMatchObject([
      2,
      { verdict: 'unknown', signature: 'good', issuer: 'unknown', status: 'unknown' },
    ]);
  });

  it('says invalid, with exit code 1, of a changed badge, whatever else it was given', async () => {
    const { folder, world } = await withCredential();
    const credential = await jsonOf(world.ask(`/b/${badgeId(1)}`));
    writeFileSync(join(folder, 'forged.json'), JSON.stringify({ ...credential, name: 'Directrice' }));
    writeFileSync(join(folder, 'broken.json'), '{');
    const { code, out } = await typed(
      {},
      folder,
      'verify',
      'badge.json',
      'forged.json',
      'broken.json',
      'none.json',
      '--json',
      '--offline',
      '--cache',
      'cache',
    );
    expect(out.map((line) => JSON.parse(line).verdict)).toEqual(['valid', 'invalid', 'invalid', 'unknown']);
    expect(code).toBe(1);
  });

  it('looks at the moment it is asked for', async () => {
    const { folder } = await withCredential();
    const { out } = await typed(
      {},
      folder,
      'verify',
      'badge.json',
      '--json',
      '--offline',
      '--cache',
      'cache',
      '--at',
      '2026-05-29T00:00:00Z',
    );
    expect(JSON.parse(out[0] ?? '')).toMatchObject({ verdict: 'invalid', problems: ['not-yet-valid'] });
    expect((await typed({}, folder, 'verify', 'badge.json', '--at', 'yesterday')).said[0]).toContain('--at yesterday');
  });

  it('says it in words to whoever reads words', async () => {
    const { folder } = await withCredential();
    const { out } = await typed({}, folder, 'verify', 'badge.json', '--offline', '--cache', 'cache');
    expect(out[0]).toMatch(/^badge\.json: valid - signature good, issuer known, status active \(as of /);
  });

  it('asks the own server over http, and nobody else', async () => {
    const running = await start({ PORT: '0', PEPITES_DATA: aFolder() }, { said: () => undefined });
    onTestFinished(running.close);
    const env = { PEPITES_PUBLIC_URL: running.origin };
    const own = await typed(env, '.', 'verify', `${running.origin}/l/jardins-de-pessac`, '--json');
    expect(JSON.parse(own.out[0] ?? '')).toMatchObject({ signature: 'good', issuer: 'known' });
    const foreign = await typed(
      { PEPITES_PUBLIC_URL: 'http://localhost:1' },
      '.',
      'verify',
      `${running.origin}/l/jardins-de-pessac`,
      '--json',
    );
    expect(JSON.parse(foreign.out[0] ?? '')).toMatchObject({ verdict: 'unknown', problems: ['unreadable'] });
  });
});

describe('an installation without demonstration', () => {
  it('is made usable by a few commands: structure, event, invitation, person, card', async () => {
    const folder = aFolder();
    const env = { PEPITES_DATA: join(folder, 'data'), PEPITES_PUBLIC_URL: 'http://localhost:8787' };
    const structure = await typed(env, folder, 'add-structure', 'atelier', '--name', "L'Atelier", '--city', 'Agen');
    expect([structure.said, structure.out]).toEqual([[], ['did:web:localhost%3A8787:s:atelier']]);
    const event = await typed(
      env,
      folder,
      'add-event',
      '--structure',
      'atelier',
      '--title',
      'Forum des métiers de la terre',
      '--opens',
      '2026-05-30T08:00:00Z',
      '--closes',
      '2026-05-30T18:00:00Z',
    );
    expect([event.said, event.out[0]]).toEqual([[], expect.stringMatching(/^[0-9a-f-]{36}$/)]);
    const invitation = await typed(env, folder, 'invite', 'atelier');
    expect(invitation.out[0]).toMatch(/^http:\/\/localhost:8787\/o#[A-Za-z0-9_-]{22}$/);
    const face = ['--advisor', 'Nadia', '--figure', 'figure-05', '--mark', 'leaf'];
    const advisor = (await typed(env, folder, 'invite', 'atelier', ...face)).out[0] ?? '';
    expect(advisor).toMatch(/^[0-9a-f-]{36} Nadia figure-05 http:\/\/localhost:8787\/o#[A-Za-z0-9_-]{22}$/);
    const again = await typed(env, folder, 'invite', 'atelier', '--staff', advisor.slice(0, 36));
    expect(again.out[0]).toMatch(new RegExp(`^${advisor.slice(0, 36)} Nadia figure-05 `));
    const person = await typed(env, folder, 'add-person', '--structure', 'atelier', '--name', 'Fatou', '--mark', 'cup');
    const [id, card = ''] = person.out[0]?.split(' ') ?? [];
    const running = await start({ ...env, PORT: '0' }, { said: () => undefined, clock: () => at('2026-05-30T10:00Z') });
    onTestFinished(running.close);
    const port = running.port;
    const opened = await fetch(`http://localhost:${port}/api/card/open`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ secret: card.split('#')[1] }),
    });
    expect(await opened.json()).toMatchObject({ firstName: 'Fatou', mark: 'cup', structure: "L'Atelier" });
    expect((await typed(env, folder, 'unlock-card', id ?? '')).out).toEqual(['0']);
    expect(await typed(env, folder, 'doctor')).toEqual({ code: 0, out: ['ok: data of http://localhost:8787'], said: [] });
  });

  it.each([
    [['add-structure', 'Not A Slug', '--name', 'X'], 'ID is not right'],
    [['add-structure', 'x', '--name', ''], '--name'],
    [['add-person', '--structure', 'nowhere', '--name', 'A'], 'There is no structure nowhere'],
    [['add-event', '--structure', 'nowhere'], 'There is no structure'],
    [['invite', 'nowhere'], 'There is no structure'],
    [['invite', 'nowhere', '--advisor', 'Nadia'], 'There is no structure'],
    [['unlock-card', 'somebody'], 'PERSON is not right'],
    [['unlock-card', '01900000-0000-7000-8000-00000000a001'], 'There is no person'],
    [['revoke-device', 'phone'], 'DEVICE is not right'],
    [['add-structure', 'x', '--nmae', 'X'], '--nmae'],
    [['fly'], 'npm run -s cli'],
    [[], 'npm run -s cli'],
  ])('%o is refused in words', async (args, words) => {
    const folder = aFolder();
    const { code, out, said } = await typed({ PEPITES_DATA: join(folder, 'data') }, folder, ...args);
    expect([code, out]).toEqual([1, []]);
    expect(said[0]).toContain(words);
  });

  it('is told when nobody can sign for a structure', async () => {
    const folder = aFolder();
    const env = { PEPITES_DATA: join(folder, 'data') };
    await typed(env, folder, 'add-structure', 'atelier', '--name', 'Atelier');
    rmSync(join(folder, 'data/keys/atelier.key'));
    const { code, out } = await typed(env, folder, 'doctor');
    expect([code, out[1]]).toEqual([1, 'problem: atelier has no key: it can sign nothing']);
  });
});

describe('the program', () => {
  it('writes data to stdout and everything else to stderr', () => {
    const { stdout, stderr, status } = spawnSync(process.execPath, ['src/cli/main.ts', 'fly'], { encoding: 'utf8' });
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain('COMMAND');
  });
});
