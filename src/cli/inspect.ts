import { parseArgs } from 'node:util';
import { readBadgeFile } from '#credentials/read-badge-file';
import type { Report } from '#credentials/report';
import { badgeFacts, type Fact, party } from './badge-facts.ts';
import { CHECK_HELP, CHECK_OPTIONS, type Checked, exitCodeOf, NOTHING_CHECKED, openCheck } from './check-file.ts';
import { printable, quoted } from './printable.ts';
import type { Command } from './terminal.ts';

export const inspect: Command = {
  usage: 'FILE|URL [--offline] [--cache DIR] [--at INSTANT]',
  help: `Says for a person what a badge file holds and what is sure of it: the verdict first, then what the badge says of itself.
What comes from the file stands between quotes, with nothing in it that could play with the terminal; it is only true when the verdict is valid.
${CHECK_HELP}
Ends with 1 when the badge is invalid, 2 when it is unknown, 0 when it is valid; ${NOTHING_CHECKED} when nothing could be looked at.`,
  misused: NOTHING_CHECKED,
  run: async (args, terminal) => {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: CHECK_OPTIONS });
    const [file, ...rest] = positionals;
    if (file === undefined || rest.length > 0) return terminal.fail('inspect needs one file or address.');
    const check = openCheck(values, terminal);
    if (!check.ok) return terminal.fail(check.error);
    const checked = await check.value(file);
    if (checked.content === undefined) return terminal.fail(`${file} cannot be read.`);
    terminal.print(printable(file));
    for (const [label, value] of [...sureFacts(checked.report), ...partFacts(checked.report), ...(await saidFacts(checked))])
      terminal.print(`  ${label.padEnd(12)} ${value}`);
    return exitCodeOf([checked.report.verdict]);
  },
};

const sureFacts = ({ verdict, signature, securedBy, issuer, status, statusAsOf, problems }: Checked['report']): readonly Fact[] => [
  ['verdict', `${verdict}${problems.length > 0 ? ` (${problems.join(', ')})` : ''}`],
  ['signature', securedBy === null ? signature : `${signature} (${securedBy})`],
  ['issuer key', issuer],
  ['status', statusAsOf === null ? status : `${status} as of ${new Date(statusAsOf).toISOString()}`],
];

// What was signed by itself has a verdict of its own.
const partFacts = ({ endorsements, credentials }: Checked['report']): readonly Fact[] => [
  ...endorsements.map((report): Fact => ['endorsement', partInWords(report, report.of ?? 'nothing here')]),
  ...credentials.map((report): Fact => ['carries', partInWords(report, 'a credential')]),
];

const partInWords = ({ verdict, problems, credential }: Report, of: string): string => {
  const why = problems.length > 0 ? ` (${problems.join(', ')})` : '';
  const by = credential === null ? '' : ` by ${party(credential['issuer'])}`;
  return `${verdict}${why}, of ${of}${by}`;
};

const KINDS = { png: 'PNG picture', svg: 'SVG picture', text: 'text' } as const;

const saidFacts = async ({ content, report }: Checked): Promise<readonly Fact[]> => {
  const read = content && (await readBadgeFile(content));
  if (!read?.ok) return [];
  const { format, version, text } = read.value;
  const kind: Fact = ['file', `${KINDS[format]}, Open Badges ${version === 3 ? '3.0' : '2 or older'}`];
  if (report.credential !== null) return [kind, ...badgeFacts(report.credential)];
  return [kind, ['says', quoted(text)]];
};
