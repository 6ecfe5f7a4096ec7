import type { Json } from '#base/canonical-json';
import { canonicalJson } from '#base/canonical-json';
import type { JsonObject } from './json.ts';
import { isWellFormed } from './json.ts';
import type { ActiveContext, Term } from './jsonld-context.ts';
import { expandIri } from './jsonld-context.ts';
import { isPlain, literalText, plainText } from './n-quads.ts';
import { RDF } from './quad.ts';
import type { Literal, Run, Value } from './quads-run.ts';
import { identifier, nodeOf, refuse } from './quads-run.ts';

/** The literal of a value whose term has type @json; arrays and objects count as never the same, as processors compare identities. */
export const jsonLiteral = (run: Run, value: Json): Literal => {
  const text = literalText(canonicalJson(value), RDF.json);
  return { text, value: typeof value === 'object' && value !== null ? { value: run.blanks++ } : value, datatype: RDF.json };
};

/** What a text, number or boolean becomes under a term (value expansion, JSON-LD 1.1 API §5.3). */
export const scalarToValue = (run: Run, value: string | number | boolean, active: ActiveContext, term: Term | undefined): Value | null => {
  const type = term?.type ?? null;
  if ((type === '@id' || type === '@vocab') && typeof value === 'string') return nodeOf(run, active, value, type === '@vocab');
  return scalarLiteral(run, value, type === null || type.startsWith('@') ? null : type);
};

const scalarLiteral = (run: Run, value: string | number | boolean, datatype: string | null): Value | null => {
  if (typeof value === 'number') return numberLiteral(value, datatype) ?? refuse(run, 'bad-value', String(value));
  if (typeof value === 'boolean') return { text: literalText(String(value), datatype ?? RDF.boolean), value, datatype };
  // Processors in use rewrite texts typed xsd:double as numbers.
  const plain = isPlain(value);
  if (datatype === RDF.double || !(plain || isWellFormed(value))) return refuse(run, 'bad-value', value);
  const text = (plain ? plainText : literalText)(value, datatype ?? RDF.string);
  return datatype === RDF.string ? { text, value, datatype } : text;
};

// The literal of a JSON number (JSON-LD 1.1 API §8.2.2): integers as such, others in canonical xsd:double form. Null for tiny
// fractions without a decimal point (1e-7), which the processors in use write as 0.
const numberLiteral = (value: number, datatype: string | null): Literal | null => {
  const fractional = String(value).includes('.') || Math.abs(value) >= 1e21;
  if (fractional || (datatype === RDF.double && Number.isInteger(value))) {
    const text = value.toExponential(15).replace(/(\d)0*e\+?/, '$1E');
    return { text: literalText(text, datatype ?? RDF.double), value, datatype };
  }
  return Number.isInteger(value) ? { text: literalText(value.toFixed(0), datatype ?? RDF.integer), value, datatype } : null;
};

// BCP 47, roughly.
const LANGUAGE = /^[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*$/;

/** The literal of a value object (`{ "@value": … }`); `inner` explains its keys, `outer` its datatype. */
export const valueObjectToLiteral = (run: Run, element: JsonObject, inner: ActiveContext, outer: ActiveContext): Value | null => {
  const parts: Record<string, Json> = {};
  for (const key of Object.keys(element)) {
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
const textLiteral = (run: Run, value: Json, language: Json, direction: Json | undefined): Literal | null => {
  if (typeof value !== 'string' || !isWellFormed(value) || typeof language !== 'string') return refuse(run, 'bad-value', '@value');
  if ((language !== '' || direction === undefined) && !LANGUAGE.test(language)) return refuse(run, 'bad-value', '@language');
  const tag = language.toLowerCase();
  const given = { value, datatype: null, ...(language === '' ? {} : { language: tag }) };
  if (direction === undefined) return { ...given, text: literalText(value, RDF.string, tag) };
  if (direction !== 'ltr' && direction !== 'rtl') return refuse(run, 'bad-value', '@direction');
  return { ...given, text: literalText(value, `https://www.w3.org/ns/i18n#${tag}_${direction}`) };
};
