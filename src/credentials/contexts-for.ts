import type { Json } from '#base/canonical-json';
import { issueContexts } from './issue-contexts.gen.ts';
import type { JsonObject } from './json.ts';
import { isObject, nestsWithin } from './json.ts';
import type { Contexts } from './jsonld-context.ts';

let all: Promise<Contexts> | null = null;

/** The pinned contexts a document needs: those we issue with, or all once it names another (they are loaded only then). */
export const contextsFor = async (document: JsonObject): Promise<Contexts> => {
  if (!nestsWithin(document, 64) || !namesAnother(document)) return issueContexts;
  all ??= import('./import-contexts.gen.ts').then(({ importContexts }) => ({ ...issueContexts, ...importContexts }));
  return all;
};

const namesAnother = (value: Json | undefined): boolean => {
  if (Array.isArray(value)) return value.some(namesAnother);
  if (!isObject(value)) return false;
  const own = [value['@context'] ?? []].flat();
  return (
    own.some((address) => typeof address !== 'string' || !Object.hasOwn(issueContexts, address)) || Object.values(value).some(namesAnother)
  );
};
