/** RDF terms and quads in the shape of the RDF/JS specification, which rdf-canonize reads. */
export interface NamedNode {
  readonly termType: 'NamedNode';
  readonly value: string;
}
export interface BlankNode {
  readonly termType: 'BlankNode';
  readonly value: string;
}
export interface Literal {
  readonly termType: 'Literal';
  readonly value: string;
  readonly datatype: NamedNode;
  readonly language?: string;
  /** What it was made from; processors compare values in this form when they drop repetitions. */
  readonly given: Given;
}
export interface DefaultGraph {
  readonly termType: 'DefaultGraph';
  readonly value: '';
}
export type Node = NamedNode | BlankNode;
export type ObjectTerm = Node | Literal;
export interface Quad {
  readonly subject: Node;
  readonly predicate: NamedNode;
  readonly object: ObjectTerm;
  readonly graph: Node | DefaultGraph;
}

const SYNTAX = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const SCHEMA = 'http://www.w3.org/2001/XMLSchema#';

export const RDF = {
  type: `${SYNTAX}type`,
  first: `${SYNTAX}first`,
  rest: `${SYNTAX}rest`,
  nil: `${SYNTAX}nil`,
  json: `${SYNTAX}JSON`,
  langString: `${SYNTAX}langString`,
  string: `${SCHEMA}string`,
  boolean: `${SCHEMA}boolean`,
  integer: `${SCHEMA}integer`,
  double: `${SCHEMA}double`,
} as const;

export const DEFAULT_GRAPH: DefaultGraph = { termType: 'DefaultGraph', value: '' };

export const namedNode = (value: string): NamedNode => ({ termType: 'NamedNode', value });

export const blankNode = (value: string): BlankNode => ({ termType: 'BlankNode', value });

/** What a literal was made from, where it differs: the JSON value, the datatype (null: none was given) and the language given. */
export interface Given {
  readonly value?: unknown;
  readonly datatype?: string | null;
  readonly language?: string;
}

export const literal = (value: string, datatype: string, given: Given = {}, language?: string): Literal => {
  const term = { termType: 'Literal', value, datatype: namedNode(datatype), given } as const;
  return language === undefined ? term : { ...term, language };
};

/**
 * The literal of a JSON number (JSON-LD 1.1 API §8.2.2): integers as such, others in canonical xsd:double form. Null for tiny
 * fractions without a decimal point (1e-7), which the processors in use write as 0.
 */
export const numberLiteral = (value: number, datatype: string | null): Literal | null => {
  const fractional = String(value).includes('.') || Math.abs(value) >= 1e21;
  if (fractional || (datatype === RDF.double && Number.isInteger(value))) {
    return literal(value.toExponential(15).replace(/(\d)0*e\+?/, '$1E'), datatype ?? RDF.double, { value, datatype });
  }
  return Number.isInteger(value) ? literal(value.toFixed(0), datatype ?? RDF.integer, { value, datatype }) : null;
};

/** A text that two quads share only when they have subject, predicate and graph in common. */
export const placeKey = ({ subject, predicate, graph }: Quad): string =>
  `${graph.termType}${graph.value}\n${subject.termType}${subject.value}\n${predicate.value}`;

/** A text that two quads share only when they are the same. */
export const quadKey = (quad: Quad): string => {
  const { object } = quad;
  const place = `${placeKey(quad)}\n${object.termType}`;
  if (object.termType !== 'Literal') return place + object.value;
  return `${place}${object.datatype.value} ${object.language ?? ''}\n${object.value}`;
};

/** A text that two literals of one place share only when a processor of JSON-LD would take them for the same value. */
export const writtenKey = (quad: Quad): string => {
  const { object } = quad;
  if (object.termType !== 'Literal') return quadKey(quad);
  const { value = object.value, datatype = object.datatype.value, language } = object.given;
  return `${placeKey(quad)}\n=${JSON.stringify([value ?? object.value, datatype, language])}`;
};
