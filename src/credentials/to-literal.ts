import type { Json } from '#base/canonical-json';
import { canonicalJson } from '#base/canonical-json';
import type { JsonObject } from './json.ts';
import { isWellFormed } from './json.ts';
import type { ActiveContext, Term } from './jsonld-context.ts';
import { expandIri } from './jsonld-context.ts';
import type { Literal, ObjectTerm } from './quad.ts';
import { literal, numberLiteral, RDF } from './quad.ts';
import type { Run } from './quads-run.ts';
import { identifier, nodeOf, refuse } from './quads-run.ts';

/** The literal of a value whose term has type @json; arrays and objects count as never the same, as processors compare identities. */
export const jsonLiteral = (run: Run, value: Json): Literal =>
  literal(canonicalJson(value), RDF.json, typeof value === 'object' && value !== null ? { value: run.blanks++ } : { value });

/** The object a text, number or boolean becomes under a term (value expansion, JSON-LD 1.1 API §5.3). */
export const scalarToTerm = (
  run: Run,
  value: string | number | boolean,
  active: ActiveContext,
  term: Term | undefined,
): ObjectTerm | null => {
  const type = term?.type ?? null;
  if ((type === '@id' || type === '@vocab') && typeof value === 'string') {
    const iri = identifier(run, active, value, type === '@vocab');
    return iri === null ? null : nodeOf(run, iri);
  }
  return scalarLiteral(run, value, type === null || type.startsWith('@') ? null : type);
};

const scalarLiteral = (run: Run, value: string | number | boolean, datatype: string | null): ObjectTerm | null => {
  if (typeof value === 'string') {
    // Processors in use rewrite texts typed xsd:double as numbers.
    if (!isWellFormed(value) || datatype === RDF.double) return refuse(run, 'bad-value', value);
    return literal(value, datatype ?? RDF.string, { datatype });
  }
  if (typeof value === 'boolean') return literal(String(value), datatype ?? RDF.boolean, { value, datatype });
  return numberLiteral(value, datatype) ?? refuse(run, 'bad-value', String(value));
};

// BCP 47, roughly.
const LANGUAGE = /^[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*$/;

/** The literal of a value object (`{ "@value": … }`); `inner` explains its keys, `outer` its datatype. */
export const valueObjectToTerm = (
  run: Run,
  element: JsonObject,
  keys: readonly string[],
  inner: ActiveContext,
  outer: ActiveContext,
): ObjectTerm | null => {
  const parts: Record<string, Json> = {};
  for (const key of keys) {
    const meaning = key === '@context' ? null : expandIri(inner, key, true);
    if (meaning === '@value' || meaning === '@type' || meaning === '@language' || meaning === '@direction') {
      if (meaning in parts) return refuse(run, 'bad-value', key);
      parts[meaning] = element[key] ?? null;
    } else if (key !== '@context') return refuse(run, 'unsupported-jsonld', key);
  }
  const { '@value': value = null, '@type': type, '@language': language, '@direction': direction } = parts;
  if (value === null || typeof value === 'object') return refuse(run, 'bad-value', '@value');
  if (language !== undefined || direction !== undefined) {
    return type === undefined ? textLiteral(run, value, language ?? '', direction) : refuse(run, 'bad-value', '@type');
  }
  if (type === undefined) return scalarLiteral(run, value, null);
  const datatype = identifier(run, outer, type, true);
  if (datatype === null || datatype.startsWith('_:')) return refuse(run, 'bad-value', '@type');
  return scalarLiteral(run, value, datatype);
};

// A text in a language; one with a direction too becomes a literal of an i18n datatype, as signers of credentials do.
const textLiteral = (run: Run, value: Json, language: Json, direction: Json | undefined): ObjectTerm | null => {
  if (typeof value !== 'string' || !isWellFormed(value) || typeof language !== 'string') return refuse(run, 'bad-value', '@value');
  if ((language !== '' || direction === undefined) && !LANGUAGE.test(language)) return refuse(run, 'bad-value', '@language');
  const tag = language.toLowerCase();
  const given = { datatype: null, ...(language === '' ? {} : { language: tag }) };
  if (direction === undefined) return literal(value, RDF.langString, given, tag);
  if (direction !== 'ltr' && direction !== 'rtl') return refuse(run, 'bad-value', '@direction');
  return literal(value, `https://www.w3.org/ns/i18n#${tag}_${direction}`, given);
};
