import type { DatabaseSync } from 'node:sqlite';

/** One step of the schema; `down` brings back the step before it, keeping every record that step can hold. */
interface Migration {
  readonly up: string;
  readonly down: string;
}

/** All steps in order; the schema's version is how many of them were taken. Published steps never change. */
export const MIGRATIONS: readonly Migration[] = [
  {
    up: `
      CREATE TABLE rows (
        scope TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, v INTEGER NOT NULL, body TEXT NOT NULL, stamps TEXT NOT NULL,
        seq INTEGER NOT NULL, deleted INTEGER NOT NULL, PRIMARY KEY (scope, kind, id)
      ) STRICT, WITHOUT ROWID;
      CREATE UNIQUE INDEX rows_by_seq ON rows (scope, seq);
      CREATE TABLE counters (scope TEXT PRIMARY KEY, seq INTEGER NOT NULL) STRICT, WITHOUT ROWID;
      CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;`,
    down: 'DROP TABLE meta; DROP TABLE counters; DROP INDEX rows_by_seq; DROP TABLE rows;',
  },
];

/** The version of the schema in this database; 0 = empty. */
export const schemaVersion = (db: DatabaseSync): number => Number(db.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0);

/** Takes the database to `target` steps (all by default), each step in one transaction. Throws on a database newer than this program. */
export const migrate = (db: DatabaseSync, target: number = MIGRATIONS.length): void => {
  if (schemaVersion(db) > MIGRATIONS.length) throw new Error('The database was made by a newer version of Pépites.');
  for (let at = schemaVersion(db); at !== target; at = schemaVersion(db)) {
    const next = at < target ? at + 1 : at - 1;
    const sql = at < target ? MIGRATIONS[at]?.up : MIGRATIONS[next]?.down;
    db.exec(`BEGIN IMMEDIATE; ${sql ?? ''} PRAGMA user_version = ${next}; COMMIT;`);
  }
};
