import type { ObjectTerm, Quad } from './quad.ts';
import { RDF } from './quad.ts';

// Canonical N-Quads (RDF 1.1 N-Quads §4, RDFC-1.0 §5.2): these characters and no others are escaped.
const TEXT_ESCAPES: Readonly<Record<string, string>> = {
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
  '"': '\\"',
  '\\': '\\\\',
};
// Everything but what needs no escape: control characters written out would look like a mistake to linters.
const IN_TEXT = /[^ -~\u0080-\uffff]|["\\]/g;
const IN_IRI = /[^!-\uffff]|[<>"{}|^`\\]/g;

const code = (char: string): string => `\\u${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;

// Predicates and datatypes come again and again; the bound keeps hostile documents from filling memory.
const MAX_WRITTEN = 500;
const written = new Map<string, string>();

const vocabularyText = (iri: string): string => {
  const known = written.get(iri);
  if (known !== undefined) return known;
  if (written.size >= MAX_WRITTEN) written.clear();
  const text = iriText(iri);
  written.set(iri, text);
  return text;
};

const iriText = (iri: string): string => `<${iri.replace(IN_IRI, code)}>`;

const termText = (term: ObjectTerm): string => {
  if (term.termType === 'NamedNode') return iriText(term.value);
  if (term.termType === 'BlankNode') return `_:${term.value}`;
  const text = `"${term.value.replace(IN_TEXT, (char) => TEXT_ESCAPES[char] ?? code(char))}"`;
  if (term.datatype.value === RDF.langString && term.language !== undefined) return `${text}@${term.language}`;
  return term.datatype.value === RDF.string ? text : `${text}^^${vocabularyText(term.datatype.value)}`;
};

/** A quad ready to be written many times with other names for its blank nodes. */
export interface Line {
  readonly subject: Part;
  readonly predicate: string;
  readonly object: Part;
  readonly graph: Part;
  /** All of it, when it has no blank nodes. */
  readonly fixed: string | null;
}
/** Text of a term, and its name when it is a blank node. */
export interface Part {
  readonly text: string;
  readonly blank: string | null;
}

const NO_GRAPH: Part = { text: '', blank: null };

const part = (term: Quad['graph'] | ObjectTerm): Part => {
  if (term.termType === 'DefaultGraph') return NO_GRAPH;
  return { text: termText(term), blank: term.termType === 'BlankNode' ? term.value : null };
};

export const lineOf = (quad: Quad): Line => {
  const [subject, object, graph] = [part(quad.subject), part(quad.object), part(quad.graph)];
  const line = { subject, predicate: vocabularyText(quad.predicate.value), object, graph, fixed: null };
  const fixed = subject.blank === null && object.blank === null && graph.blank === null;
  return fixed ? { ...line, fixed: writeLine(line, (blank) => blank) } : line;
};

/** The line as N-Quads, with `label` naming its blank nodes. */
export const writeLine = ({ subject, predicate, object, graph, fixed }: Line, label: (blank: string) => string): string => {
  if (fixed !== null) return fixed;
  const where = graph.text === '' ? '' : ` ${graph.blank === null ? graph.text : label(graph.blank)}`;
  const from = subject.blank === null ? subject.text : label(subject.blank);
  return `${from} ${predicate} ${object.blank === null ? object.text : label(object.blank)}${where} .\n`;
};
