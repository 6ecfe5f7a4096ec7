import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { runCli } from '#cli/main';
import { projectRoot } from '#tools/project-root';

/** A fresh folder with some files in it, gone after the test. */
export const folderWith = (files: Readonly<Record<string, string | Uint8Array>> = {}): string => {
  const folder = mkdtempSync(join(tmpdir(), 'pepites-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
};

/** Runs the real program in a process of its own, in a folder: exit code, stdout, stderr. */
export const cli = (folder: string, ...args: readonly string[]) => {
  const { INIT_CWD: _from, NODE_OPTIONS: _options, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(projectRoot, 'src/cli/main.ts'), ...args], {
    cwd: folder,
    env,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return { code: status, out: stdout, said: stderr };
};

/** The same command in this process, ten times as fast; what is written is what the program would write. */
export const typed = async (folder: string, ...args: readonly string[]) => {
  let out = '';
  let said = '';
  const print = (line: string): void => {
    out += `${line}\n`;
  };
  const fail = (line: string): number => {
    said += `${line}\n`;
    return 1;
  };
  const code = await runCli(args, { env: {}, folder, now: Date.now(), print, fail });
  return { code, out, said };
};

/** The lines of JSON a command wrote to stdout; fails on anything else there. */
export const jsonLines = (out: string): readonly Record<string, unknown>[] => {
  if (out !== '' && !out.endsWith('\n')) throw new Error(`stdout does not end a line: ${out}`);
  return out
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));
};
