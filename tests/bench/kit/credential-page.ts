// What the page of the credentials bench runs: the same contenders as in Node, built by Vite for a browser.
import { credentialContenders } from './credential-contenders.ts';
import { pairedRounds } from './paired-rounds.ts';

const loaderOf = (documents: Readonly<Record<string, unknown>>) => async (documentUrl: string) => {
  if (!(documentUrl in documents)) throw new Error(`no network: ${documentUrl}`);
  return { contextUrl: null, documentUrl, document: documents[documentUrl] };
};

// A page cannot tell processor time.
const cpu = (): number => performance.now() * 1000;

Object.assign(globalThis, {
  measure: async (documents: Readonly<Record<string, unknown>>, plan: Parameters<typeof pairedRounds>[1]) =>
    pairedRounds(await credentialContenders(loaderOf(documents)), plan, { cpu, tidy: () => undefined }),
});
