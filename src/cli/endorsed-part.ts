import { resolve } from 'node:path';
import { err, ok, type Result } from '#base/result';
import { issuerId } from '#credentials/check-structure';
import { isObject, type JsonObject } from '#credentials/json';
import { readBadgeFile } from '#credentials/read-badge-file';
import { readCredential } from '#credentials/read-credential';
import { MAX_FILE, readStart } from './local-files.ts';
import type { Terminal } from './terminal.ts';

/** What can be endorsed of a badge. */
export const PARTS = ['badge', 'achievement', 'issuer'] as const;
type Part = (typeof PARTS)[number];

export const isPart = (text: string): text is Part => PARTS.some((part) => part === text);

/** The id by which a part of the badge in a file is endorsed; an error is one line. */
export const aboutIn = async (path: string, part: Part, terminal: Terminal): Promise<Result<string, string>> => {
  const content = readStart(resolve(terminal.folder, path), MAX_FILE);
  if (content === undefined) return err(`${path} cannot be read.`);
  const file = await readBadgeFile(content);
  const badge = file.ok ? readCredential(file.value.text) : file;
  if (!badge.ok) return err(`${path} holds no badge: ${badge.error.type}.`);
  const id = idOf(badge.value.credential, part);
  return typeof id === 'string' ? ok(id) : err(`The ${part} in ${path} has no id.`);
};

const idOf = (credential: JsonObject, part: Part): unknown => {
  if (part === 'badge') return credential['id'];
  if (part === 'issuer') return issuerId(credential);
  const subject = credential['credentialSubject'];
  const achievement = isObject(subject) ? subject['achievement'] : undefined;
  return isObject(achievement) ? achievement['id'] : undefined;
};
