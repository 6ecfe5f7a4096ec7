import type { Command, Terminal } from './terminal.ts';

// Loaded when they are typed: checking a file needs none of the server's data.
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  verify: async () => (await import('./verify.ts')).verify,
  inspect: async () => (await import('./inspect.ts')).inspect,
  bake: async () => (await import('./bake.ts')).bake,
  unbake: async () => (await import('./bake.ts')).unbake,
  issue: async () => (await import('./issue.ts')).issue,
  endorse: async () => (await import('./endorse.ts')).endorse,
  'new-key': async () => (await import('./new-key.ts')).newKey,
  doctor: async () => (await import('./doctor.ts')).doctor,
  backup: async () => (await import('./backup.ts')).backup,
  restore: async () => (await import('./backup.ts')).restore,
  'add-structure': async () => (await import('./manage.ts')).addStructure,
  'add-person': async () => (await import('./manage.ts')).addPerson,
  'add-event': async () => (await import('./manage.ts')).addEvent,
  invite: async () => (await import('./manage.ts')).invite,
  'unlock-card': async () => (await import('./manage.ts')).unlockCard,
  'revoke-device': async () => (await import('./manage.ts')).endDevice,
};

const usage = async (): Promise<string> => {
  const lines = Object.entries(COMMANDS).map(async ([name, load]) => `  ${name} ${(await load()).usage}`.trimEnd());
  return ['npm run -s cli -- COMMAND …', ...(await Promise.all(lines)), 'COMMAND --help says more.'].join('\n');
};

const isHelp = (arg: string | undefined): boolean => arg === '--help' || arg === '-h';

/** Runs one command; the result is the exit code. */
export const runCli = async (args: readonly string[], terminal: Terminal): Promise<number> => {
  const [name = '', ...rest] = args;
  if (name === 'help' || isHelp(name)) return tell(await usage(), terminal);
  const command = Object.hasOwn(COMMANDS, name) ? await COMMANDS[name]?.() : undefined;
  if (!command) return terminal.fail(await usage());
  const options = rest.slice(0, rest.includes('--') ? rest.indexOf('--') : rest.length);
  if (options.some(isHelp)) return tell(`npm run -s cli -- ${name} ${command.usage}\n${command.help}`, terminal);
  const fail = (line: string): number => {
    terminal.fail(line);
    return command.misused ?? 1;
  };
  try {
    return await command.run(rest, { ...terminal, fail });
  } catch (error) {
    // What was typed does not parse, or the file system refused; the message says what.
    return fail(error instanceof Error ? error.message : String(error));
  }
};

const tell = (text: string, terminal: Terminal): number => {
  terminal.print(text);
  return 0;
};

if (import.meta.main) {
  process.exitCode = await runCli(process.argv.slice(2), {
    env: process.env,
    folder: process.env['INIT_CWD'] ?? process.cwd(),
    now: Date.now(),
    print: (line) => void process.stdout.write(`${line}\n`),
    fail: (line) => {
      process.stderr.write(`${line}\n`);
      return 1;
    },
  });
}
