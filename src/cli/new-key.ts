import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { didKey } from '#credentials/did-key';
import { makeKeyFile } from './key-file.ts';
import type { Command } from './terminal.ts';

export const newKey: Command = {
  usage: 'FILE [--p256]',
  help: `Makes a key to sign with, in a file (JWK) that only you may read, and prints its public half as a did:key.
  --p256           a P-256 key, for issue --jwt; otherwise Ed25519, for everything else
A file that is there is never written over.
Ends with 0 when the key is made, else 1.`,
  run: async (args, terminal) => {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { p256: { type: 'boolean' } } });
    const [path, ...rest] = positionals;
    if (path === undefined || rest.length > 0) return terminal.fail('new-key needs one file.');
    const { publicKey } = await makeKeyFile(resolve(terminal.folder, path), values.p256 ? 'p256' : 'ed25519');
    terminal.print(didKey(publicKey));
    return 0;
  },
};
