import { parseArgs } from 'node:util';
import { CHECK_HELP, CHECK_OPTIONS, type Checked, exitCodeOf, NOTHING_CHECKED, openCheck } from './check-file.ts';
import { jsonLine, printable } from './printable.ts';
import type { Command, Terminal } from './terminal.ts';

/** One line of the answer; programs rely on its members and their order. */
interface Line {
  readonly file: string;
  readonly verdict: string;
  readonly signature: string;
  readonly issuer: string;
  readonly status: string;
  /** ISO instant of the oldest status list used, or null. */
  readonly statusAsOf: string | null;
  readonly problems: readonly string[];
}

const run = async (args: readonly string[], terminal: Terminal): Promise<number> => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { ...CHECK_OPTIONS, json: { type: 'boolean' } },
  });
  if (positionals.length === 0) return terminal.fail('verify needs at least one file or address.');
  const check = openCheck(values, terminal);
  if (!check.ok) return terminal.fail(check.error);
  const verdicts: Checked['report']['verdict'][] = [];
  for (const file of positionals) {
    const { report } = await check.value(file);
    const line = lineOf(file, report);
    terminal.print(values.json === true ? jsonLine(line) : inWords(line));
    verdicts.push(report.verdict);
  }
  return exitCodeOf(verdicts);
};

const lineOf = (file: string, { verdict, signature, issuer, status, statusAsOf, problems }: Checked['report']): Line => ({
  file,
  verdict,
  signature,
  issuer,
  status,
  statusAsOf: statusAsOf === null ? null : new Date(statusAsOf).toISOString(),
  problems,
});

const inWords = ({ file, verdict, signature, issuer, status, statusAsOf, problems }: Line): string => {
  const since = statusAsOf === null ? '' : ` (as of ${statusAsOf})`;
  const why = problems.length > 0 ? `, problems: ${problems.join(', ')}` : '';
  return printable(`${file}: ${verdict} - signature ${signature}, issuer ${issuer}, status ${status}${since}${why}`);
};

export const verify: Command = {
  usage: 'FILE|URL… [--json] [--offline] [--cache DIR] [--at INSTANT]',
  help: `Says of each badge what is sure: whether its signature is good, whether its issuer is known, whether it was revoked, and one verdict.
A file is known by what it holds, not by its name: JSON, a signed token (JWT), a PNG or SVG picture with a badge in it.
  --json           one line of JSON for each file, and nothing else on stdout
${CHECK_HELP}
Ends with 1 when one badge is invalid, else 2 when one is unknown (nobody at hand can tell), else 0; ${NOTHING_CHECKED} when nothing could be checked.`,
  misused: NOTHING_CHECKED,
  run,
};
