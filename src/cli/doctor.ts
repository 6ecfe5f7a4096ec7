import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { StructureId } from '#domain/ids';
import { readSettings } from '#server/settings';
import type { Command, Terminal } from './terminal.ts';
import { type OpenedData, withData } from './with-data.ts';

export const doctor: Command = {
  usage: '',
  help: `Looks at the data folder and prints one line for each thing found.
Ends with 1 when one of them needs somebody, else 0.`,
  run: (_args, terminal) =>
    withData(terminal, async (data) => {
      const findings = [...(await keyFindings(data)), ...(await jobFindings(data)), ...folderFindings(terminal)];
      terminal.print(`ok: data of ${data.site.origin}`);
      for (const finding of findings) terminal.print(`problem: ${finding}`);
      return findings.length > 0 ? 1 : 0;
    }),
};

const keyFindings = async ({ store, keys }: OpenedData): Promise<readonly string[]> => {
  const structures = (await store.scopes('s')).map((scope) => scope.slice(2) as StructureId);
  const signers = await Promise.all(
    structures.map(async (id) => {
      if (!(await keys.signer(id))) return [`${id} has no key: it can sign nothing`];
      return (await keys.tokenSigner(id)) ? [] : [`${id} has no key for tokens: the next start of the server makes one`];
    }),
  );
  return signers.flat();
};

const jobFindings = async ({ store }: OpenedData): Promise<readonly string[]> => {
  const scopes = await store.scopes('j');
  const jobs = await Promise.all(scopes.map(async (scope) => (await store.read([{ scope, kind: 'job' }])).list(scope, 'job').length));
  const waiting = jobs.reduce((sum, count) => sum + count, 0);
  return waiting > 0 ? [`${waiting} claimed badges wait to be signed (a running server signs them within a minute)`] : [];
};

const folderFindings = ({ env }: Terminal): readonly string[] => {
  const settings = readSettings(env);
  if (!settings.ok) return [];
  const keys = join(settings.value.dataFolder, 'keys');
  const mode = statSync(keys).mode & 0o077;
  return mode === 0 ? [] : [`${keys} can be read by others: chmod 700 it`];
};
