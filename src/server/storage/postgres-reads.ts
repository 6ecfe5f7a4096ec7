import type { ClientBase, Pool } from 'pg';
import type { Scope } from '#domain/ids';
import type { Need, Row } from '#domain/record';
import type { Feed } from '#domain/record-store';
import { type Kept, type KeptRows, toRow } from './kept-rows.ts';
import type { Counter } from './server-store.ts';

export type Asks = Pick<Pool | ClientBase, 'query'>;

interface Columns {
  readonly scope: Scope;
  readonly kind: string;
  readonly id: string;
  readonly v: string;
  readonly body: string;
  readonly stamps: string;
  readonly seq: string;
  readonly deleted: string;
}

const COLUMNS = 'scope, kind, id, v, body, stamps, seq, deleted';

// One statement, so one moment, whatever is written meanwhile.
const LOAD = `SELECT ${COLUMNS} FROM rows JOIN (SELECT * FROM unnest($1::text[], $2::text[], $3::text[]) AS one (scope, kind, id)) AS one
    USING (scope, kind, id)
  UNION ALL
  SELECT ${COLUMNS} FROM rows JOIN (SELECT * FROM unnest($4::text[], $5::text[]) AS many (scope, kind)) AS many USING (scope, kind)
    WHERE deleted = 0`;

/** Puts all rows some needs name into `rows`. */
export const loadInto = async (client: Asks, rows: KeptRows, needs: readonly Need[]): Promise<void> => {
  if (needs.length === 0) return;
  // Each once: two claims of one event ask for the same mould.
  const once = [...new Map(needs.map((need) => [`${need.scope}\n${need.kind}\n${need.id ?? ''}`, need])).values()];
  const [ones, many] = [once.filter(({ id }) => id !== undefined), once.filter(({ id }) => id === undefined)];
  const values = [
    ones.map(({ scope }) => scope),
    ones.map(({ kind }) => kind),
    ones.map(({ id }) => id),
    many.map(({ scope }) => scope),
    many.map(({ kind }) => kind),
  ];
  const found = await client.query<Columns>({ name: 'load', text: LOAD, values });
  for (const columns of found.rows) rows.put(toKept(columns));
};

export const feed = async (client: Asks, scope: Scope, cursor: number, limit: number): Promise<Feed> => {
  const text = `SELECT ${COLUMNS} FROM rows WHERE scope = $1 AND seq > $2 ORDER BY seq LIMIT $3`;
  const found = await client.query<Columns>({ name: 'feed', text, values: [scope, cursor, limit + 1] });
  const rows = found.rows.slice(0, limit).map((columns) => toRow(toKept(columns)));
  return { rows, cursor: rows.at(-1)?.seq ?? cursor, more: found.rows.length > limit };
};

export const latest = async (client: Asks, scope: Scope, kind: string, upTo: number): Promise<Row | undefined> => {
  const text = `SELECT ${COLUMNS} FROM rows WHERE scope = $1 AND kind = $2 AND seq <= $3 ORDER BY seq DESC LIMIT 1`;
  const { rows } = await client.query<Columns>({ name: 'latest', text, values: [scope, kind, upTo] });
  return rows[0] && toRow(toKept(rows[0]));
};

interface CounterColumns {
  readonly scope: Scope;
  readonly seq: string;
  readonly safe: string;
}

const toCounter = ({ scope, seq, safe }: CounterColumns): Counter => ({ scope, seq: Number(seq), safe: Number(safe) });

export const heads = async (client: Asks, scopes: readonly Scope[]): Promise<readonly Counter[]> => {
  const text = 'SELECT scope, seq, safe FROM counters WHERE scope = ANY($1) AND seq > 0';
  return (await client.query<CounterColumns>({ name: 'heads', text, values: [scopes] })).rows.map(toCounter);
};

export const counters = async (client: Asks, which: 'all' | 'unsafe'): Promise<readonly Counter[]> => {
  const text = `SELECT scope, seq, safe FROM counters WHERE ${which === 'all' ? 'seq > 0' : 'safe < seq'} ORDER BY scope`;
  return (await client.query<CounterColumns>(text)).rows.map(toCounter);
};

export const scopesOf = async (client: Asks, letter: string): Promise<readonly Scope[]> => {
  const text = 'SELECT DISTINCT scope FROM rows WHERE scope >= $1 AND scope < $2 AND deleted = 0 ORDER BY scope';
  const { rows } = await client.query<{ scope: Scope }>(text, [`${letter}:`, `${letter};`]);
  return rows.map(({ scope }) => scope);
};

export const facts = async (client: Asks): Promise<Readonly<Record<string, string>>> => {
  const { rows } = await client.query<{ key: string; value: string }>('SELECT key, value FROM meta');
  return Object.fromEntries(rows.map(({ key, value }) => [key, value]));
};

const toKept = ({ scope, kind, id, v, body, stamps, seq, deleted }: Columns): Kept => ({
  scope,
  kind,
  id,
  v: Number(v),
  body,
  stamps: JSON.parse(stamps),
  seq: Number(seq),
  deleted: Number(deleted) === 1,
});
