import { createECDH, type JsonWebKey, randomBytes } from 'node:crypto';
import { existsSync, linkSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Signer } from '#base/ambient';
import { fromBase64url, toBase64url } from '#base/bytes';
import { signerFromSeed } from '#credentials/keys';
import type { StructureId } from '#domain/ids';
import type { KeyProvider } from '#server/actions/certify-device';
import { makeLastingFolder, syncFolder } from '#server/media/lasting-folder';
import { p256Jwk, signerOfJwk } from './p256-key.ts';

/** Organisation keys and the server's own secret in `data/keys`, one file each, readable by the server's user only. */
export interface KeyFiles extends KeyProvider {
  /** Makes the keys of a structure, from 32 bytes each if they are given (demonstration); what is there stays. */
  create(structure: StructureId, from?: { readonly key: Uint8Array; readonly tokens: Uint8Array }): void;
  /** Makes the key for tokens of a structure that has its own key and no such one. */
  complete(structure: StructureId): void;
  /** All files, as they are (backup). */
  entries(): readonly { readonly name: string; readonly text: string }[];
  /** Puts a file back; what is there stays (restore). Throws on a name that is none of ours. */
  putBack(name: string, text: string): void;
  /** 32 bytes that seal cookies and nonces; made on first use. */
  serverSecret(): Uint8Array;
}

/** Opens the folder, and makes it if it is not there. Throws what the file system says. */
export const openKeyFiles = (folder: string): KeyFiles => {
  makeLastingFolder(folder);
  const held = new Map<string, Promise<Signer>>();
  // A dot, which no structure's id can have, keeps the server's own secret from being somebody's key.
  const secretFile = join(folder, 'server.secret');
  const fileOf = (structure: StructureId): string => join(folder, `${structure}.key`);
  const tokenFileOf = (structure: StructureId): string => join(folder, `${structure}.jwk`);

  const signerOf = async <Secret>(file: string, read: (path: string) => Secret | null, open: (secret: Secret) => Promise<Signer>) => {
    const known = held.get(file);
    if (known) return known;
    const secret = read(file);
    if (secret === null) return null;
    const made = open(secret);
    held.set(file, made);
    return made;
  };
  const createTokens = (structure: StructureId, secret: Uint8Array): void =>
    keep(tokenFileOf(structure), `${JSON.stringify(p256Jwk(secret))}\n`);

  return {
    signer: (structure) => signerOf(fileOf(structure), readSeed, signerFromSeed),
    tokenSigner: (structure) => signerOf(tokenFileOf(structure), readJwk, signerOfJwk),
    create: (structure, from) => {
      keep(fileOf(structure), asText(from?.key ?? randomBytes(32)));
      createTokens(structure, from?.tokens ?? freshP256());
    },
    complete: (structure) => {
      if (existsSync(fileOf(structure)) && !existsSync(tokenFileOf(structure))) createTokens(structure, freshP256());
    },
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

const readFile = (path: string): string | null => {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null;
    throw error;
  }
};

const readSeed = (path: string): Uint8Array | null => {
  const text = readFile(path);
  const seed = text === null ? null : fromBase64url(text);
  if (text !== null && seed?.length !== 32) throw new Error(`${path} does not hold a key.`);
  return seed;
};

const readJwk = (path: string): JsonWebKey | null => {
  const text = readFile(path);
  return text === null ? null : JSON.parse(text);
};

// Nearly every 32 bytes are a number of the curve.
const freshP256 = (): Uint8Array => {
  const curve = createECDH('prime256v1');
  curve.generateKeys();
  const secret = curve.getPrivateKey();
  return Buffer.concat([Buffer.alloc(32 - secret.length), secret]);
};

const NAME = /^(?:[a-z0-9-]+\.(?:key|jwk)|server\.secret)$/;

const asText = (seed: Uint8Array): string => `${toBase64url(seed)}\n`;

// Whole before it has its name, which is on the disk before the key is used: a key that a power cut takes away is lost for ever. `link`:
// two processes cannot both make it, and a key is never written over.
const keep = (path: string, text: string): void => {
  if (!existsSync(path)) {
    const draft = join(dirname(path), `.${randomBytes(9).toString('hex')}`);
    writeFileSync(draft, text, { flag: 'wx', mode: 0o600, flush: true });
    try {
      linkSync(draft, path);
    } catch (error) {
      if (!isCode(error, 'EEXIST')) throw error;
    } finally {
      rmSync(draft);
    }
  }
  syncFolder(dirname(path));
};

const isCode = (error: unknown, code: string): boolean => error instanceof Error && 'code' in error && error.code === code;
