import { parseArgs } from 'node:util';
import { didKey } from '#credentials/did-key';
import { buildEndorsement } from '#credentials/endorsement';
import { readEndorsement } from './award-description.ts';
import { aboutIn, isPart, PARTS } from './endorsed-part.ts';
import { freshId, openKey, readJson, SIGN_HELP, SIGN_OPTIONS, signAndDeliver } from './issue.ts';
import { printable } from './printable.ts';
import type { Command } from './terminal.ts';

const OPTIONS = { ...SIGN_OPTIONS, badge: { type: 'string' }, of: { type: 'string', default: 'badge' } } as const;

export const endorse: Command = {
  usage: 'DESCRIPTION [--badge FILE [--of badge|achievement|issuer]] --key FILE [--jwt] [--method NAME] [-o OUT]',
  help: `Says something good of a badge, of what it is given for or of who gives it, and signs it: an Open Badges 3.0 endorsement, from JSON such as
  { "issuer": { "id": "did:web:example.org:s:eti", "name": "ETI" }, "comment": "Elle l'a fait chez nous.", "about": "https://example.org/b/1" }
Left out: issuer.id is the did:key of the key, id a fresh one, validFrom now, name "Endorsement". Also: validUntil, status { list, index }.
  --badge FILE     take what it is about from a badge file instead of "about"; the file is not checked: see verify
  --of PART        the badge itself (otherwise), its achievement, or its issuer
${SIGN_HELP}
Ends with 0 when it is signed, else 1.`,
  run: async (args, terminal) => {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
    const [path, ...rest] = positionals;
    if (path === undefined || rest.length > 0) return terminal.fail('endorse needs one description.');
    if (!isPart(values.of)) return terminal.fail(`--of is one of ${PARTS.join(', ')}.`);
    const json = readJson(path, terminal);
    if (!json.ok) return terminal.fail(json.error);
    const about = values.badge === undefined ? undefined : await aboutIn(values.badge, values.of, terminal);
    if (about?.ok === false) return terminal.fail(about.error);
    const signer = await openKey(values, terminal);
    const defaults = { id: freshId(terminal), issuer: didKey(signer.publicKey), now: terminal.now };
    const award = readEndorsement(json.value, defaults, about?.value);
    if (!award.ok) return terminal.fail(printable(`${path}: ${award.error}`));
    return signAndDeliver(buildEndorsement(award.value), signer, values, terminal);
  },
};
