import { describe, expect, it } from 'vitest';
import { cli, folderWith, typed } from '../build/program.ts';

const COMMANDS = [
  'verify',
  'inspect',
  'bake',
  'unbake',
  'issue',
  'endorse',
  'new-key',
  'doctor',
  'backup',
  'restore',
  'add-structure',
  'add-person',
  'add-event',
  'invite',
  'unlock-card',
  'revoke-device',
];

describe('help', () => {
  it.each(['help', '--help', '-h'])('%s names every command', async (word) => {
    const { code, out, said } = await typed(folderWith(), word);
    expect([code, said]).toEqual([0, '']);
    expect(out.split('\n').flatMap((line) => /^ {2}([a-z-]+)/.exec(line)?.[1] ?? [])).toEqual(COMMANDS);
  });

  it.each(COMMANDS)('of %s says what it does and how it ends, and does nothing', async (name) => {
    const folder = folderWith();
    const { code, out, said } = await typed(folder, name, '--help');
    expect([code, said]).toEqual([0, '']);
    expect(out).toMatch(new RegExp(`^npm run -s cli -- ${name}\\b`));
    expect(out).toMatch(/\nEnds with /);
    for (const line of out.split('\n')) expect(line.length).toBeLessThan(160);
    expect((await typed(folder, name, 'x', '-h')).out).toBe(out);
  });

  it('goes to stdout when it was asked for', () => {
    expect(cli(folderWith(), 'verify', '--help')).toMatchObject({ code: 0, out: expect.stringContaining('--offline'), said: '' });
  });

  it('of nothing, or of no command, is told on stderr', async () => {
    for (const args of [[], ['fly'], ['toString']])
      expect(await typed(folderWith(), ...args)).toMatchObject({ code: 1, out: '', said: expect.stringContaining('COMMAND') });
  });
});
