import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Signer } from '#base/ambient';
import { fromBase64url, toBase64url } from '#base/bytes';
import { signerFromSeed } from '#credentials/keys';
import type { StructureId } from '#domain/ids';
import type { KeyProvider } from '#server/actions/certify-device';

/** Organisation keys and the server's own secret in `data/keys`, one file each, readable by the server's user only. */
export interface KeyFiles extends KeyProvider {
  /** Makes the key of a structure, from `seed` if one is given (demonstration); what is there stays. */
  create(structure: StructureId, seed?: Uint8Array): void;
  /** All files, as they are (backup). */
  entries(): readonly { readonly name: string; readonly text: string }[];
  /** Puts a file back; what is there stays (restore). Throws on a name that is none of ours. */
  putBack(name: string, text: string): void;
  /** 32 bytes that seal cookies and nonces; made on first use. */
  serverSecret(): Uint8Array;
}

/** Opens the folder, and makes it if it is not there. Throws what the file system says. */
export const openKeyFiles = (folder: string): KeyFiles => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const held = new Map<StructureId, Promise<Signer>>();
  // A dot, which no structure's id can have, keeps the server's own secret from being somebody's key.
  const secretFile = join(folder, 'server.secret');
  const fileOf = (structure: StructureId): string => join(folder, `${structure}.key`);

  const signer = async (structure: StructureId): Promise<Signer | null> => {
    const known = held.get(structure);
    if (known) return known;
    const seed = readSeed(fileOf(structure));
    if (!seed) return null;
    const made = signerFromSeed(seed);
    held.set(structure, made);
    return made;
  };

  return {
    signer,
    create: (structure, seed) => keep(fileOf(structure), asText(seed ?? randomBytes(32))),
    entries: () =>
      readdirSync(folder)
        .filter((name) => NAME.test(name))
        .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') })),
    putBack: (name, text) => {
      if (!NAME.test(name)) throw new Error('this is no name of a key');
      keep(join(folder, name), text);
    },
    serverSecret: () => {
      keep(secretFile, asText(randomBytes(32)));
      return readSeed(secretFile) ?? new Uint8Array(0);
    },
  };
};

const readSeed = (path: string): Uint8Array | null => {
  try {
    const seed = fromBase64url(readFileSync(path, 'utf8').trim());
    if (seed?.length !== 32) throw new Error(`${path} does not hold a key.`);
    return seed;
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null;
    throw error;
  }
};

const NAME = /^(?:[a-z0-9-]+\.key|server\.secret)$/;

const asText = (seed: Uint8Array): string => `${toBase64url(seed)}\n`;

// `wx`: two processes cannot both make it, and a key is never written over.
const keep = (path: string, text: string): void => {
  try {
    const file = openSync(path, 'wx', 0o600);
    writeSync(file, text);
    fsyncSync(file);
    closeSync(file);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  }
};

const isCode = (error: unknown, code: string): boolean => error instanceof Error && 'code' in error && error.code === code;
