import type { Millis } from '#base/ambient';
import { concatBytes, fromUtf8, utf8 } from '#base/bytes';
import type { BytePlace } from '#domain/byte-place';
import type { MediaId, Scope } from '#domain/ids';
import { type MediaType, mediaOwner } from '#domain/media';
import { UPLOAD_MS } from '#protocol/media';
import { uploadFolder, uploadsOf } from './media-names.ts';
import { type Chunk, chunkWord, type Piece, toChunk } from './upload-chunks.ts';

/** Which bytes go where. */
export interface Wanted {
  readonly scope: Scope;
  readonly media: MediaId;
}

/** What is said when an upload begins. */
export interface Announced extends Wanted {
  readonly type: MediaType;
  readonly size: number;
}

/** What was announced, and when, as it stands beside its parts. */
export interface Upload extends Announced {
  readonly at: Millis;
}

/** Uploads on their way, as they stand in the place of media: what was announced, and each part under where it begins. */
export interface UploadStore {
  read(wanted: Wanted): Promise<Upload | undefined>;
  begin(upload: Upload): Promise<void>;
  chunks(wanted: Wanted): Promise<readonly Chunk[]>;
  append(wanted: Wanted, first: number, bytes: Uint8Array): Promise<void>;
  bytes(pieces: readonly Piece[]): AsyncIterable<Uint8Array>;
  drop(wanted: Wanted): Promise<void>;
  /** Bytes announced by a scope's owner, but for one upload. */
  announced(wanted: Wanted): Promise<number>;
  /** Forgets what began too long ago, and parts without their announcement. */
  sweep(now: Millis): Promise<void>;
}

const ABOUT = 'about';

export const uploadStore = (place: BytePlace): UploadStore => ({
  read: async (wanted) => {
    const said = await readAbout(place, `${folderOf(wanted)}/${ABOUT}`);
    return said?.scope === wanted.scope ? said : undefined;
  },
  begin: async (upload) => {
    await drop(place, folderOf(upload));
    const bytes = utf8(JSON.stringify(upload));
    await place.write(`${folderOf(upload)}/${ABOUT}`, bytes.length, () => once(bytes));
  },
  chunks: async (wanted) => {
    const chunks: Chunk[] = [];
    for await (const named of place.list(folderOf(wanted))) {
      const chunk = toChunk(named);
      if (chunk) chunks.push(chunk);
    }
    return chunks;
  },
  append: (wanted, first, bytes) => place.write(`${folderOf(wanted)}/${chunkWord(first, bytes.length)}`, bytes.length, () => once(bytes)),
  bytes: (pieces) => bytesOf(place, pieces),
  drop: (wanted) => drop(place, folderOf(wanted)),
  announced: async (wanted) => {
    let bytes = 0;
    for await (const { name } of place.list(uploadsOf(ownerOf(wanted))))
      if (name.endsWith(`/${ABOUT}`) && !name.startsWith(`${folderOf(wanted)}/`)) bytes += (await readAbout(place, name))?.size ?? 0;
    return bytes;
  },
  sweep: (now) => sweep(place, now),
});

const ownerOf = ({ scope }: Wanted): string => mediaOwner(scope) ?? '';
const folderOf = (wanted: Wanted): string => uploadFolder(ownerOf(wanted), wanted.media);

const readAbout = async (place: BytePlace, name: string): Promise<Upload | undefined> => {
  const standing = await place.read(name);
  if (!standing) return undefined;
  const parts: Uint8Array[] = [];
  for await (const part of standing.bytes) parts.push(part);
  // Written by us, and seen only whole.
  return JSON.parse(fromUtf8(concatBytes(...parts)));
};

async function* bytesOf(place: BytePlace, pieces: readonly Piece[]): AsyncIterable<Uint8Array> {
  for (const { chunk, skip } of pieces) {
    const standing = await place.read(chunk.name, skip > 0 ? { first: skip, last: chunk.size - 1 } : undefined);
    if (!standing) throw new Error('a part of an upload is gone');
    yield* standing.bytes;
  }
}

/** The announcement first: parts without it count for nothing. */
const drop = async (place: BytePlace, folder: string): Promise<void> => {
  await place.remove(`${folder}/${ABOUT}`);
  const names: string[] = [];
  for await (const { name } of place.list(folder)) names.push(name);
  for (const name of names) await place.remove(name);
};

const sweep = async (place: BytePlace, now: Millis): Promise<void> => {
  const [folders, alive] = [new Set<string>(), new Set<string>()];
  for await (const { name } of place.list(uploadsOf())) {
    const folder = name.slice(0, name.lastIndexOf('/'));
    folders.add(folder);
    const said = name.endsWith(`/${ABOUT}`) ? await readAbout(place, name) : undefined;
    if (said && said.at + UPLOAD_MS > now) alive.add(folder);
  }
  for (const folder of folders) if (!alive.has(folder)) await drop(place, folder);
};

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}
