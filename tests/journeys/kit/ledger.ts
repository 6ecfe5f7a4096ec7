import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** How many records of a kind the server keeps, looked at in its own database. */
export const countRows = (data: string, kind: string): number => {
  const database = new DatabaseSync(join(data, 'pepites.db'), { readOnly: true });
  try {
    return Number(database.prepare('SELECT count(*) AS n FROM rows WHERE kind = ? AND deleted = 0').get(kind)?.['n']);
  } finally {
    database.close();
  }
};

/** Every record of a kind the server keeps, in the order it was written. */
export const readRows = (data: string, kind: string): readonly unknown[] => {
  const database = new DatabaseSync(join(data, 'pepites.db'), { readOnly: true });
  try {
    const rows = database.prepare('SELECT body FROM rows WHERE kind = ? AND deleted = 0 ORDER BY seq').all(kind);
    return rows.map(({ body }) => JSON.parse(String(body)) as unknown);
  } finally {
    database.close();
  }
};
