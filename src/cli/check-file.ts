import { resolve } from 'node:path';
import type { Millis } from '#base/ambient';
import { type Bytes, utf8 } from '#base/bytes';
import { err, ok, type Result } from '#base/result';
import { parseInstant } from '#credentials/instant';
import { NOTHING, type Problem, type Report } from '#credentials/report';
import { verifyFile } from '#credentials/verify-file';
import { openOutside } from '#server/outside';
import { originOf, readSettings } from '#server/settings';
import { openSources, type Sources } from './credential-sources.ts';
import { MAX_FILE, readStart } from './local-files.ts';
import type { Terminal } from './terminal.ts';

/** Options of every command that checks files. */
export const CHECK_OPTIONS = { offline: { type: 'boolean' }, cache: { type: 'string' }, at: { type: 'string' } } as const;

export const CHECK_HELP = `  --offline        ask no other host: only what --cache has is known
  --cache DIR      a folder of JSON files (DID documents, status lists, keys), each known by its "id"; looked into first
  --at INSTANT     as it was then, as 2026-05-30T09:00:00Z (otherwise: now)
Without --offline other hosts are asked over https, never one of a private network.`;

interface CheckOptions {
  readonly offline?: boolean | undefined;
  readonly cache?: string | undefined;
  readonly at?: string | undefined;
}

/** A file that was looked at: its content, if it could be read, and everything that is known of it. */
export interface Checked {
  readonly content: Bytes | undefined;
  readonly report: Omit<Report, 'problems'> & { readonly problems: readonly (Problem | 'unreadable')[] };
}

/** The exit code of commands that check: 1 when one is invalid, else 2 when one is unknown, else 0. */
export const exitCodeOf = (verdicts: readonly Report['verdict'][]): number =>
  verdicts.includes('invalid') ? 1 : verdicts.includes('unknown') ? 2 : 0;

/** What such commands end with when they were asked for something they cannot do: nothing was checked. */
export const NOTHING_CHECKED = 3;

/** Makes ready to check files as the options want; an error is one line that says what is wrong with them. */
export const openCheck = (options: CheckOptions, terminal: Terminal): Result<(file: string) => Promise<Checked>, string> => {
  const at = options.at === undefined ? terminal.now : parseInstant(options.at);
  if (at === null) return err(`--at ${options.at} is no instant, as 2026-05-30T09:00:00Z.`);
  // Settings are those of a server that may not exist: without them there is no own origin, and all else works.
  const settings = readSettings(terminal.env);
  const ownOrigin = settings.ok ? originOf(settings.value, settings.value.port) : undefined;
  const outside = terminal.outside ?? openOutside(ownOrigin === undefined ? {} : { own: ownOrigin });
  const cache = options.cache === undefined ? {} : { cache: resolve(terminal.folder, options.cache) };
  const sources = openSources({ ...cache, outside: options.offline ? undefined : outside, ownOrigin, now: terminal.now });
  return sources.ok ? ok((file) => checkOne(file, sources.value, at, terminal.folder)) : sources;
};

const checkOne = async (file: string, sources: Sources, at: Millis, folder: string): Promise<Checked> => {
  const content = /^https?:\/\//.test(file) ? await contentAt(file, sources) : readStart(resolve(folder, file), MAX_FILE);
  if (content === undefined) return { content, report: { ...NOTHING, verdict: 'unknown', problems: ['unreadable'] } };
  const { dids, statusLists, keys, documents } = sources;
  return { content, report: await verifyFile(content, { at, dids, statusLists, keys, documents }) };
};

// An address whose badge was taken back says more than one that does not answer: it is checked as the address it is.
const contentAt = async (address: string, { file, documents }: Sources): Promise<Bytes | undefined> =>
  (await file(address)) ?? ((await documents(address))?.gone ? utf8(address) : undefined);
