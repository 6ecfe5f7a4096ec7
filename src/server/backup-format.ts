import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { concatBytes } from '#base/bytes';
import type { BytePlace } from '#domain/byte-place';
import type { Scope } from '#domain/ids';
import type { Row } from '#domain/record';

/**
 * How a backup lies in its place, each thing written once and never changed:
 * `records/<chain>/<group>.<part>` (gzip of JSON lines) what was written since the group before; `records/<chain>/begun`, and `…/complete`
 * with the facts, once the first group of the chain is whole; `keys/<name>` the organisations' keys; `media/…` as in the place of media. The order of groups does
 * not matter: a row has its number, the highest wins.
 */
export const RECORDS = 'records';
export const KEYS = 'keys';
export const MEDIA = 'media';

const FORMAT = 1;

/** One scope's rows in a group: all that is newer than `from`, up to `to`. */
export interface Stretch {
  readonly scope: Scope;
  readonly from: number;
  readonly to: number;
}

/** One line of a part. `end` closes the group: without it the group was never finished and counts for nothing. */
export type Line = Stretch | { readonly row: Omit<Row, 'scope'> } | { readonly end: number };

/** What is said of a chain once its first group is whole. */
export interface Complete {
  readonly format: number;
  readonly at: string;
  readonly facts: Readonly<Record<string, string>>;
}

export const groupName = (chain: string, group: string, part: number): string =>
  `${RECORDS}/${chain}/${group}.${String(part).padStart(6, '0')}`;
const begunName = (chain: string): string => `${RECORDS}/${chain}/begun`;
const completeName = (chain: string): string => `${RECORDS}/${chain}/complete`;

const zip = promisify(gzip);
const unzip = promisify(gunzip);
// Far above what is written, far below what would hurt.
const MAX_PART = 512 * 1024 * 1024;

/** A line as it is written. */
export const lineText = (line: Line): string => JSON.stringify(line);

export const writeLines = async (place: BytePlace, name: string, lines: readonly string[]): Promise<number> =>
  writeWhole(place, name, await zip(`${lines.join('\n')}\n`));

/** The lines of a part; throws when it is damaged. */
export const readLines = async (place: BytePlace, name: string): Promise<readonly Line[]> => {
  const bytes = await readWhole(place, name);
  if (!bytes) throw new Error(`${name} is missing`);
  const text = (await unzip(bytes, { maxOutputLength: MAX_PART })).toString('utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line): Line => JSON.parse(line));
};

export const writeComplete = async (place: BytePlace, chain: string, said: Omit<Complete, 'format'>): Promise<void> => {
  await writeWhole(place, completeName(chain), Buffer.from(JSON.stringify({ format: FORMAT, ...said })));
};

/** Says that a chain is here, before its first group. */
export const writeBegun = async (place: BytePlace, chain: string): Promise<void> => {
  await writeWhole(place, begunName(chain), new Uint8Array(0));
};

/** What was said of a chain; undefined while its first group is not whole. Throws on a format newer than this program. */
export const readComplete = async (place: BytePlace, chain: string): Promise<Complete | undefined> => {
  const bytes = await readWhole(place, completeName(chain));
  if (!bytes) return undefined;
  const complete: Complete = JSON.parse(Buffer.from(bytes).toString('utf8'));
  if (complete.format > FORMAT) throw new Error('This backup was made by a newer version of Pépites.');
  return complete;
};

/** All chains, oldest first, with the names of their parts. */
export const chainsIn = async (place: BytePlace): Promise<ReadonlyMap<string, readonly string[]>> => {
  const chains = new Map<string, string[]>();
  for await (const { name } of place.list(RECORDS)) {
    const [, chain = ''] = name.split('/');
    chains.set(chain, [...(chains.get(chain) ?? []), ...(/\.\d{6}$/.test(name) ? [name] : [])]);
  }
  return new Map([...chains].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([chain, parts]) => [chain, parts.toSorted()]));
};

export const writeWhole = async (place: BytePlace, name: string, bytes: Uint8Array): Promise<number> => {
  await place.write(name, bytes.length, async function* () {
    yield bytes;
  });
  return bytes.length;
};

export const readWhole = async (place: BytePlace, name: string): Promise<Uint8Array | undefined> => {
  const standing = await place.read(name);
  if (!standing) return undefined;
  const parts: Uint8Array[] = [];
  for await (const part of standing.bytes) parts.push(part);
  return concatBytes(...parts);
};
