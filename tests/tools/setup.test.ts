import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { projectRoot } from '#tools/project-root';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const version = (number: string): string => JSON.stringify({ packages: { '': {}, 'node_modules/one': { version: number } } });

/** A project whose lock file wants `one` 1.0.0; `installed` is the version npm's record has, if npm has run. npm itself always fails here. */
const aProject = (installed?: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'pepites-setup-'));
  folders.push(folder);
  mkdirSync(join(folder, 'src/tools'), { recursive: true });
  mkdirSync(join(folder, 'node_modules'));
  cpSync(join(projectRoot, 'src/tools/setup.mjs'), join(folder, 'src/tools/setup.mjs'));
  writeFileSync(join(folder, 'package-lock.json'), version('1.0.0'));
  symlinkSync(join(projectRoot, 'node_modules/node'), join(folder, 'node_modules/node'), 'junction');
  if (installed) writeFileSync(join(folder, 'node_modules/.package-lock.json'), version(installed));
  return folder;
};

const setUp = (folder: string) => {
  const env = { ...process.env, PATH: '', npm_execpath: '', npm_node_execpath: '' };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/tools/setup.mjs'], { cwd: folder, env, encoding: 'utf8' });
  return { status, stdout, stderr };
};

describe('the setup before every script', () => {
  it('is silent when what the lock file wants is installed, and stays so', () => {
    const folder = aProject('1.0.0');
    expect([setUp(folder), setUp(folder)]).toEqual([
      { status: 0, stdout: '', stderr: '' },
      { status: 0, stdout: '', stderr: '' },
    ]);
  });

  it('installs when the lock file has changed, and says in one line on stderr why it could not', () => {
    for (const folder of [aProject('0.9.0'), aProject()]) {
      const { status, stdout, stderr } = setUp(folder);
      expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
      expect(stderr.trim().split('\n')).toEqual([
        'Installing what Pépites needs (npm ci) …',
        expect.stringMatching(/^npm could not be started: /),
      ]);
    }
  });

  it('refuses an incomplete copy in one line', () => {
    const folder = aProject('1.0.0');
    rmSync(join(folder, 'package-lock.json'));
    expect(setUp(folder)).toEqual({
      status: 1,
      stdout: '',
      stderr: 'package-lock.json is missing: this is not a complete copy of Pépites.\n',
    });
  });
});
