import { randomBytes } from 'node:crypto';
import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '#base/result';
import type { ServerStore } from '#server/storage/server-store';
import { openSqliteStore } from '#server/storage/sqlite';
import { type KeyFiles, openKeyFiles } from './key-files.ts';

/** The data folder, opened. */
export interface Data {
  readonly store: ServerStore;
  readonly keys: KeyFiles;
}

/** Opens the data folder, or makes it. An error is one line that says what to do. */
export const openData = (folder: string, onFatal: (error: Error) => void): Result<Data, string> => {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    const keys = openKeyFiles(join(folder, 'keys'));
    return ok({ keys, store: openSqliteStore({ path: join(folder, 'pepites.db'), onFatal }) });
  } catch (error) {
    return err(`The data folder ${folder} cannot be used: ${reason(error)}. Set PEPITES_DATA to a folder this user may read and write.`);
  }
};

const reason = (error: unknown): string => (error instanceof Error ? error.message.replace(/\.$/, '') : String(error));

/**
 * Binds fresh data to this origin, and refuses data bound to another: every credential and every identifier holds the host, so under
 * another one nothing issued so far could be checked any more. Gives the epoch of the data's history.
 */
export const bindData = async (store: ServerStore, origin: string): Promise<Result<{ readonly epoch: string }, string>> => {
  const bound = await store.meta('host');
  if (bound !== undefined && bound !== origin)
    return err(
      `These data belong to ${bound}, and this start is for ${origin}: start under the same address, or with other data (PEPITES_DATA).`,
    );
  if (bound === undefined) await store.setMeta('host', origin);
  const epoch = (await store.meta('epoch')) ?? randomBytes(9).toString('base64url');
  await store.setMeta('epoch', epoch);
  return ok({ epoch });
};
