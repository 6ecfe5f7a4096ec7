// Run by sqlite.test.ts: writes records without end and prints the id of each one that was acknowledged.
import { writeSync } from 'node:fs';
import { scopeOf } from '#domain/ids';
import { openSqliteStore } from '#server/storage/sqlite';

const store = openSqliteStore({ path: process.argv[2] ?? '', onFatal: () => process.exit(1) });
const scope = scopeOf('p', 'killed');

const writeOne = async (id: string): Promise<void> => {
  await store.judge([], () => ({ patches: [{ scope, kind: 'person', id, body: { id } }], answer: undefined }));
  writeSync(1, `${id}\n`);
};

for (let turn = 0; ; turn++) await Promise.all(Array.from({ length: 5 }, (_, i) => writeOne(`${turn}-${i}`)));
