import { createHash } from 'node:crypto';
import type { BytePlace } from '#domain/byte-place';
import type { ServerStore } from '#server/storage/server-store';

/** The hash of every scope: all of its rows as they are, the removed ones too, and where its counter stands. */
export const scopeHashes = (store: ServerStore): Promise<Readonly<Record<string, string>>> =>
  store.look(async (moment) => {
    const hashes: Record<string, string> = {};
    for (const { scope, seq } of await moment.counters('all')) {
      const hash = createHash('sha256').update(String(seq));
      for (let [cursor, more] = [0, true]; more; ) {
        const page = await moment.feed(scope, cursor, 100);
        hash.update(JSON.stringify(page.rows));
        ({ cursor, more } = page);
      }
      hashes[scope] = hash.digest('hex');
    }
    return hashes;
  });

/** The hash of everything that stands somewhere, by name. */
export const placeHashes = async (place: BytePlace, prefix = ''): Promise<Readonly<Record<string, string>>> => {
  const hashes: [string, string][] = [];
  for await (const { name } of place.list(prefix)) {
    const hash = createHash('sha256');
    for await (const part of (await place.read(name))?.bytes ?? []) hash.update(part);
    hashes.push([name, hash.digest('hex')]);
  }
  return Object.fromEntries(hashes.toSorted());
};
