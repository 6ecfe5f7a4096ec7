import { vocabularyText } from './n-quads.ts';

/**
 * A term of a pinned context with every IRI already expanded: IRI, flags (see FLAG), type coercion and scoped context
 * (null: the scope starts empty). A bare string is a protected term with nothing but an IRI.
 */
export type TermTable = string | readonly [iri: string | null, flags: number, type?: string | null, scoped?: LocalContext | null];

/** A pinned context as src/tools/compile-contexts.ts writes it. */
export interface LocalContext {
  readonly vocab?: string;
  /** Prefixes it uses without defining them, with what they must mean where it is applied (null: nothing). */
  readonly borrowed?: Readonly<Record<string, string | null>>;
  readonly terms: Readonly<Record<string, TermTable>>;
}

/** Pinned contexts by address. */
export type Contexts = Readonly<Record<string, LocalContext>>;

export const FLAG = { protected: 1, prefix: 2, set: 4, list: 8, graph: 16 } as const;

/** What a term means where it stands. */
export interface Term {
  readonly iri: string | null;
  /** The IRI as N-Quads text; null for keywords and terms set to nothing. */
  readonly node: string | null;
  /** Whether it is of the vocabulary of credentials themselves (status, validity…). */
  readonly ofCredential: boolean;
  readonly flags: number;
  readonly type: string | null;
  readonly scoped: LocalContext | null | undefined;
  readonly table: TermTable;
}

/** The terms in force at one place of a document; `previous` is what nested nodes fall back to after a type-scoped context. */
export interface ActiveContext {
  readonly terms: ReadonlyMap<string, Term>;
  readonly vocab: string | null;
  readonly previous: ActiveContext | null;
  /** What it became with each pinned context that has been applied to it. */
  readonly next: Map<LocalContext | null, { [scope in Scope]?: Applied }>;
}

export const EMPTY_CONTEXT: ActiveContext = { terms: new Map(), vocab: null, previous: null, next: new Map() };

/** How a context comes in: from the document, from a property's definition or from a type's definition (JSON-LD 1.1 §4.1.8). */
export type Scope = 'document' | 'property' | 'type';
export type ContextRefusal = 'protected-term' | 'context-clash';

type Applied = ActiveContext | ContextRefusal;

// Documents use a handful of combinations, so each is computed once; the bound keeps hostile ones from filling memory.
const MAX_REMEMBERED = 500;
let remembered = 0;

/** The active context after a pinned one (null: after a reset) has been applied (JSON-LD 1.1 API §4.1). */
export const applyContext = (active: ActiveContext, local: LocalContext | null, scope: Scope): Applied => {
  const known = active.next.get(local)?.[scope];
  if (known !== undefined) return known;
  const applied = local === null ? reset(active, scope) : merge(active, local, scope);
  if (++remembered > MAX_REMEMBERED) {
    // Every combination starts from nothing.
    EMPTY_CONTEXT.next.clear();
    remembered = 0;
  }
  active.next.set(local, { ...active.next.get(local), [scope]: applied });
  return applied;
};

const reset = (active: ActiveContext, scope: Scope): Applied => {
  const guarded = [...active.terms.values()].some((term) => term.flags & FLAG.protected);
  return guarded && scope !== 'property' ? 'protected-term' : EMPTY_CONTEXT;
};

const merge = (active: ActiveContext, local: LocalContext, scope: Scope): Applied => {
  const terms = new Map(active.terms);
  let changed = local.vocab !== undefined && local.vocab !== active.vocab;
  for (const [prefix, iri] of Object.entries(local.borrowed ?? {})) if ((terms.get(prefix)?.iri ?? null) !== iri) return 'context-clash';
  for (const [name, table] of Object.entries(local.terms)) {
    const term = readTerm(table);
    const before = terms.get(name);
    if (before && before.flags & FLAG.protected && scope !== 'property') {
      if (!sameTerm(before, term)) return 'protected-term';
      continue;
    }
    if (before === undefined || before.flags !== term.flags || !sameTerm(before, term)) changed = true;
    terms.set(name, term);
  }
  // Applying a context again (embedded credentials repeat theirs) must not make a new state each time.
  if (!changed && scope !== 'type') return active;
  const previous = scope === 'type' ? (active.previous ?? active) : active.previous;
  return { terms, vocab: local.vocab ?? active.vocab, previous, next: new Map() };
};

const CREDENTIAL_TERMS = 'https://www.w3.org/2018/credentials#';

const readTerm = (table: TermTable): Term => {
  const [iri, flags, type = null, scoped] = typeof table === 'string' ? [table, FLAG.protected] : table;
  const node = iri !== null && ABSOLUTE.test(iri) ? vocabularyText(iri) : null;
  return { iri, node, ofCredential: iri?.startsWith(CREDENTIAL_TERMS) ?? false, flags, type, scoped, table };
};

/** A term with nothing but an absolute IRI, as a vocabulary's default gives it. */
export const plainTerm = (iri: string): Term => readTerm([iri, 0]);

const sameTerm = (a: Term, b: Term): boolean =>
  a.table === b.table ||
  (a.iri === b.iri && (a.flags | FLAG.protected) === (b.flags | FLAG.protected) && a.type === b.type && sameScope(a.scoped, b.scoped));

const sameScope = (a: LocalContext | null | undefined, b: LocalContext | null | undefined): boolean =>
  a === b || JSON.stringify(a) === JSON.stringify(b);

const ABSOLUTE = /^[A-Za-z][A-Za-z0-9+.-]*:\S*$/;

/** Whether a text is an absolute IRI or a blank node name, with no white space in it. */
export const isAbsolute = (iri: string): boolean => ABSOLUTE.test(iri) || (iri.startsWith('_:') && !/\s/.test(iri));

/**
 * The IRI a text stands for (JSON-LD 1.1 API §5.2, no base): keywords as they are, null for reserved words (`@…`) and for terms
 * set to null; a relative text comes back unchanged. `vocab` is true for keys and types, false for identifiers.
 */
export const expandIri = (active: ActiveContext, text: string, vocab: boolean): string | null => {
  if (text.startsWith('@') && /^@[A-Za-z]+$/.test(text)) return KEYWORDS.has(text) ? text : null;
  const term = vocab ? active.terms.get(text) : undefined;
  if (term !== undefined) return term.iri;
  const colon = text.indexOf(':');
  if (colon > 0) {
    if (text.startsWith('_:')) return text;
    const prefix = prefixOf(active, text);
    if (prefix !== null) return prefix + text.slice(colon + 1);
    if (text.startsWith('//', colon + 1) || isAbsolute(text)) return text;
  }
  return vocab && active.vocab !== null ? active.vocab + text : text;
};

/** What the text before the first colon stands for, or null when it is no prefix here. */
export const prefixOf = (active: ActiveContext, text: string): string | null => {
  const colon = text.indexOf(':');
  if (text.startsWith('//', colon + 1)) return null;
  const prefix = active.terms.get(text.slice(0, colon));
  return prefix?.iri && prefix.flags & FLAG.prefix ? prefix.iri : null;
};

const KEYWORDS: ReadonlySet<string> = new Set(
  (
    '@base @container @context @default @direction @graph @id @included @index @json @language @list @nest @none @prefix @preserve ' +
    '@propagate @protected @reverse @set @type @value @version @vocab'
  ).split(' '),
);
