import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Scope, scopeOf } from '#domain/ids';
import { mediaOwner } from '#domain/media';
import { mediaName } from '#server/actions/media-names';
import type { Told } from './restless-phone.ts';

/** What is wrong with a server's data after its death; nothing, it is hoped. */
export interface Wrongs {
  /** Acknowledged and not there. */
  readonly lost: number;
  /** Judged twice. */
  readonly doubled: number;
  /** Told to have arrived, and no row says so. */
  readonly mediaLost: number;
  /** A row says it has arrived, and the bytes are not there or others. */
  readonly withoutBlob: number;
  /** What SQLite says of its file. */
  readonly integrity: string;
}

export const isSound = ({ lost, doubled, mediaLost, withoutBlob, integrity }: Wrongs): boolean =>
  lost + doubled + mediaLost + withoutBlob === 0 && integrity === 'ok';

/** The last characters of an act's id, by which the server remembers that it was judged. */
const TAIL = 17;

/** Opens the data a dead server has left (SQLite recovers then) and compares them with what phones were told. `whole`: with every hash. */
export const lookAtData = (data: string, phones: readonly Told[], whole: boolean): Wrongs => {
  const db = new DatabaseSync(join(data, 'pepites.db'));
  try {
    const integrity = String(db.prepare('PRAGMA integrity_check').get()?.['integrity_check']);
    const bodies = (scope: Scope, kind: string): readonly { readonly id: string; readonly body: Record<string, unknown> }[] =>
      db
        .prepare('SELECT id, body FROM rows WHERE scope = ? AND kind = ? AND deleted = 0')
        .all(scope, kind)
        .map(({ id, body }) => ({ id: String(id), body: JSON.parse(String(body)) }));
    const all = phones.map((phone) => wrongsOf(data, phone, bodies, whole));
    const sum = (of: 'lost' | 'doubled' | 'mediaLost' | 'withoutBlob'): number => all.reduce((total, one) => total + one[of], 0);
    return { lost: sum('lost'), doubled: sum('doubled'), mediaLost: sum('mediaLost'), withoutBlob: sum('withoutBlob'), integrity };
  } finally {
    db.close();
  }
};

type Bodies = (scope: Scope, kind: string) => readonly { readonly id: string; readonly body: Record<string, unknown> }[];

const wrongsOf = (data: string, { device, person, acts, acknowledged, arrived }: Told, bodies: Bodies, whole: boolean) => {
  const judged = bodies(scopeOf('d', device), 'head').flatMap(({ body }) => body['ids'] as readonly string[]);
  const once = new Set(judged);
  const hers = scopeOf('q', person);
  const media = bodies(hers, 'media');
  const told = new Set(media.map(({ id }) => id));
  const evidence = new Set(bodies(hers, 'evidence').map(({ id }) => id));
  // Judged, and had its effect.
  const isThere = (act: Told['acts'][number]): boolean => once.has(act.id.slice(-TAIL)) && evidence.has(act.evidence);
  return {
    lost: acts.slice(0, acknowledged).filter((act) => !isThere(act)).length,
    doubled: judged.length - once.size,
    mediaLost: arrived.filter((id) => !told.has(id)).length,
    withoutBlob: media.filter(
      ({ id, body }) => !hasBlob(join(data, 'media', mediaName(mediaOwner(hers) ?? '', id)), id, Number(body['size']), whole),
    ).length,
  };
};

const hasBlob = (path: string, id: string, size: number, whole: boolean): boolean =>
  existsSync(path) && statSync(path).size === size && (!whole || createHash('sha256').update(readFileSync(path)).digest('hex') === id);
