import type { DatabaseSync } from 'node:sqlite';
import { NEWER_DATABASE, nextStep, STEPS, type Words } from './schema-steps.ts';

const WORDS: Words = { key: 'TEXT', integer: 'INTEGER', table: 'STRICT, WITHOUT ROWID', now: 'unixepoch() * 1000' };

/** The version of the schema in this database; 0 = empty. */
export const schemaVersion = (db: DatabaseSync): number => Number(db.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0);

/** Takes the database to `target` steps (all by default), each step in one transaction. Throws on a database newer than this program. */
export const migrate = (db: DatabaseSync, target: number = STEPS.length): void => {
  for (;;) {
    // Looked at inside the transaction: two processes may start at once.
    if (schemaVersion(db) === target) return;
    db.exec('BEGIN IMMEDIATE');
    try {
      const at = schemaVersion(db);
      if (at > STEPS.length) throw new Error(NEWER_DATABASE);
      const step = nextStep(at, target, WORDS);
      if (step) db.exec(`${step.sql.join(';\n')}; PRAGMA user_version = ${step.version}`);
      db.exec('COMMIT');
    } catch (error) {
      db.exec('ROLLBACK');
      throw error;
    }
  }
};
