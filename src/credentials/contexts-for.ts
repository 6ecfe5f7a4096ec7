import type { Json } from '#base/canonical-json';
import { issueContexts } from './issue-contexts.gen.ts';
import type { JsonObject } from './json.ts';
import type { Contexts } from './jsonld-context.ts';

let all: Promise<Contexts> | null = null;

/** The pinned contexts a document needs: those we issue with, or all once it names another (they are loaded only then). */
export const contextsFor = (document: JsonObject): Contexts | Promise<Contexts> => {
  if (!namesAnother(document, MAX_DEPTH)) return issueContexts;
  all ??= import('./import-contexts.gen.ts').then(({ importContexts }) => ({ ...issueContexts, ...importContexts }));
  return all;
};

// What nests deeper is refused whatever it names.
const MAX_DEPTH = 64;

const namesAnother = (value: Json | undefined, levels: number): boolean => {
  if (typeof value !== 'object' || value === null || levels === 0) return false;
  if (Array.isArray(value)) return value.some((item) => namesAnother(item, levels - 1));
  for (const key in value) {
    const inner = (value as JsonObject)[key];
    if (key === '@context' ? !isOurs(inner) : typeof inner === 'object' && namesAnother(inner, levels - 1)) return true;
  }
  return false;
};

const isOurs = (context: Json | undefined): boolean =>
  (Array.isArray(context) ? context : [context]).every((address) => typeof address === 'string' && Object.hasOwn(issueContexts, address));
