import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Signer } from '#base/ambient';
import { fromUtf8 } from '#base/bytes';
import { err, ok, type Result } from '#base/result';
import { uuidv7 } from '#base/uuid';
import { checkStructure, issuerId } from '#credentials/check-structure';
import { methodId } from '#credentials/did-document';
import { didKey, didKeyMethod } from '#credentials/did-key';
import type { JsonObject } from '#credentials/json';
import { buildOpenBadge, issueBadge } from '#credentials/open-badge';
import { signJwt } from '#credentials/sign-jwt';
import { readAward } from './award-description.ts';
import { type KeyKind, readKeyFile } from './key-file.ts';
import { deliver, MAX_FILE, readStart } from './local-files.ts';
import { printable } from './printable.ts';
import type { Command, Terminal } from './terminal.ts';

/** Options of every command that signs. */
export const SIGN_OPTIONS = {
  key: { type: 'string' },
  jwt: { type: 'boolean' },
  method: { type: 'string' },
  output: { type: 'string', short: 'o' },
} as const;

export const SIGN_HELP = `  --key FILE       the key to sign with (see new-key; also PEM, or one of a server's data/keys); only you may be able to read it
  --jwt            a token signed with ES256 (needs a P-256 key), for readers that take nothing else
  --method NAME    the name of the key, where it does not follow from the issuer's did:web or did:key
  -o OUT           the file to write; without it the credential goes to stdout`;

interface SignOptions {
  readonly key?: string | undefined;
  readonly jwt?: boolean | undefined;
  readonly method?: string | undefined;
  readonly output?: string | undefined;
}

/** The JSON a file holds; an error is one line. */
export const readJson = (path: string, terminal: Terminal): Result<unknown, string> => {
  const content = readStart(resolve(terminal.folder, path), MAX_FILE);
  if (content === undefined) return err(`${path} cannot be read.`);
  try {
    return ok(JSON.parse(fromUtf8(content).replace(/^\uFEFF/, '')));
  } catch {
    return err(`${path} is no JSON.`);
  }
};

/** The key asked for, of the kind the wanted proof needs. Throws one line when the file cannot be used. */
export const openKey = async ({ key, jwt }: SignOptions, terminal: Terminal): Promise<Signer> => {
  if (key === undefined) throw new Error('A key to sign with is needed: --key FILE (new-key makes one).');
  const { kind, signer } = await readKeyFile(resolve(terminal.folder, key));
  const wanted: KeyKind = jwt === true ? 'p256' : 'ed25519';
  if (kind === wanted) return signer;
  throw new Error(
    wanted === 'p256' ? `--jwt needs a P-256 key: new-key --p256 makes one.` : `${key} is a P-256 key: it signs with --jwt only.`,
  );
};

/** Signs a credential as asked and gives it away; the result is the exit code. Nothing that would not verify for its shape is signed. */
export const signAndDeliver = async (unsigned: JsonObject, signer: Signer, options: SignOptions, terminal: Terminal): Promise<number> => {
  const [problem] = checkStructure(unsigned);
  if (problem !== undefined) return terminal.fail(`This would be no well-formed credential: ${problem}.`);
  const method = options.method ?? methodFor(issuerId(unsigned) ?? '', signer);
  if (method === null) return terminal.fail('The issuer is neither a did:web nor the did:key of this key: name the key with --method.');
  const signed = options.jwt ? await signJwt(unsigned, signer, method) : await issueBadge(unsigned, signer, method, terminal.now);
  if (!signed.ok) {
    const { type } = signed.error;
    return terminal.fail(printable(`This cannot be signed: ${type}${'what' in signed.error ? ` ${signed.error.what}` : ''}.`));
  }
  return deliver(typeof signed.value === 'string' ? signed.value : JSON.stringify(signed.value, null, 2), options.output, terminal);
};

const methodFor = (issuer: string, { publicKey }: Signer): string | null => {
  if (issuer === didKey(publicKey)) return didKeyMethod(publicKey);
  return issuer.startsWith('did:web:') ? methodId(issuer, publicKey) : null;
};

export const freshId = (terminal: Terminal): string =>
  `urn:uuid:${uuidv7(
    () => terminal.now,
    (size) => new Uint8Array(randomBytes(size)),
  )}`;

export const issue: Command = {
  usage: 'DESCRIPTION --key FILE [--jwt] [--method NAME] [-o OUT]',
  help: `Makes and signs an Open Badges 3.0 credential (eddsa-rdfc-2022) from a description in JSON, such as
  { "issuer": { "id": "did:web:example.org:s:atelier", "name": "L'Atelier" }, "subject": "did:web:example.org:p:7",
    "achievement": { "id": "https://example.org/m/cuisine", "name": "Cuisiner", "description": "…", "criteria": "…", "inLanguage": "fr" } }
Left out: issuer.id is the did:key of the key, id a fresh one, awarded and validFrom now. Also: email (only its salted hash goes in),
validUntil, status { list, index }, narrative, source, evidence, achievedLevel; in achievement: achievementType, version, image, creator,
tags, alignments, levels. What is not known is refused.
${SIGN_HELP}
Ends with 0 when it is signed, else 1.`,
  run: async (args, terminal) => {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: SIGN_OPTIONS });
    const [path, ...rest] = positionals;
    if (path === undefined || rest.length > 0) return terminal.fail('issue needs one description.');
    const json = readJson(path, terminal);
    if (!json.ok) return terminal.fail(json.error);
    const signer = await openKey(values, terminal);
    const defaults = { id: freshId(terminal), issuer: didKey(signer.publicKey), now: terminal.now };
    const award = readAward(json.value, defaults, randomBytes(16).toString('hex'));
    if (!award.ok) return terminal.fail(printable(`${path}: ${award.error}`));
    return signAndDeliver(buildOpenBadge(award.value), signer, values, terminal);
  },
};
