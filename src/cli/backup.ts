import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import type { BytePlace } from '#domain/byte-place';
import { backUpOnce } from '#server/back-up-once';
import { type Data, openData } from '#server/open-data';
import { openBackupPlace, readBackup } from '#server/place-setting';
import { restoreBackup } from '#server/restore-backup';
import { readSettings } from '#server/settings';
import type { Command, Terminal } from './terminal.ts';

const PLACES = `DIR is a folder or s3://bucket/prefix. With PEPITES_BACKUP_KEY (32 bytes in base64url) everything is sealed with it;
in a bucket it must be. Keep that key elsewhere: without it nothing comes back.`;

export const backup: Command = {
  usage: 'DIR | --new-key',
  help: `Writes records, media and keys to DIR while the server serves: all the first time, afterwards what is new.
${PLACES}
--new-key prints a fresh key. For a backup that goes on by itself set PEPITES_BACKUP=DIR for the server.
Ends with 0 when everything is there, else 1.`,
  run: (args, terminal) => {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { 'new-key': { type: 'boolean' } } });
    if (values['new-key']) {
      terminal.print(randomBytes(32).toString('base64url'));
      return Promise.resolve(0);
    }
    return withBoth(terminal, positionals[0], async (data, place) => {
      if ((await data.store.meta('host')) === undefined) return terminal.fail('There is nothing here to back up (PEPITES_DATA).');
      const { scopes, rows, copied, bytes, missing } = await backUpOnce(data, place, terminal.now);
      terminal.print(`${rows} records of ${scopes.length} scopes (${bytes} bytes), ${copied} media`);
      for (const name of missing) terminal.fail(`missing: ${name}`);
      return missing.length > 0 ? 1 : 0;
    });
  },
};

export const restore: Command = {
  usage: 'DIR',
  help: `Puts the newest backup in DIR back into empty data. PEPITES_DATA, PEPITES_DATABASE_URL and PEPITES_MEDIA say where:
records may move to PostgreSQL this way, and media to S3.
${PLACES}
Phones then send by themselves what was not in the backup. Can be run again when it was interrupted.
Ends with 0 when everything is back, else 1.`,
  run: (args, terminal) =>
    withBoth(terminal, args[0], async (data, place) => {
      const isEmpty = await data.store.look(async (moment) => (await moment.counters('all')).length === 0);
      if (!isEmpty && !(await data.store.meta('restoring')))
        return terminal.fail('These data are not empty: restore into an empty PEPITES_DATA.');
      const { at, rows, media, problems } = await restoreBackup(place, data);
      terminal.print(`${rows} records, ${media} media, of the backup begun at ${at}`);
      for (const problem of problems) terminal.fail(problem);
      return problems.length > 0 ? 1 : 0;
    }),
};

const withBoth = async (
  terminal: Terminal,
  dir: string | undefined,
  work: (data: Data, place: BytePlace) => Promise<number>,
): Promise<number> => {
  if (!dir) return terminal.fail('DIR is missing.');
  const settings = readSettings(terminal.env);
  if (!settings.ok) return terminal.fail(settings.error);
  const setting = readBackup(dir, terminal.env, 'DIR', terminal.folder);
  if (!setting.ok) return terminal.fail(setting.error);
  const opened = await openData({ ...settings.value, backup: undefined }, (error) => {
    throw error;
  });
  if (!opened.ok) return terminal.fail(opened.error);
  try {
    return await work(opened.value, await openBackupPlace(setting.value));
  } finally {
    await opened.value.store.close();
  }
};
