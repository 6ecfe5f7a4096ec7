import type { Json } from '#base/canonical-json';
import type { Result } from '#base/result';
import { err, ok } from '#base/result';
import type { JsonObject } from './json.ts';
import { nestsWithin } from './json.ts';
import type { ActiveContext, Contexts, LocalContext, Scope } from './jsonld-context.ts';
import { applyContext, EMPTY_CONTEXT, expandIri, FLAG, isAbsolute } from './jsonld-context.ts';
import type { Node, ObjectTerm, Quad } from './quad.ts';
import { DEFAULT_GRAPH, namedNode, RDF } from './quad.ts';
import type { QuadsRefusal, Run } from './quads-run.ts';
import { emit, freshBlank, identifier, newRun, nodeOf, refuse } from './quads-run.ts';
import { jsonLiteral, scalarToTerm, valueObjectToTerm } from './to-literal.ts';

const MAX_DEPTH = 64;
const MAX_CONTEXTS = 8;

/**
 * RDF quads of a JSON-LD document (JSON-LD 1.1 API: expansion, then deserialisation) for pinned contexts only. Stricter than a
 * processor in safe mode: whatever would be dropped, resolved against a base or read in two ways is refused.
 */
export const toQuads = (document: JsonObject, contexts: Contexts): Result<readonly Quad[], QuadsRefusal> => {
  const run = newRun(contexts);
  if (!nestsWithin(document, MAX_DEPTH)) return err({ type: 'too-deep', what: '' });
  walkObject(run, document, { active: EMPTY_CONTEXT, key: null, graph: DEFAULT_GRAPH, top: true });
  return run.refusal === null ? ok(run.quads) : err(run.refusal);
};

/** Where a value stands: terms in force, key it is the value of, graph its quads go to; `top` for what a graph (or the document) holds. */
interface Place {
  readonly active: ActiveContext;
  readonly key: string | null;
  readonly graph: Quad['graph'];
  readonly top: boolean;
}

const apply = (run: Run, active: ActiveContext, local: LocalContext | null, scope: Scope): ActiveContext => {
  const applied = applyContext(active, local, scope);
  if (typeof applied !== 'string') return applied;
  refuse(run, applied, scope);
  return active;
};

const applyDocumentContext = (run: Run, active: ActiveContext, value: Json | undefined): ActiveContext => {
  const list = Array.isArray(value) ? value : [value];
  if (list.length > MAX_CONTEXTS) refuse(run, 'too-big', '@context');
  let result = active;
  for (const address of list.slice(0, MAX_CONTEXTS)) {
    const local = typeof address === 'string' && Object.hasOwn(run.contexts, address) ? run.contexts[address] : undefined;
    if (local === undefined) refuse(run, 'unknown-context', typeof address === 'string' ? address : 'inline');
    else result = apply(run, result, local, 'document');
  }
  return result;
};

const walkObject = (run: Run, element: JsonObject, place: Place): ObjectTerm | null => {
  const keys = Object.keys(element);
  let active = leaveTypeScope(place.active, keys);
  const scoped = place.key === null ? undefined : place.active.terms.get(place.key)?.scoped;
  if (scoped !== undefined) active = apply(run, active, scoped, 'property');
  if (keys.includes('@context')) active = applyDocumentContext(run, active, element['@context']);
  const outer = active;
  const typeKey = keys.find((key) => key !== '@context' && expandIri(outer, key, true) === '@type');
  const types = typeKey === undefined ? [] : typesOf(run, element[typeKey]);
  for (const type of types.slice().sort()) {
    const ofType = outer.terms.get(type)?.scoped;
    if (ofType !== undefined) active = apply(run, active, ofType, 'type');
  }
  const inner = active;
  if (keys.some((key) => key !== '@context' && expandIri(inner, key, true) === '@value')) {
    return place.top ? refuse(run, 'bad-value', '@value') : valueObjectToTerm(run, element, keys, inner, outer);
  }
  return walkNode(run, element, { keys, types, typeKey, inner, outer, place });
};

// A nested node does not inherit the terms of its parent's type; a bare value or reference keeps them (JSON-LD 1.1 API §5.1.2, 7–8).
const leaveTypeScope = (active: ActiveContext, keys: readonly string[]): ActiveContext => {
  if (active.previous === null) return active;
  if (keys.length <= 2 && !keys.includes('@context')) {
    const meanings = keys.map((key) => expandIri(active, key, true));
    if (meanings.includes('@value') || (meanings.length === 1 && meanings[0] === '@id')) return active;
  }
  return active.previous;
};

const typesOf = (run: Run, value: Json | undefined): readonly string[] => {
  const list = Array.isArray(value) ? value : [value];
  if (list.every((type) => typeof type === 'string')) return list;
  refuse(run, 'bad-identifier', 'type');
  return [];
};

interface NodeWalk {
  readonly keys: readonly string[];
  readonly types: readonly string[];
  readonly typeKey: string | undefined;
  readonly inner: ActiveContext;
  readonly outer: ActiveContext;
  readonly place: Place;
}

// RDF merges everything said of one identifier, wherever it stands: without this, a credential's status or end could be moved
// into another mention of its id, out of sight, with the proof still good.
const CREDENTIAL_TERMS = 'https://www.w3.org/2018/credentials#';

const walkNode = (run: Run, element: JsonObject, walk: NodeWalk): Node | null => {
  const { keys, types, typeKey, inner, outer, place } = walk;
  const properties: { readonly key: string; readonly iri: string }[] = [];
  let id: string | null = null;
  for (const key of keys) {
    if (key === '@context' || key === typeKey) continue;
    const iri = expandIri(inner, key, true);
    if (iri === '@id' && id === null) id = identifier(run, inner, element[key], false);
    else if (iri?.startsWith('@')) return refuse(run, 'unsupported-jsonld', key);
    // A full IRI as key would say the same as the term and hide the property from whoever reads the JSON by names.
    else if (
      iri === null ||
      iri.startsWith('_:') ||
      (inner.terms.get(key)?.iri !== iri && !isAbsolute(iri)) ||
      key.includes(':') ||
      key === '__proto__'
    ) {
      return refuse(run, 'unmapped-term', key);
    } else properties.push({ key, iri });
  }
  if (place.key === null) run.rootId = id;
  else if (id !== null && id === run.rootId && properties.some(({ iri }) => iri.startsWith(CREDENTIAL_TERMS))) {
    return refuse(run, 'hidden-property', id);
  }
  // A property that is null says nothing (JSON-LD 1.1 API §5.1.2): a node of only such is as empty as none.
  if (place.top && types.length === 0 && properties.every(({ key }) => element[key] === null))
    return refuse(run, 'empty-node', place.key ?? '');
  const subject = id === null ? freshBlank(run) : nodeOf(run, id);
  for (const type of types) {
    const iri = identifier(run, outer, type, true);
    if (iri !== null) emit(run, subject, RDF.type, nodeOf(run, iri), place.graph);
  }
  for (const { key, iri } of properties) walkProperty(run, subject, iri, element[key] ?? null, { ...place, key, active: inner });
  return subject;
};

const walkProperty = (run: Run, subject: Node, predicate: string, value: Json, place: Place): void => {
  if (place.key === null || run.refusal !== null) return;
  const term = place.active.terms.get(place.key);
  const flags = term?.flags ?? 0;
  if (term?.type === '@json') {
    emit(run, subject, predicate, jsonLiteral(run, value), place.graph);
    return;
  }
  const active = term?.scoped === undefined ? place.active : apply(run, place.active, term.scoped, 'property');
  const inside: Place = { ...place, active, top: false };
  if (flags & FLAG.list) {
    if (value !== null) emit(run, subject, predicate, walkList(run, value, inside), place.graph);
    return;
  }
  for (const item of flatten(value)) {
    const object = flags & FLAG.graph ? walkGraph(run, item, inside) : walkItem(run, item, inside);
    if (object !== null) emit(run, subject, predicate, object, place.graph);
  }
};

const flatten = (value: Json): readonly Exclude<Json, null | readonly Json[]>[] =>
  isList(value) ? value.flatMap(flatten) : value === null ? [] : [value];

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

const walkItem = (run: Run, item: Exclude<Json, null | readonly Json[]>, place: Place): ObjectTerm | null =>
  typeof item === 'object'
    ? walkObject(run, item, place)
    : scalarToTerm(run, item, place.active, place.key === null ? undefined : place.active.terms.get(place.key));

const walkGraph = (run: Run, item: Exclude<Json, null | readonly Json[]>, place: Place): Node | null => {
  if (typeof item !== 'object') return refuse(run, 'empty-node', place.key ?? '');
  const name = freshBlank(run);
  walkObject(run, item, { ...place, graph: name, top: true });
  return name;
};

const walkList = (run: Run, value: Json, place: Place): Node => {
  const items = isList(value) ? value : [value];
  let rest: Node = namedNode(RDF.nil);
  for (const item of items.slice().reverse()) {
    if (item === null) continue;
    if (isList(item)) refuse(run, 'unsupported-jsonld', place.key ?? '');
    const object = isList(item) ? null : walkItem(run, item, place);
    const cell = freshBlank(run);
    if (object !== null) emit(run, cell, RDF.first, object, place.graph);
    emit(run, cell, RDF.rest, rest, place.graph);
    rest = cell;
  }
  return rest;
};
