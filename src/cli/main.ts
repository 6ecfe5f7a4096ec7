import { doctor } from './doctor.ts';
import { addEvent, addPerson, addStructure, endDevice, invite, unlockCard } from './manage.ts';
import type { Terminal } from './terminal.ts';
import { verify } from './verify.ts';

type Command = (args: readonly string[], terminal: Terminal) => Promise<number>;

const COMMANDS: Readonly<Record<string, Command>> = {
  verify,
  doctor,
  'add-structure': addStructure,
  'add-person': addPerson,
  'add-event': addEvent,
  invite,
  'unlock-card': unlockCard,
  'revoke-device': endDevice,
};

const USAGE = `npm run -s cli -- COMMAND …
  verify FILE|URL… [--json] [--offline] [--cache DIR] [--at INSTANT]
  doctor
  add-structure ID --name NAME [--kind network|siae|training|company|partner] [--city CITY]
  add-person --structure ID --name FIRSTNAME [--figure figure-01…24] [--mark leaf|drop|diamond|cup|hat|bridge|cloud]
  add-event --structure ID --title TITLE --opens INSTANT --closes INSTANT [--place PLACE] [--label TEXT] [--mould ID]
  invite STRUCTURE [--days N]
  unlock-card PERSON
  revoke-device DEVICE
Data: PEPITES_DATA, address: PEPITES_PUBLIC_URL or PORT, as for the server.`;

/** Runs one command; the result is the exit code. */
export const runCli = async (args: readonly string[], terminal: Terminal): Promise<number> => {
  const [name = '', ...rest] = args;
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) return terminal.fail(USAGE);
  try {
    return await command(rest, terminal);
  } catch (error) {
    // What was typed does not parse; the message says what.
    return terminal.fail(error instanceof Error ? error.message : String(error));
  }
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
