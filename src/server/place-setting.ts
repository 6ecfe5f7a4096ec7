import { resolve } from 'node:path';
import { fromBase64url } from '#base/bytes';
import { err, ok, type Result } from '#base/result';
import type { BytePlace } from '#domain/byte-place';
import { openFolderPlace } from '#server/media/folder-place';
import { readS3Address, type S3Address } from '#server/media/s3-address';
import { openSealedPlace } from '#server/media/sealed-place';

/** Where bytes are kept: in a folder, or in a bucket. */
export type PlaceSetting = { readonly folder: string } | { readonly s3: S3Address };

/** Where a backup is kept, and the key that seals it. */
export interface BackupSetting {
  readonly place: PlaceSetting;
  readonly key: Uint8Array | undefined;
}

type Env = Readonly<Record<string, string | undefined>>;

/** Reads a folder's path or `s3://…`, as the environment or a command has it; `name` is what the person called it. */
export const readPlace = (text: string, env: Env, name: string, from = process.cwd()): Result<PlaceSetting, string> => {
  if (!/^[a-z][a-z0-9+.-]+:\/\//i.test(text)) return ok({ folder: resolve(from, text) });
  const address = readS3Address(text, env);
  return address.ok ? ok({ s3: address.value }) : err(`${name} ${address.error}.`);
};

/** The same for a backup, which holds the organisations' keys: in a bucket it must be sealed. */
export const readBackup = (text: string, env: Env, name: string, from?: string): Result<BackupSetting, string> => {
  const place = readPlace(text, env, name, from);
  if (!place.ok) return place;
  const said = env['PEPITES_BACKUP_KEY'];
  const key = said ? fromBase64url(said) : undefined;
  if (key === null || (key && key.length !== 32)) return err('PEPITES_BACKUP_KEY must be 32 bytes in base64url (43 letters).');
  if (key === undefined && 's3' in place.value)
    return err(
      `${name} leaves this machine and holds the keys of the organisations: it needs PEPITES_BACKUP_KEY (see cli -- backup --help).`,
    );
  return ok({ place: place.value, key });
};

/** Opens it; what speaks S3 is loaded only for a bucket. */
export const openPlace = async (setting: PlaceSetting): Promise<BytePlace> => {
  if ('folder' in setting) return openFolderPlace(setting.folder);
  const { openS3Place } = await import('#server/media/s3-place');
  return openS3Place(setting.s3);
};

export const openBackupPlace = async ({ place, key }: BackupSetting): Promise<BytePlace> => {
  const opened = await openPlace(place);
  return key ? openSealedPlace(opened, key) : opened;
};
