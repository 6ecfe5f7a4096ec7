import { randomBytes } from 'node:crypto';
import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '#base/result';
import type { BytePlace } from '#domain/byte-place';
import { makeLastingFolder } from '#server/media/lasting-folder';
import type { ServerStore } from '#server/storage/server-store';
import { openSqliteStore } from '#server/storage/sqlite';
import { type KeyFiles, openKeyFiles } from './key-files.ts';
import { openBackupPlace, openPlace } from './place-setting.ts';
import type { Settings } from './settings.ts';

/** The data folder, opened. */
export interface Data {
  readonly store: ServerStore;
  readonly keys: KeyFiles;
  readonly media: BytePlace;
  /** Where the continuous backup goes, if there is one. */
  readonly backup: BytePlace | undefined;
}

type Places = Pick<Settings, 'dataFolder' | 'databaseUrl' | 'media' | 'backup'>;

/** Opens the data folder, or makes it, and what stands in it or where the settings say. An error is one line that says what to do. */
export const openData = async (places: Places, onFatal: (error: Error) => void): Promise<Result<Data, string>> => {
  const { dataFolder, databaseUrl, backup } = places;
  let name = `The data folder ${dataFolder}`;
  let advice = ' Set PEPITES_DATA to a folder this user may read and write.';
  try {
    makeLastingFolder(dataFolder);
    accessSync(dataFolder, constants.R_OK | constants.W_OK | constants.X_OK);
    const keys = openKeyFiles(join(dataFolder, 'keys'));
    const embedded = databaseUrl === undefined ? openSqliteStore({ path: join(dataFolder, 'pepites.db'), onFatal }) : undefined;
    advice = '';
    name = 'The place of PEPITES_MEDIA';
    const media = await openPlace(places.media);
    name = 'The place of PEPITES_BACKUP';
    const target = backup && (await openBackupPlace(backup));
    name = 'The database of PEPITES_DATABASE_URL';
    return ok({ keys, media, backup: target, store: embedded ?? (await openPostgres(databaseUrl ?? '')) });
  } catch (error) {
    return err(`${name} cannot be used: ${reason(error)}.${advice}`);
  }
};

// Loaded only where it is used: the small server stays small.
const openPostgres = async (url: string): Promise<ServerStore> => (await import('#server/storage/postgres')).openPostgresStore({ url });

const reason = (error: unknown): string => (error instanceof Error ? error.message.replace(/\.$/, '') : String(error));

/**
 * Binds fresh data to this origin, and refuses data bound to another: every credential and every identifier holds the host, so under
 * another one nothing issued so far could be checked any more. Gives the epoch of the data's history.
 */
export const bindData = async (store: ServerStore, origin: string): Promise<Result<{ readonly epoch: string }, string>> => {
  if (await store.meta('restoring')) return err('These data are half restored: run `npm run cli -- restore` again.');
  const bound = await store.meta('host');
  if (bound !== undefined && bound !== origin)
    return err(
      `These data belong to ${bound}, and this start is for ${origin}: start under the same address, or with other data (PEPITES_DATA).`,
    );
  if (bound === undefined) await store.setMeta('host', origin);
  return ok({ epoch: await store.firstMeta('epoch', randomBytes(9).toString('base64url')) });
};
