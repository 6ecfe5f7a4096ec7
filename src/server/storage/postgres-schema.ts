import type { ClientBase } from 'pg';
import { NEWER_DATABASE, nextStep, STEPS, type Words } from './schema-steps.ts';

// "C": ids are ordered by their bytes, as in every engine, whatever the database's language.
const WORDS: Words = {
  key: 'TEXT COLLATE "C"',
  integer: 'BIGINT',
  table: '',
  now: '(extract(epoch FROM now()) * 1000)::BIGINT',
};

/** The version of the schema in this database; 0 = empty. */
export const schemaVersion = async (client: ClientBase): Promise<number> => {
  const { rows } = await client.query<{ made: boolean }>("SELECT to_regclass('schema_version') IS NOT NULL AS made");
  return rows[0]?.made ? lockedVersion(client) : 0;
};

/**
 * Takes the database to `target` steps (all by default) in one transaction; of several processes that start at once one does it and the
 * others wait. Throws on a database newer than this program.
 */
export const migrate = async (client: ClientBase, target: number = STEPS.length): Promise<void> => {
  await client.query('BEGIN');
  try {
    await client.query('CREATE TABLE IF NOT EXISTS schema_version (one INTEGER PRIMARY KEY CHECK (one = 1), version INTEGER NOT NULL)');
    await client.query('INSERT INTO schema_version VALUES (1, 0) ON CONFLICT (one) DO NOTHING');
    let at = await lockedVersion(client);
    if (at > STEPS.length) throw new Error(NEWER_DATABASE);
    for (let step = nextStep(at, target, WORDS); step; step = nextStep(at, target, WORDS)) {
      for (const sql of step.sql) await client.query(sql);
      at = step.version;
    }
    await client.query('UPDATE schema_version SET version = $1 WHERE version <> $1', [target]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
};

const lockedVersion = async (client: ClientBase): Promise<number> => {
  const { rows } = await client.query<{ version: number }>('SELECT version FROM schema_version FOR UPDATE');
  return rows[0]?.version ?? 0;
};
