import fc from 'fast-check';
import type { Json } from '#base/canonical-json';
import { issueContexts } from '#credentials/issue-contexts.gen';
import type { JsonObject } from '#credentials/json';
import { isObject } from '#credentials/json';
import type { LocalContext, TermTable } from '#credentials/jsonld-context';
import { allContexts } from './jsonld-reference.ts';

const scopeOf = (table: TermTable | undefined): LocalContext | null | undefined =>
  table === undefined || typeof table === 'string' ? undefined : table[3];
const typeOf = (table: TermTable): string | null => (typeof table === 'string' ? null : (table[2] ?? null));

// Everything the issue contexts define, so that a fair share of the random documents has a meaning.
const topTerms: Readonly<Record<string, TermTable>> = Object.assign({}, ...Object.values(issueContexts).map((context) => context.terms));
const typeNames = Object.keys(topTerms).filter((name) => /^[A-Z]/.test(name));
const propertyNames = Object.keys(topTerms).filter((name) => /^[a-z]/.test(name) && name !== 'id' && name !== 'type');

const iri = fc.constantFrom(
  'https://a.example/1',
  'https://a.example/2',
  'urn:uuid:7',
  'did:web:a.example',
  '_:x',
  '_:y',
  'mailto:a@b',
  'xsd:date',
);
const text = fc.oneof(
  fc.constantFrom('', 'a', 'é"\\\n', '1', 'true', 'https://a.example/1', '2026-05-30T09:00:00Z'),
  fc.string({ maxLength: 6 }),
);
const number = fc.oneof(
  fc.integer(),
  fc.constantFrom(0, 1.5, -2.25, 1e21, 1e22, 0.1, -0),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
const language = fc.constantFrom('fr', 'FR', 'ar-DZ', 'en');
const valueObject = fc.oneof(
  fc.record({ '@value': text, '@language': language }),
  fc.record({ '@value': text, '@language': language, '@direction': fc.constantFrom('ltr', 'rtl') }),
  fc.record({
    '@value': fc.oneof(text, number, fc.boolean()),
    '@type': fc.constantFrom('https://a.example/t', 'http://www.w3.org/2001/XMLSchema#string'),
  }),
  fc.record({ '@value': fc.oneof(text, number, fc.boolean()) }),
);

const scalarFor = (table: TermTable): fc.Arbitrary<Json> => {
  const type = typeOf(table);
  if (type === '@json') return fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>;
  if (type === '@id') return iri;
  if (type === '@vocab') return fc.oneof(fc.constantFrom('assertionMethod', 'authentication'), iri);
  return fc.oneof(
    { weight: 6, arbitrary: text },
    { weight: 1, arbitrary: number },
    { weight: 1, arbitrary: fc.boolean() },
    { weight: 2, arbitrary: valueObject },
  );
};

const oneOrMany = (value: fc.Arbitrary<Json>): fc.Arbitrary<Json> =>
  fc.oneof(
    { weight: 3, arbitrary: value },
    { weight: 1, arbitrary: fc.array(fc.oneof(value, fc.constant(null)), { maxLength: 3 }) },
    { weight: 1, arbitrary: fc.constant(null) },
  );

const nodeOf = (depth: number): fc.Arbitrary<JsonObject> =>
  fc.subarray(typeNames, { minLength: 1, maxLength: 2 }).chain((types) => {
    const scoped = types
      .flatMap((type) => Object.entries(scopeOf(topTerms[type])?.terms ?? {}))
      .filter(([name]) => name !== 'id' && name !== 'type');
    const known = new Map([...propertyNames.map((name): [string, TermTable] => [name, topTerms[name] ?? '']), ...scoped]);
    return fc.subarray([...known.keys()], { maxLength: 4 }).chain((keys) =>
      fc.record(
        {
          id: iri,
          type: fc.constantFrom<Json>(types, types.length === 1 ? (types[0] ?? '') : types),
          ...Object.fromEntries(
            keys.map((key) => {
              const scalar = scalarFor(known.get(key) ?? '');
              return [
                key,
                oneOrMany(depth > 0 ? fc.oneof({ weight: 1, arbitrary: scalar }, { weight: 2, arbitrary: nodeOf(depth - 1) }) : scalar),
              ];
            }),
          ),
        },
        { requiredKeys: ['type'] },
      ),
    );
  }) as fc.Arbitrary<JsonObject>;

/** Random credentials over the contexts we issue with, most of which have a meaning. */
export const credentialLike: fc.Arbitrary<JsonObject> = nodeOf(2).map((node) => ({
  '@context': Object.keys(issueContexts),
  ...node,
  type: ['VerifiableCredential', ...[node['type']].flat()] as Json,
}));

const oddKey = fc.constantFrom(
  'id',
  'type',
  '@id',
  '@type',
  '@value',
  '@language',
  '@context',
  'name',
  'x',
  'result',
  'proof',
  'issuer',
  'https://a.example/p',
  '__proto__',
  'verifiableCredential',
  'holder',
  'Achievement',
);
const oddValue: fc.Arbitrary<Json> = fc.oneof(
  iri,
  text,
  number,
  fc.boolean(),
  fc.constant(null),
  valueObject,
  fc.constantFrom<Json>([], {}, [[]], ['a', ['b']], { id: 'urn:uuid:9' }, { type: 'Profile' }, { '@id': 'urn:x:1' }),
  fc.constantFrom(...Object.keys(allContexts)),
  fc.constantFrom(...typeNames),
);

const objectsIn = (value: unknown): JsonObject[] =>
  Array.isArray(value) ? value.flatMap(objectsIn) : isObject(value) ? [value, ...Object.values(value).flatMap(objectsIn)] : [];

/** One of some documents with one to three members set, dropped or swapped somewhere inside. */
export const mangled = (documents: readonly JsonObject[]): fc.Arbitrary<JsonObject> =>
  fc
    .tuple(
      fc.constantFrom(...documents),
      fc.array(fc.tuple(fc.nat(), fc.nat(), oddKey, oddValue, fc.nat(5)), { minLength: 1, maxLength: 3 }),
    )
    .map(([document, changes]) => {
      const copy = structuredClone(document);
      for (const [at, which, key, odd, how] of changes) {
        const value = structuredClone(odd);
        const places = objectsIn(copy);
        const place = places[at % places.length] as Record<string, Json>;
        const present = Object.keys(place)[which % Math.max(1, Object.keys(place).length)];
        if (how === 0 && present !== undefined) delete place[present];
        else if (how <= 2 && present !== undefined) place[present] = value;
        else if (how === 3 && present !== undefined) place[present] = [place[present] ?? null, value];
        else Object.defineProperty(place, key, { value, enumerable: true, configurable: true, writable: true });
      }
      return copy;
    });
