/**
 * An RDF quad whose terms are texts in canonical N-Quads: `<iri>`, `_:name` or `"text"` with its datatype or language; the default
 * graph is ''. No other shape is ever needed: the proof signs these texts.
 */
export interface Quad {
  readonly subject: string;
  readonly predicate: string;
  readonly object: string;
  readonly graph: string;
}

const UNDERSCORE = 0x5f;

export const isBlank = (term: string): boolean => term.charCodeAt(0) === UNDERSCORE;

const SYNTAX = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const SCHEMA = 'http://www.w3.org/2001/XMLSchema#';

export const RDF = {
  type: `${SYNTAX}type`,
  first: `${SYNTAX}first`,
  rest: `${SYNTAX}rest`,
  nil: `${SYNTAX}nil`,
  json: `${SYNTAX}JSON`,
  string: `${SCHEMA}string`,
  boolean: `${SCHEMA}boolean`,
  integer: `${SCHEMA}integer`,
  double: `${SCHEMA}double`,
} as const;
