import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parseInstant } from '#credentials/instant';
import { verifyFile } from '#credentials/verify-file';
import { originOf, readSettings } from '#server/settings';
import { openSources, type Sources } from './credential-sources.ts';
import type { Terminal } from './terminal.ts';

/** One line of the answer, as issue 3 has it. */
interface Line {
  readonly file: string;
  readonly verdict: 'valid' | 'invalid' | 'unknown';
  readonly signature: string;
  readonly issuer: string;
  readonly status: string;
  /** ISO instant of the oldest status list used, or null. */
  readonly statusAsOf: string | null;
  readonly problems: readonly string[];
}

/** `verify FILE|URL… [--json] [--offline] [--cache DIR] [--at INSTANT]`: 1 when one is invalid, else 2 when one is unknown, else 0. */
export const verify = async (args: readonly string[], terminal: Terminal): Promise<number> => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean' }, offline: { type: 'boolean' }, cache: { type: 'string' }, at: { type: 'string' } },
  });
  const settings = readSettings(terminal.env);
  if (!settings.ok) return terminal.fail(settings.error);
  if (positionals.length === 0) return terminal.fail('verify needs at least one file or address.');
  const at = values.at === undefined ? terminal.now : parseInstant(values.at);
  if (at === null) return terminal.fail(`--at ${values.at} is no instant, as 2026-05-30T09:00:00Z.`);
  const sources = openSources({
    offline: values.offline === true,
    ownOrigin: originOf(settings.value, settings.value.port),
    now: terminal.now,
    ...(values.cache !== undefined && { cache: resolve(terminal.folder, values.cache) }),
  });
  const lines: Line[] = [];
  for (const file of positionals) {
    const line = await verifyOne(file, sources, at, terminal);
    terminal.print(values.json === true ? JSON.stringify(line) : inWords(line));
    lines.push(line);
  }
  if (lines.some(({ verdict }) => verdict === 'invalid')) return 1;
  return lines.some(({ verdict }) => verdict === 'unknown') ? 2 : 0;
};

const UNREAD = { verdict: 'unknown', signature: 'absent', issuer: 'unknown', status: 'unknown', statusAsOf: null } as const;

const verifyOne = async (file: string, sources: Sources, at: number, terminal: Terminal): Promise<Line> => {
  const content = /^https?:\/\//.test(file) ? await sources.file(file) : readContent(resolve(terminal.folder, file));
  if (content === undefined) return { file, ...UNREAD, problems: ['unreadable'] };
  const report = await verifyFile(content, { at, dids: sources.dids, statusLists: sources.statusLists, keys: sources.keys });
  const { verdict, signature, issuer, status, statusAsOf, problems } = report;
  return {
    file,
    verdict,
    signature,
    issuer,
    status,
    statusAsOf: statusAsOf === null ? null : new Date(statusAsOf).toISOString(),
    problems,
  };
};

const readContent = (path: string): Uint8Array | undefined => {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
};

const inWords = ({ file, verdict, signature, issuer, status, statusAsOf, problems }: Line): string => {
  const since = statusAsOf === null ? '' : ` (as of ${statusAsOf})`;
  const why = problems.length > 0 ? `, problems: ${problems.join(', ')}` : '';
  return `${file}: ${verdict} - signature ${signature}, issuer ${issuer}, status ${status}${since}${why}`;
};
