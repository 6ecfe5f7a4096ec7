import { join, resolve } from 'node:path';
import { err, ok, type Result } from '#base/result';
import { type BackupSetting, type PlaceSetting, readBackup, readPlace } from './place-setting.ts';

/** What the environment asks for. */
export interface Settings {
  readonly host: string;
  /** 0 = any free port (tests). */
  readonly port: number;
  readonly dataFolder: string;
  /** PostgreSQL instead of the embedded database. */
  readonly databaseUrl: string | undefined;
  /** Where photos, films and voices are kept. */
  readonly media: PlaceSetting;
  /** Where the continuous backup goes, if there is one. */
  readonly backup: BackupSetting | undefined;
  /** The public origin, when it is not simply `http(s)://localhost:<port>`. */
  readonly publicOrigin: string | undefined;
  readonly tls: { readonly cert: string; readonly key: string } | undefined;
  readonly seed: 'demo' | 'none';
}

const LOOPBACK = ['localhost', '127.0.0.1', '::1'];

/** Reads the environment; an error is one line that says what to change. */
export const readSettings = (env: Readonly<Record<string, string | undefined>>): Result<Settings, string> => {
  const host = env['HOST'] || 'localhost';
  const port = Number(env['PORT'] || 8787);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) return err(`PORT is ${env['PORT']}: a number from 1 to 65535 is needed.`);
  const [cert, key] = [env['PEPITES_TLS_CERT'], env['PEPITES_TLS_KEY']];
  if (Boolean(cert) !== Boolean(key)) return err('PEPITES_TLS_CERT and PEPITES_TLS_KEY go together: one of them is missing.');
  const publicOrigin = readOrigin(env['PEPITES_PUBLIC_URL']);
  if (!publicOrigin.ok) return publicOrigin;
  const seed = readSeed(env['PEPITES_SEED'], isDemoPlace(host, publicOrigin.value, Boolean(cert)));
  if (!seed.ok) return seed;
  const databaseUrl = env['PEPITES_DATABASE_URL'] || undefined;
  // It may hold a password: it is never repeated.
  if (databaseUrl !== undefined && !/^postgres(?:ql)?:\/\/[^/]/.test(databaseUrl))
    return err('PEPITES_DATABASE_URL must be an address like postgres://user:password@host:5432/database.');
  const dataFolder = resolve(env['PEPITES_DATA'] || 'data');
  const media = readPlace(env['PEPITES_MEDIA'] || join(dataFolder, 'media'), env, 'PEPITES_MEDIA');
  if (!media.ok) return media;
  const backup = env['PEPITES_BACKUP'] ? readBackup(env['PEPITES_BACKUP'], env, 'PEPITES_BACKUP') : ok(undefined);
  if (!backup.ok) return backup;
  const tls = cert && key ? { cert, key } : undefined;
  return ok({
    host,
    port,
    dataFolder,
    databaseUrl,
    media: media.value,
    backup: backup.value,
    publicOrigin: publicOrigin.value,
    tls,
    seed: seed.value,
  });
};

/** The origin everything is bound to, once the port is known. */
export const originOf = ({ publicOrigin, tls }: Pick<Settings, 'publicOrigin' | 'tls'>, port: number): string =>
  publicOrigin ?? (tls ? `https://localhost${port === 443 ? '' : `:${port}`}` : `http://localhost${port === 80 ? '' : `:${port}`}`);

/** The demonstration has fixed secrets: it may exist only where nobody else can reach it. */
const isDemoPlace = (host: string, origin: string | undefined, tls: boolean): boolean =>
  LOOPBACK.includes(host) && !tls && (origin === undefined || /^http:\/\/localhost(:\d+)?$/.test(origin));

const readSeed = (seed: string | undefined, demoPlace: boolean): Result<'demo' | 'none', string> => {
  if (!seed) return ok(demoPlace ? 'demo' : 'none');
  if (seed === 'none') return ok('none');
  if (seed !== 'demo') return err(`PEPITES_SEED is ${seed}: it is either demo or none.`);
  return demoPlace ? ok('demo') : err('The demonstration has fixed secrets and runs on http://localhost only: set PEPITES_SEED=none here.');
};

const readOrigin = (text: string | undefined): Result<string | undefined, string> => {
  if (!text) return ok(undefined);
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || `${url.origin}/` !== url.href)
    return err(`PEPITES_PUBLIC_URL is ${text}: only scheme, host and port, as https://badges.example.org.`);
  if (url.protocol === 'http:' && url.hostname !== 'localhost')
    return err('PEPITES_PUBLIC_URL must start with https:// (http only for localhost): phones open no camera and keep no app without it.');
  // did:web knows no IP addresses.
  if (!/^(?:[a-z0-9-]+\.)*[a-z][a-z0-9-]*$/.test(url.hostname))
    return err('PEPITES_PUBLIC_URL needs a host name, not an IP address: issuers are named after it.');
  return ok(url.origin);
};
