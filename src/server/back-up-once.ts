import type { BytePlace } from '#domain/byte-place';
import type { Scope } from '#domain/ids';
import { chainsIn, lineText, RECORDS, readComplete, readLines, type Stretch, writeBegun, writeLines } from './backup-format.ts';
import { type BackedUp, forgetOldChains, newChain, type Written, writeGroup } from './write-backup.ts';

const MOST_GROUPS = 500;
const OLDEST_MS = 30 * 86_400_000;

const cursorsName = (chain: string): string => `${RECORDS}/${chain}/cursors`;

/**
 * One backup, now: all of it the first time, what is new afterwards. What is there already is written beside the records (`cursors`), not in
 * the database: any number of places can be kept so, and none of them is the continuous backup.
 */
export const backUpOnce = async (source: BackedUp, target: BytePlace, now: number): Promise<Written & { readonly chain: string }> => {
  const chain = (await usableChain(target, now)) ?? newChain('once', now);
  const cursors = await readCursors(target, chain);
  if (!cursors) await writeBegun(target, chain);
  const since = { which: 'all', after: ({ scope }: { readonly scope: Scope }) => cursors?.get(scope) ?? 0 } as const;
  const written = await writeGroup(source, target, { chain, isWhole: cursors !== undefined }, since, now);
  if (!written) throw new Error('cannot happen: this chain is nobody else’s');
  if (written.scopes.length > 0 || !cursors) await writeCursors(target, chain, new Map([...(cursors ?? []), ...ends(written.scopes)]));
  if (!cursors) await forgetOldChains(target, source.media, 'once');
  return { ...written, chain };
};

const ends = (scopes: readonly Stretch[]) => scopes.map(({ scope, to }) => [scope, to] as const);

const usableChain = async (target: BytePlace, now: number): Promise<string | undefined> => {
  for (const [chain, parts] of [...(await chainsIn(target))].toReversed()) {
    if (!chain.startsWith('once-')) continue;
    const fits = parts.length < MOST_GROUPS && chain > newChain('once', now - OLDEST_MS);
    if (fits && (await readComplete(target, chain)) && (await target.size(cursorsName(chain))) !== undefined) return chain;
  }
  return undefined;
};

const writeCursors = async (target: BytePlace, chain: string, cursors: ReadonlyMap<Scope, number>): Promise<void> => {
  await writeLines(
    target,
    cursorsName(chain),
    [...cursors].map(([scope, to]) => lineText({ scope, from: 0, to })),
  );
};

const readCursors = async (target: BytePlace, chain: string): Promise<ReadonlyMap<Scope, number> | undefined> => {
  if ((await target.size(cursorsName(chain))) === undefined) return undefined;
  const lines = await readLines(target, cursorsName(chain));
  return new Map(lines.flatMap((line) => ('scope' in line ? [[line.scope, line.to] as const] : [])));
};
