import { isWellFormed } from './json.ts';
import type { ActiveContext, ContextRefusal, Contexts } from './jsonld-context.ts';
import { expandIri, isAbsolute } from './jsonld-context.ts';
import type { Node, ObjectTerm, Quad } from './quad.ts';
import { blankNode, namedNode, placeKey, quadKey, writtenKey } from './quad.ts';

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

/** One conversion of a document: what it has given so far. */
export interface Run {
  readonly contexts: Contexts;
  readonly quads: Quad[];
  // Where something has been said: the only quad of a place, or its several by meaning and by the way they were written.
  readonly seen: Map<string, Quad | Map<string, string>>;
  readonly names: Map<string, Node>;
  rootId: string | null;
  blanks: number;
  // The first refusal; the walk then goes on harmlessly and its result is thrown away.
  refusal: QuadsRefusal | null;
}

const MAX_QUADS = 10_000;

export const newRun = (contexts: Contexts): Run => ({
  contexts,
  quads: [],
  seen: new Map(),
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

/** Adds a quad unless it is there already. */
export const emit = (run: Run, subject: Node, predicate: string, object: ObjectTerm, graph: Quad['graph']): void => {
  const quad: Quad = { subject, predicate: namedNode(predicate), object, graph };
  if (isRepeated(run, quad)) return;
  if (run.quads.length >= MAX_QUADS) refuse(run, 'too-big', 'quads');
  run.quads.push(quad);
};

// Most places hold one quad, and then no text has to be made of what it says.
const isRepeated = (run: Run, quad: Quad): boolean => {
  const place = placeKey(quad);
  const before = run.seen.get(place);
  if (before === undefined) {
    run.seen.set(place, quad);
    return false;
  }
  const seen = before instanceof Map ? before : remember(new Map(), before);
  run.seen.set(place, seen);
  const twin = seen.get(quadKey(quad));
  const written = writtenKey(quad);
  // One value written in two ways, or two values a processor takes for one: implementations count them differently.
  if (twin !== undefined ? twin !== written : seen.has(written)) refuse(run, 'bad-value', quad.object.value);
  if (twin === undefined) remember(seen, quad);
  return twin !== undefined;
};

const remember = (seen: Map<string, string>, quad: Quad): Map<string, string> => {
  const written = writtenKey(quad);
  return seen.set(quadKey(quad), written).set(written, written);
};

export const freshBlank = (run: Run): Node => blankNode(`b${run.blanks++}`);

/** The node of an expanded identifier; blank nodes are renamed. */
export const nodeOf = (run: Run, iri: string): Node => {
  if (!iri.startsWith('_:')) return namedNode(iri);
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
