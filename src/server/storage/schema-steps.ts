/** The words in which the engines differ. */
export interface Words {
  /** A text whose order is that of its bytes. */
  readonly key: string;
  readonly integer: string;
  /** What stands after a table's columns. */
  readonly table: string;
  /** Milliseconds since 1970, now. */
  readonly now: string;
}

/** One step of the schema; `down` brings back the step before it, keeping every record that step can hold. */
interface Step {
  up(words: Words): readonly string[];
  readonly down: readonly string[];
}

/** All steps in order, written once for every engine; the schema's version is how many of them were taken. Published steps never change. */
export const STEPS: readonly Step[] = [
  {
    up: ({ key, integer, table }) => [
      `CREATE TABLE rows (
        scope ${key} NOT NULL, kind ${key} NOT NULL, id ${key} NOT NULL, v ${integer} NOT NULL, body TEXT NOT NULL, stamps TEXT NOT NULL,
        seq ${integer} NOT NULL, deleted ${integer} NOT NULL, PRIMARY KEY (scope, kind, id)
      ) ${table}`,
      'CREATE UNIQUE INDEX rows_by_seq ON rows (scope, seq)',
      `CREATE TABLE counters (scope ${key} PRIMARY KEY NOT NULL, seq ${integer} NOT NULL) ${table}`,
      `CREATE TABLE meta (key ${key} PRIMARY KEY NOT NULL, value TEXT NOT NULL) ${table}`,
    ],
    down: ['DROP TABLE meta', 'DROP TABLE counters', 'DROP INDEX rows_by_seq', 'DROP TABLE rows'],
  },
  {
    // When a record was removed, to forget it one day; how far a scope's rows are in the continuous backup.
    up: ({ integer, now }) => [
      `ALTER TABLE rows ADD COLUMN removed_at ${integer}`,
      `UPDATE rows SET removed_at = ${now} WHERE deleted = 1`,
      'CREATE INDEX rows_removed ON rows (removed_at) WHERE deleted = 1',
      `ALTER TABLE counters ADD COLUMN safe ${integer} NOT NULL DEFAULT 0`,
      'CREATE INDEX counters_unsafe ON counters (scope) WHERE safe < seq',
    ],
    down: [
      'DROP INDEX counters_unsafe',
      'ALTER TABLE counters DROP COLUMN safe',
      'DROP INDEX rows_removed',
      'ALTER TABLE rows DROP COLUMN removed_at',
    ],
  },
];

export const NEWER_DATABASE = 'The database was made by a newer version of Pépites.';

/** The statements of the next step from version `at` towards `target`, and the version they lead to; null when it is there. */
export const nextStep = (
  at: number,
  target: number,
  words: Words,
): { readonly sql: readonly string[]; readonly version: number } | null => {
  if (at === target) return null;
  const step = at < target ? STEPS[at] : STEPS[at - 1];
  if (!step) throw new Error(NEWER_DATABASE);
  return at < target ? { sql: step.up(words), version: at + 1 } : { sql: step.down, version: at - 1 };
};
