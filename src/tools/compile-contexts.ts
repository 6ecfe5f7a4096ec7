// Compiles the pinned JSON-LD contexts into the tables that src/credentials reads at run time.
// Run: node src/tools/compile-contexts.ts (a test fails when the committed tables are not what this writes).
import { readFileSync, writeFileSync } from 'node:fs';
import jsonld from 'jsonld';
import type { Contexts, LocalContext, TermTable } from '#credentials/jsonld-context';
import { FLAG } from '#credentials/jsonld-context';

/** Address → file in tests/vectors/contexts of the contexts we issue with. */
const ISSUE: Readonly<Record<string, string>> = {
  'https://www.w3.org/ns/credentials/v2': 'credentials-v2.jsonld',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json': 'ob-v3p0-3.0.3.json',
  'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json': 'ob-v3p0-extensions.json',
  'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json': 'clr-v2p0-2.0.1.json',
};

/** The same for those only other people's credentials use. */
const IMPORT: Readonly<Record<string, string>> = {
  'https://www.w3.org/2018/credentials/v1': '2018-credentials-v1.jsonld',
  'https://www.w3.org/ns/credentials/examples/v2': 'credentials-examples-v2.jsonld',
  'https://purl.imsglobal.org/spec/ob/v3p0/context.json': 'ob-v3p0.json',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json': 'ob-v3p0-3.0.1.json',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json': 'ob-v3p0-3.0.2.json',
  'https://purl.imsglobal.org/spec/clr/v2p0/context.json': 'clr-v2p0.json',
  'https://w3id.org/security/data-integrity/v1': 'data-integrity-v1.jsonld',
  'https://w3id.org/security/suites/ed25519-2020/v1': 'security-suites-ed25519-2020-v1.jsonld',
};

type Source = Readonly<Record<string, unknown>>;

interface Mapping {
  readonly '@id': string | null;
  readonly '@type'?: string;
  readonly '@container'?: readonly string[];
  readonly reverse?: boolean;
  readonly _prefix?: boolean;
}
interface Processed {
  readonly mappings: ReadonlyMap<string, Mapping>;
  readonly '@vocab'?: string;
}

/** The table of one context document, worked out by jsonld.js itself, so that meaning is never a second opinion. */
export const compileContext = async (source: Source): Promise<LocalContext> => compileLocal(await process(null, null), source);

const SUPPORTED = new Set(['@id', '@type', '@container', '@context', '@protected', '@prefix']);
const SUPPORTED_TOP = new Set(['@protected', '@version', '@vocab']);

const compileLocal = async (parent: Processed, source: Source): Promise<LocalContext> => {
  const active = await process(parent, unprotected(source));
  const borrowed: Record<string, string | null> = {};
  const terms: Record<string, TermTable> = {};
  for (const [name, definition] of Object.entries(source)) {
    if (name.startsWith('@')) {
      if (!SUPPORTED_TOP.has(name)) throw new Error(`contexts with ${name} are not supported`);
      continue;
    }
    const mapping = active.mappings.get(name);
    if (mapping === undefined || mapping.reverse) throw new Error(`the term ${name} is not supported`);
    if (isRecord(definition)) for (const key of Object.keys(definition)) if (!SUPPORTED.has(key)) throw new Error(`${name} has ${key}`);
    noteBorrowedPrefixes(definition, source, active, borrowed);
    const guarded = (isRecord(definition) ? definition['@protected'] : undefined) ?? source['@protected'];
    terms[name] = await compileTerm(active, mapping, guarded === true, isRecord(definition) ? definition['@context'] : undefined);
  }
  const vocab = source['@vocab'];
  return {
    ...(typeof vocab === 'string' ? { vocab } : {}),
    ...(Object.keys(borrowed).length === 0 ? {} : { borrowed }),
    terms,
  };
};

const compileTerm = async (active: Processed, mapping: Mapping, guarded: boolean, scoped: unknown): Promise<TermTable> => {
  const flags = flagsOf(mapping) | (guarded ? FLAG.protected : 0);
  const type = mapping['@type'] ?? null;
  const iri = mapping['@id'];
  if (scoped === undefined) {
    if (type !== null) return [iri, flags, type];
    return flags === FLAG.protected && iri !== null ? iri : [iri, flags];
  }
  if (scoped !== null && !isRecord(scoped)) throw new Error('a scoped context must be an object or null');
  return [iri, flags, type, scoped === null ? null : await compileLocal(active, scoped)];
};

const flagsOf = (mapping: Mapping): number => {
  const container = mapping['@container'] ?? [];
  for (const name of container) if (!['@set', '@list', '@graph'].includes(name)) throw new Error(`container ${name} is not supported`);
  return (
    (mapping._prefix ? FLAG.prefix : 0) |
    (container.includes('@set') ? FLAG.set : 0) |
    (container.includes('@list') ? FLAG.list : 0) |
    (container.includes('@graph') ? FLAG.graph : 0)
  );
};

// What `xsd:dateTime` means in a context that does not define xsd itself depends on what was defined before it: write down
// what it means here (null: an absolute IRI), so that the reader can refuse any combination where it would mean something else.
const noteBorrowedPrefixes = (definition: unknown, source: Source, active: Processed, borrowed: Record<string, string | null>): void => {
  for (const text of isRecord(definition) ? [definition['@id'], definition['@type']] : [definition]) {
    if (typeof text !== 'string' || text.startsWith('@')) continue;
    const prefix = /^([^:]+):(?!\/\/)/.exec(text)?.[1];
    if (prefix !== undefined && !(prefix in source)) borrowed[prefix] = active.mappings.get(prefix)?.['@id'] ?? null;
    if (prefix === undefined && !text.includes('://') && !(text in source)) throw new Error(`${text} is not defined in the same context`);
  }
};

// Property-scoped contexts may redefine protected terms, which jsonld.js's public entry refuses; what a term means does not change.
const unprotected = (source: Source): Source =>
  Object.fromEntries(
    Object.entries(source)
      .filter(([name]) => name !== '@protected')
      .map(([name, value]) => [name, isRecord(value) ? unprotected(value) : value]),
  );

const isRecord = (value: unknown): value is Source => typeof value === 'object' && value !== null && !Array.isArray(value);

// jsonld.js ships no types and this one entry point is all we use of it.
const process = async (parent: Processed | null, context: unknown): Promise<Processed> => {
  const documentLoader = (): never => {
    throw new Error('a pinned context may not refer to another one');
  };
  return (await jsonld.processContext(parent, context === null ? null : { '@context': context }, {
    documentLoader,
    base: '',
  })) as Processed;
};

const FOLDER = new URL('../../tests/vectors/contexts/', import.meta.url);

/** Reads one pinned context document from tests/vectors/contexts. */
export const readContext = (file: string): Source => {
  const document: unknown = JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8'));
  const context = isRecord(document) ? document['@context'] : undefined;
  if (!isRecord(context)) throw new Error(`${file} is not one context object`);
  return context;
};

/** Text of the generated modules by file name in src/credentials. */
export const compileAll = async (): Promise<Readonly<Record<string, string>>> => ({
  'issue-contexts.gen.ts': await moduleText('issueContexts', ISSUE),
  'import-contexts.gen.ts': await moduleText('importContexts', IMPORT),
});

/** Every pinned address with the file it was compiled from. */
export const pinnedFiles: Readonly<Record<string, string>> = { ...ISSUE, ...IMPORT };

const moduleText = async (name: string, files: Readonly<Record<string, string>>): Promise<string> => {
  const contexts: Record<string, LocalContext> = {};
  for (const [address, file] of Object.entries(files)) contexts[address] = await compileContext(readContext(file));
  const table: Contexts = contexts;
  return [
    '// Written by src/tools/compile-contexts.ts. Do not edit.',
    "import type { Contexts } from './jsonld-context.ts';",
    '',
    `export const ${name}: Contexts = ${JSON.stringify(table, null, 1)};`,
    '',
  ].join('\n');
};

if (import.meta.main) {
  for (const [file, text] of Object.entries(await compileAll())) writeFileSync(new URL(`../credentials/${file}`, import.meta.url), text);
}
