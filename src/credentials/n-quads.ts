import type { Quad } from './quad.ts';
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

export const iriText = (iri: string): string => `<${iri.replace(IN_IRI, code)}>`;

/** A text with a datatype (an IRI) or, when `language` is given, in a language. */
export const literalText = (value: string, datatype: string, language?: string): string => {
  const text = isPlain(value) ? `"${value}"` : `"${value.replace(IN_TEXT, (char) => TEXT_ESCAPES[char] ?? code(char))}"`;
  return language === undefined ? typed(text, datatype) : `${text}@${language}`;
};

/** The same for a text that isPlain has been asked about already. */
export const plainText = (value: string, datatype: string): string => typed(`"${value}"`, datatype);

const typed = (text: string, datatype: string): string => (datatype === RDF.string ? text : `${text}^^${vocabularyText(datatype)}`);

/** Whether a text has nothing to escape and no half of a character; for short texts this takes less time than a regular expression. */
export const isPlain = (text: string): boolean => {
  for (let i = 0; i < text.length; i++) {
    const char = text.charCodeAt(i);
    if (char < 0x20 || char === 0x22 || char === 0x5c || char === 0x7f || (char >= 0xd800 && char <= 0xdfff)) return false;
  }
  return true;
};

// Predicates and datatypes come again and again; the bound keeps hostile documents from filling memory.
const MAX_WRITTEN = 1000;
const written = new Map<string, string>();

/** The text of an IRI that is likely to come again (of a vocabulary, not of a thing). */
export const vocabularyText = (iri: string): string => {
  const known = written.get(iri);
  if (known !== undefined) return known;
  if (written.size >= MAX_WRITTEN) written.clear();
  const text = iriText(iri);
  written.set(iri, text);
  return text;
};

/** A quad as a line of N-Quads, with `label` naming its blank nodes. */
export const writeLine = ({ subject, predicate, object, graph }: Quad, label: (term: string) => string): string =>
  graph === ''
    ? `${label(subject)} ${predicate} ${label(object)} .\n`
    : `${label(subject)} ${predicate} ${label(object)} ${label(graph)} .\n`;
