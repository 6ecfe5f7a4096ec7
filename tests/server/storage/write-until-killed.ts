// Run by the tests of stores and places: writes without end and prints the id of each thing that was acknowledged.
import { createHash, randomBytes } from 'node:crypto';
import { writeSync } from 'node:fs';
import { scopeOf } from '#domain/ids';
import type { ServerStore } from '#server/storage/server-store';

const [engine, place = ''] = process.argv.slice(2);

const open = async (): Promise<ServerStore> => {
  if (engine === 'postgres') return (await import('#server/storage/postgres')).openPostgresStore({ url: place });
  return (await import('#server/storage/sqlite')).openSqliteStore({ path: place, onFatal: () => process.exit(1) });
};

const recordWriter = async (): Promise<(turn: string) => Promise<string>> => {
  const store = await open();
  const scope = scopeOf('p', 'killed');
  return async (id) => {
    await store.judge([{ scope, kind: 'person', id }], () => ({ patches: [{ scope, kind: 'person', id, body: { id } }], answer: 0 }));
    return id;
  };
};

const fileWriter = async (): Promise<(turn: string) => Promise<string>> => {
  const { openFolderPlace } = await import('#server/media/folder-place');
  const folder = await openFolderPlace(place);
  return async (turn) => {
    const bytes = randomBytes(100_000);
    const name = `${turn}/${createHash('sha256').update(bytes).digest('hex')}`;
    await folder.write(name, bytes.length, async function* () {
      for (let at = 0; at < bytes.length; at += 10_000) yield bytes.subarray(at, at + 10_000);
    });
    return name;
  };
};

const writeOne = await (engine === 'folder' ? fileWriter() : recordWriter());
for (let turn = 0; ; turn++)
  await Promise.all(Array.from({ length: 5 }, async (_, i) => writeSync(1, `${await writeOne(`${process.pid}-${turn}-${i}`)}\n`)));
