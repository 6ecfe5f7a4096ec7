import { isWellFormed } from './json.ts';
import type { ActiveContext, ContextRefusal, Contexts } from './jsonld-context.ts';
import { expandIri, isAbsolute, prefixOf } from './jsonld-context.ts';
import { iriText } from './n-quads.ts';
import type { Quad } from './quad.ts';

/** Why a document has no agreed meaning here: JSON-LD would drop, guess or fetch something, or the document hides something. */
export type QuadsRefusal = {
  readonly type:
    | ContextRefusal
    | 'unknown-context'
    | 'unmapped-term'
    | 'bad-identifier'
    | 'bad-value'
    | 'hidden-property'
    | 'unsupported-jsonld'
    | 'empty-node'
    | 'too-deep'
    | 'too-big';
  /** The key, address or text it was found at. */
  readonly what: string;
};

/**
 * A literal whose text does not tell what it was made from (`datatype` null: none was given): a number may read as a text of the same
 * datatype. Processors compare values in the form they were given.
 */
export interface Literal {
  readonly text: string;
  readonly value: unknown;
  readonly datatype: string | null;
  readonly language?: string;
}

/** What stands on the right of a statement, as N-Quads text. */
export type Value = string | Literal;

/** A node something is said of, in one graph, with what has been said so far by predicate: the only value, or all by their texts. */
export interface Subject {
  readonly node: string;
  readonly graph: string;
  readonly said: Map<string, Value | Map<string, string>>;
}

/** One conversion of a document: what it has given so far. */
export interface Run {
  readonly contexts: Contexts;
  readonly quads: Quad[];
  readonly subjects: Map<string, Subject>;
  readonly names: Map<string, string>;
  rootId: string | null;
  blanks: number;
  // The first refusal; the walk then goes on harmlessly and its result is thrown away.
  refusal: QuadsRefusal | null;
}

const MAX_QUADS = 10_000;

export const newRun = (contexts: Contexts): Run => ({
  contexts,
  quads: [],
  subjects: new Map(),
  names: new Map(),
  rootId: null,
  blanks: 0,
  refusal: null,
});

/** Notes a refusal (the first one counts) and gives null. */
export const refuse = (run: Run, type: QuadsRefusal['type'], what: string): null => {
  run.refusal ??= { type, what: what.slice(0, 200) };
  return null;
};

/** The subject of a node that may be mentioned several times. */
export const subjectOf = (run: Run, node: string, graph: string): Subject => {
  const name = graph === '' ? node : `${graph} ${node}`;
  const known = run.subjects.get(name);
  if (known !== undefined) return known;
  const subject = newSubject(node, graph);
  run.subjects.set(name, subject);
  return subject;
};

/** The subject of a node that nobody has mentioned and nobody will again. */
export const newSubject = (node: string, graph: string): Subject => ({ node, graph, said: new Map() });

/** Says something of a subject, unless that has been said already. */
export const emit = (run: Run, { node, graph, said }: Subject, predicate: string, value: Value): void => {
  const before = said.get(predicate);
  if (before === undefined) said.set(predicate, value);
  else if (isRepeated(run, said, predicate, before, value)) return;
  if (run.quads.length >= MAX_QUADS) refuse(run, 'too-big', 'quads');
  run.quads.push({ subject: node, predicate, object: textOf(value), graph });
};

const isRepeated = (run: Run, said: Subject['said'], predicate: string, before: Value | Map<string, string>, value: Value): boolean => {
  const all = before instanceof Map ? before : remember(new Map(), before);
  said.set(predicate, all);
  const [text, written] = [textOf(value), writtenOf(value)];
  const twin = all.get(text);
  // One value written in two ways, or two values a processor takes for one: implementations count them differently.
  if (twin !== undefined ? twin !== written : all.has(written)) refuse(run, 'bad-value', text);
  if (twin === undefined) remember(all, value);
  return twin !== undefined;
};

const remember = (all: Map<string, string>, value: Value): Map<string, string> => {
  const written = writtenOf(value);
  return all.set(textOf(value), written).set(written, written);
};

const textOf = (value: Value): string => (typeof value === 'string' ? value : value.text);

// A text that two values share only when a processor of JSON-LD would take them for the same.
const writtenOf = (value: Value): string =>
  typeof value === 'string' ? value : `=${JSON.stringify([value.value, value.datatype, value.language])}`;

export const freshBlank = (run: Run): string => `_:b${run.blanks++}`;

// No white space, nothing to escape, no half of a character.
const PLAIN_IRI = /^[A-Za-z][A-Za-z0-9+.-]*:[!#-;=?-[\]_a-z~]*$/;

/** The node of the absolute IRI (or blank node) a text stands for, or null after a refusal. Blank nodes are renamed. */
export const nodeOf = (run: Run, active: ActiveContext, text: unknown, vocab: boolean): string | null => {
  if (typeof text === 'string') {
    const term = vocab ? active.terms.get(text) : undefined;
    if (term?.node) return term.node;
    if (term === undefined && PLAIN_IRI.test(text) && prefixOf(active, text) === null) return `<${text}>`;
  }
  const iri = identifier(run, active, text, vocab);
  if (iri === null || !iri.startsWith('_:')) return iri === null ? null : iriText(iri);
  const known = run.names.get(iri) ?? freshBlank(run);
  run.names.set(iri, known);
  return known;
};

/** The absolute IRI a text stands for, or null after a refusal. */
export const identifier = (run: Run, active: ActiveContext, text: unknown, vocab: boolean): string | null => {
  const iri = typeof text === 'string' ? expandIri(active, text, vocab) : null;
  return iri !== null && isAbsolute(iri) && isWellFormed(iri)
    ? iri
    : refuse(run, 'bad-identifier', typeof text === 'string' ? text : 'no text');
};
