import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { Scope } from '#domain/ids';
import type { RecordStore } from '#domain/record-store';
import { listeners } from './listeners.ts';

interface Watching {
  readonly watch: RecordStore['watch'];
  /** This process has committed to these scopes. */
  tell(scopes: readonly Scope[]): void;
  close(): Promise<void>;
}

const CHANNEL = 'pepites_written';
// A notification holds 8 000 bytes.
const MOST_SCOPES = 70;

/**
 * Hints of what other processes write, by LISTEN and NOTIFY, sent after the commit so that commits need not queue for them. Lost ones
 * only make a poke late: nothing depends on them. The listening connection is opened when somebody watches.
 */
export const watchWrites = ({ url, pool }: { readonly url: string; readonly pool: pg.Pool }): Watching => {
  const [watchers, self] = [listeners(), randomUUID()];
  let listening: Promise<void> | undefined;
  let connection: pg.Client | undefined;
  const end = new AbortController();

  const heard = ({ payload = '' }: pg.Notification): void => {
    const [from, ...scopes] = payload.split(' ');
    if (from !== self) watchers.tell(scopes as Scope[]);
  };

  const listenOnce = async (): Promise<void> => {
    const client = new pg.Client({ connectionString: url, keepAlive: true, application_name: 'pepites watch' });
    const ended = new Promise<void>((resolve) => client.once('end', resolve).once('error', () => resolve()));
    connection = client;
    try {
      await client.connect();
      client.on('notification', heard);
      await client.query(`LISTEN ${CHANNEL}`);
      await ended;
    } catch {
      // Tried again below.
    } finally {
      await client.end().catch(() => undefined);
    }
  };

  const listen = async (): Promise<void> => {
    while (!end.signal.aborted) {
      await listenOnce();
      await delay(1000, undefined, { ref: false, signal: end.signal }).catch(() => undefined);
    }
  };

  const notify = async (scopes: readonly Scope[]): Promise<void> => {
    for (let i = 0; i < scopes.length; i += MOST_SCOPES)
      await pool.query('SELECT pg_notify($1, $2)', [CHANNEL, [self, ...scopes.slice(i, i + MOST_SCOPES)].join(' ')]);
  };

  return {
    watch: (written) => {
      listening ??= listen();
      return watchers.add(written);
    },
    tell: (scopes) => {
      watchers.tell(scopes);
      const told = [...new Set(scopes)];
      if (told.length > 0) notify(told).catch(() => undefined);
    },
    close: async () => {
      end.abort();
      await connection?.end().catch(() => undefined);
      await listening;
    },
  };
};
