import type { ClientBase } from 'pg';
import type { Scope } from '#domain/ids';
import type { Need, Records } from '#domain/record';
import type { Verdict } from '#domain/record-store';
import { mergeStamps } from '#domain/records';
import { type KeptRows, keptRows, keyOf, type Writing, written } from './kept-rows.ts';
import { lockCounters } from './postgres-locks.ts';
import { loadInto } from './postgres-reads.ts';

/** A judgement that waits for the next commit. */
export interface Asked {
  readonly needs: readonly Need[];
  readonly rule: (records: Records) => Verdict<unknown>;
}
export type Outcome = { readonly answer: unknown } | { readonly error: unknown };

/** What became of a batch once it is durable. */
export interface Committed {
  readonly outcomes: readonly Outcome[];
  readonly scopes: readonly Scope[];
}

/** Told just before the point of no return: an error after it says nothing about what is stored. */
type Committing = () => void;

const BEGIN = "BEGIN ISOLATION LEVEL READ COMMITTED; SET LOCAL synchronous_commit = on; SET LOCAL lock_timeout = '5s'";

/**
 * Judges a batch in one transaction: counters locked in one order, everything loaded, the rules called one after the other over what the
 * earlier ones decided, all rows written by one statement, one commit. Throws what PostgreSQL says, and `Unlocked` when a rule writes to
 * scopes that neither it needed nor `alsoLock` names and that somebody else holds.
 */
export const judgeBatch = async (
  client: ClientBase,
  batch: readonly Asked[],
  { alsoLock, now, committing }: { readonly alsoLock: Iterable<Scope>; readonly now: number; readonly committing: Committing },
): Promise<Committed> => {
  await client.query(BEGIN);
  const needs = batch.flatMap((asked) => asked.needs);
  const locks = await lockCounters(client, { read: needs.map(({ scope }) => scope), written: alsoLock });
  const rows = keptRows();
  await loadInto(client, rows, needs);
  const writings: Writing[] = [];
  const outcomes = batch.map((asked) => judgeOne(rows, asked, writings));
  await locks.toWrite(new Set(writings.map(({ scope }) => scope)));
  if (writings.length > 0) await write(client, lastOfEach(writings, locks.next), now);
  await locks.tidy();
  committing();
  await client.query('COMMIT');
  return { outcomes, scopes: writings.map(({ scope }) => scope) };
};

const judgeOne = (rows: KeptRows, { needs, rule }: Asked, writings: Writing[]): Outcome => {
  try {
    const judged = rows.judge(needs, rule);
    // The next rule sees it; its place in the feed is given when its scope is locked.
    for (const one of judged.writings) rows.put(written(rows.rowsOf(one.scope).get(keyOf(one)), one, 0));
    writings.push(...judged.writings);
    return { answer: judged.answer };
  } catch (error) {
    return { error };
  }
};

interface Numbered extends Writing {
  readonly seq: number;
}

/** Each row once, as its last writing leaves it; every writing counts. */
const lastOfEach = (writings: readonly Writing[], next: (scope: Scope) => number): readonly Numbered[] => {
  const last = new Map<string, Numbered>();
  for (const writing of writings) {
    const key = `${writing.scope}\n${keyOf(writing)}`;
    const stamps = mergeStamps(last.get(key)?.stamps, writing.stamps);
    last.set(key, { ...writing, stamps, seq: next(writing.scope) });
  }
  return [...last.values()];
};

const WRITE = `WITH made AS (
    SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::bigint[], $7::bigint[])
      AS made (scope, kind, id, body, stamps, seq, deleted)
  ), counted AS (
    UPDATE counters SET seq = last.seq FROM (SELECT scope, max(seq) AS seq FROM made GROUP BY scope) AS last WHERE counters.scope = last.scope
  )
  INSERT INTO rows AS held (scope, kind, id, v, body, stamps, seq, deleted, removed_at)
  SELECT scope, kind, id, 1, body, stamps, seq, deleted, CASE deleted WHEN 1 THEN $8::bigint END FROM made
  ON CONFLICT (scope, kind, id) DO UPDATE SET v = excluded.v, body = excluded.body, seq = excluded.seq, deleted = excluded.deleted,
    removed_at = excluded.removed_at, stamps = (held.stamps::jsonb || excluded.stamps::jsonb)::text`;

const write = async (client: ClientBase, rows: readonly Numbered[], now: number): Promise<void> => {
  const columns = [
    rows.map(({ scope }) => scope),
    rows.map(({ kind }) => kind),
    rows.map(({ id }) => id),
    rows.map(({ body }) => body),
    rows.map(({ stamps }) => JSON.stringify(stamps)),
    rows.map(({ seq }) => seq),
    rows.map(({ deleted }) => (deleted ? 1 : 0)),
  ];
  await client.query({ name: 'write', text: WRITE, values: [...columns, now] });
};
