import type { Json } from '#base/canonical-json';
import type { Result } from '#base/result';
import { err, ok } from '#base/result';
import type { JsonObject } from './json.ts';
import { nestsWithin } from './json.ts';
import type { ActiveContext, Contexts, LocalContext, Scope, Term } from './jsonld-context.ts';
import { applyContext, EMPTY_CONTEXT, expandIri, FLAG, isAbsolute, plainTerm } from './jsonld-context.ts';
import { iriText } from './n-quads.ts';
import type { Quad } from './quad.ts';
import { RDF } from './quad.ts';
import type { QuadsRefusal, Run, Subject, Value } from './quads-run.ts';
import { emit, freshBlank, newRun, newSubject, nodeOf, refuse, subjectOf } from './quads-run.ts';
import { jsonLiteral, scalarToValue, valueObjectToLiteral } from './to-literal.ts';

const MAX_DEPTH = 64;
const MAX_CONTEXTS = 8;

/**
 * RDF quads of a JSON-LD document (JSON-LD 1.1 API: expansion, then deserialisation) for pinned contexts only. Stricter than a
 * processor in safe mode: whatever would be dropped, resolved against a base or read in two ways is refused.
 */
export const toQuads = (document: JsonObject, contexts: Contexts): Result<readonly Quad[], QuadsRefusal> => {
  const run = newRun(contexts);
  walkObject(run, document, { active: EMPTY_CONTEXT, key: null, term: undefined, graph: '', top: true, depth: MAX_DEPTH });
  return run.refusal === null ? ok(run.quads) : err(run.refusal);
};

/**
 * Where a value stands: terms in force, the key it is the value of and what that means there, the graph its quads go to; `top` for
 * what a graph (or the document) holds; how many more levels it may nest.
 */
interface Place {
  readonly active: ActiveContext;
  readonly key: string | null;
  readonly term: Term | undefined;
  readonly graph: string;
  readonly top: boolean;
  readonly depth: number;
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

// Each is looked up in the terms in force; no vocabulary pinned here has as many.
const MAX_MEMBERS = 1000;

const walkObject = (run: Run, element: JsonObject, place: Place): Value | null => {
  if (place.depth <= 0) return refuse(run, 'too-deep', '');
  const keys = Object.keys(element);
  if (keys.length > MAX_MEMBERS) return refuse(run, 'too-big', place.key ?? '');
  let outer = leaveTypeScope(place.active, keys);
  if (place.term?.scoped !== undefined) outer = apply(run, outer, place.term.scoped, 'property');
  if (Object.hasOwn(element, '@context')) outer = applyDocumentContext(run, outer, element['@context']);
  const typeKey = keyMeaning(outer, keys, '@type');
  const types = typeKey === undefined ? NO_TYPES : typesOf(run, element[typeKey]);
  let inner = outer;
  for (const type of types.length > 1 ? types.slice().sort() : types) {
    const scoped = outer.terms.get(type)?.scoped;
    if (scoped !== undefined) inner = apply(run, inner, scoped, 'type');
  }
  const opened: Opened = { element, keys, typeKey, types, outer, inner };
  const members = readMembers(run, opened, place);
  if (members !== 'value') return members === null ? null : walkNode(run, opened, members, place);
  return place.top ? refuse(run, 'bad-value', '@value') : valueObjectToLiteral(run, element, inner, outer);
};

const NO_TYPES: readonly string[] = [];

const keyMeaning = (active: ActiveContext, keys: readonly string[], keyword: string): string | undefined => {
  for (const key of keys) if (meaningOf(active, key) === keyword) return key;
  return undefined;
};

const meaningOf = (active: ActiveContext, key: string): string | null => {
  const term = active.terms.get(key);
  return term === undefined ? expandIri(active, key, true) : term.iri;
};

// A nested node does not inherit the terms of its parent's type; a bare value or reference keeps them (JSON-LD 1.1 API §5.1.2, 7–8).
const leaveTypeScope = (active: ActiveContext, keys: readonly string[]): ActiveContext => {
  if (active.previous === null) return active;
  if (keys.length <= 2 && !keys.includes('@context')) {
    const meanings = keys.map((key) => meaningOf(active, key));
    if (meanings.includes('@value') || (meanings.length === 1 && meanings[0] === '@id')) return active;
  }
  return active.previous;
};

const typesOf = (run: Run, value: Json | undefined): readonly string[] => {
  const list = Array.isArray(value) ? value : [value];
  if (list.every((type) => typeof type === 'string')) return list;
  refuse(run, 'bad-identifier', 'type');
  return NO_TYPES;
};

/** An object read so far: its types, and the terms in force outside and inside their scope. */
interface Opened {
  readonly element: JsonObject;
  readonly keys: readonly string[];
  readonly typeKey: string | undefined;
  readonly types: readonly string[];
  readonly outer: ActiveContext;
  readonly inner: ActiveContext;
}

/** What an object that is a node says: its identifier, and what each of its keys means (null for those that are no property). */
interface Members {
  readonly id: string | null;
  readonly terms: readonly (Term | null)[];
}

const walkNode = (run: Run, { element, keys, types, outer, inner }: Opened, { id, terms }: Members, place: Place): string => {
  const subject = id === null ? newSubject(freshBlank(run), place.graph) : subjectOf(run, id, place.graph);
  for (const type of types) {
    const object = nodeOf(run, outer, type, true);
    if (object !== null) emit(run, subject, RDF_TYPE, object);
  }
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] ?? '';
    const term = terms[i];
    if (!term?.node) continue;
    const inside = { active: inner, key, term, graph: place.graph, top: false, depth: place.depth - 1 };
    walkProperty(run, subject, term.node, element[key] ?? null, inside);
  }
  return subject.node;
};

// What the keys of an object mean: those of a node, 'value' for a value object, null for what is refused.
const readMembers = (run: Run, opened: Opened, place: Place): Members | 'value' | null => {
  const { element, keys, typeKey, inner } = opened;
  const terms: (Term | null)[] = [];
  let id: string | null = null;
  let says = opened.types.length > 0;
  let ofCredential = false;
  for (const key of keys) {
    const term = key === typeKey || key === '@context' ? null : propertyOf(inner, key);
    terms.push(term);
    if (term !== null) {
      // A property that is null says nothing (JSON-LD 1.1 API §5.1.2).
      says ||= element[key] !== null;
      ofCredential ||= term.ofCredential;
    } else if (key !== typeKey && key !== '@context') {
      const meaning = meaningOf(inner, key);
      if (meaning === '@id' && id === null) id = nodeOf(run, inner, element[key], false);
      else if (meaning?.startsWith('@') && keyMeaning(inner, keys, '@value') !== undefined) return 'value';
      else return refuse(run, meaning?.startsWith('@') ? 'unsupported-jsonld' : 'unmapped-term', key);
    }
  }
  if (place.key === null) run.rootId = id;
  // RDF merges everything said of one identifier, wherever it stands: without this, a credential's status or end could be moved
  // into another mention of its id, out of sight, with the proof still good.
  else if (ofCredential && id !== null && id === run.rootId) return refuse(run, 'hidden-property', id);
  // A node of only such is as empty as none.
  return place.top && !says ? refuse(run, 'empty-node', place.key ?? '') : { id, terms };
};

// The property a key means, or null when it means none. A full IRI as key would say the same as the term and hide the property from
// whoever reads the JSON by names.
const propertyOf = (active: ActiveContext, key: string): Term | null => {
  const term = active.terms.get(key);
  if (term !== undefined) return term.node === null ? null : term;
  const iri = key === '__proto__' || key.includes(':') ? null : expandIri(active, key, true);
  return iri === null || iri.startsWith('_:') || !isAbsolute(iri) ? null : plainTerm(iri);
};

const RDF_TYPE = iriText(RDF.type);
const FIRST = iriText(RDF.first);
const REST = iriText(RDF.rest);
const NIL = iriText(RDF.nil);

const walkProperty = (run: Run, subject: Subject, predicate: string, value: Json, place: Place): void => {
  if (run.refusal !== null) return;
  if (place.term?.type === '@json') {
    if (nestsWithin(value, place.depth)) emit(run, subject, predicate, jsonLiteral(run, value));
    else refuse(run, 'too-deep', '');
    return;
  }
  const flags = place.term?.flags ?? 0;
  if (flags & FLAG.list) {
    if (value !== null) emit(run, subject, predicate, walkList(run, value, place));
  } else walkValue(run, subject, predicate, value, place, (flags & FLAG.graph) !== 0);
};

// Lists in lists are one list (JSON-LD 1.1 API §5.1.2, 13.8), and null says nothing.
const walkValue = (run: Run, subject: Subject, predicate: string, value: Json, place: Place, isGraph: boolean): void => {
  if (isList(value)) {
    if (place.depth <= 0) refuse(run, 'too-deep', '');
    else if (value.length > 0) {
      const inside = { ...place, depth: place.depth - 1 };
      for (const item of value) {
        if (run.refusal !== null) return;
        walkValue(run, subject, predicate, item, inside, isGraph);
      }
    }
  } else if (value !== null) {
    const object = isGraph ? walkGraph(run, value, place) : walkItem(run, value, place);
    if (object !== null) emit(run, subject, predicate, object);
  }
};

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

type Item = Exclude<Json, null | readonly Json[]>;

const walkItem = (run: Run, item: Item, place: Place): Value | null => {
  if (typeof item === 'object') return walkObject(run, item, place);
  const { active, key, term } = place;
  if (term?.scoped === undefined) return scalarToValue(run, item, active, term);
  const scoped = apply(run, active, term.scoped, 'property');
  return scalarToValue(run, item, scoped, key === null ? undefined : scoped.terms.get(key));
};

const walkGraph = (run: Run, item: Item, place: Place): string | null => {
  if (typeof item !== 'object') return refuse(run, 'empty-node', place.key ?? '');
  const name = freshBlank(run);
  walkObject(run, item, { ...place, graph: name, top: true });
  return name;
};

const walkList = (run: Run, value: Json, place: Place): string => {
  const items = isList(value) ? value : [value];
  let rest = NIL;
  for (const item of items.slice().reverse()) {
    if (item === null) continue;
    if (isList(item)) refuse(run, 'unsupported-jsonld', place.key ?? '');
    const object = isList(item) ? null : walkItem(run, item, { ...place, depth: place.depth - 1 });
    const cell = newSubject(freshBlank(run), place.graph);
    if (object !== null) emit(run, cell, FIRST, object);
    emit(run, cell, REST, rest);
    rest = cell.node;
  }
  return rest;
};
