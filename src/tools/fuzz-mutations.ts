import type { Json } from '#base/canonical-json';
import { isObject, type JsonObject } from '#credentials/json';
import type { Luck } from './fuzz-luck.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const ODD_BYTES = [0, 1, 0x0a, 0x1f, 0x20, 0x22, 0x2e, 0x3c, 0x3e, 0x5c, 0x7b, 0x7f, 0x80, 0xbf, 0xc0, 0xe2, 0xf0, 0xff];

/** One byte string with a few places flipped, dropped, doubled, cut or filled from another one. */
export const mutateBytes = (input: Uint8Array, luck: Luck, others: readonly Uint8Array[] = [input]): Bytes => {
  let bytes = new Uint8Array(input);
  for (let times = 1 + luck.below(6); times > 0; times--) bytes = mutateOnce(bytes, luck, others);
  return bytes;
};

const mutateOnce = (bytes: Bytes, luck: Luck, others: readonly Uint8Array[]): Bytes => {
  const at = luck.below(bytes.length + 1);
  const length = luck.below(luck.odds(0.1) ? 300 : 8);
  switch (luck.below(7)) {
    case 0:
      return bytes.map((byte, i) => (i === at ? byte ^ (1 << luck.below(8)) : byte));
    case 1:
      return bytes.map((byte, i) => (i === at ? luck.pick(ODD_BYTES) : byte));
    case 2:
      return spliced(bytes, at, length, new Uint8Array(0));
    case 3:
      return spliced(bytes, at, 0, bytes.subarray(at, at + length));
    case 4:
      return spliced(bytes, at, luck.below(4), luck.bytes(length));
    case 5:
      return luck.odds(0.3) ? bytes.slice(0, at) : spliced(bytes, at, 4, numberBytes(luck));
    default: {
      const other = luck.pick(others);
      const from = luck.below(other.length);
      return spliced(bytes, at, length, other.subarray(from, from + luck.below(200)));
    }
  }
};

const spliced = (bytes: Bytes, at: number, gone: number, put: Uint8Array): Bytes => {
  const out = new Uint8Array(Math.max(0, bytes.length - Math.min(gone, bytes.length - at)) + put.length);
  out.set(bytes.subarray(0, at));
  out.set(put, at);
  out.set(bytes.subarray(at + gone), at + put.length);
  return out;
};

// Lengths somebody might believe.
const numberBytes = (luck: Luck): Uint8Array => {
  const bytes = new Uint8Array(4);
  const value = luck.pick([0, 1, 12, 255, 65_535, 0x7fffffff, 0x80000000, 0xfffffff3, 0xffffffff, luck.below(2 ** 32)]);
  new DataView(bytes.buffer).setUint32(0, value, luck.odds(0.2));
  return bytes;
};

const ODD_TEXTS = [
  '',
  '\u0000',
  '\uFEFF',
  '\uD800',
  '\u202e',
  '\u2028',
  'é',
  '𝄞',
  '"',
  '\\',
  '\\u0000',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '//',
  '..',
  '%00',
  '-',
  '.',
  '=',
  '#',
];

/** A text with a few places dropped, doubled, cut, or filled with words of its own format. */
export const mutateText = (input: string, luck: Luck, words: readonly string[], others: readonly string[] = [input]): string => {
  let text = input;
  for (let times = 1 + luck.below(6); times > 0; times--) {
    const at = luck.below(text.length + 1);
    const to = at + luck.below(luck.odds(0.1) ? 400 : 10);
    const [head, part, tail] = [text.slice(0, at), text.slice(at, to), text.slice(to)];
    const other = luck.pick(others);
    const from = luck.below(other.length);
    const put = luck.pick([
      () => '',
      () => part + part,
      () => luck.pick(words),
      () => part + luck.pick(words),
      () => luck.pick(ODD_TEXTS),
      () => String.fromCharCode(luck.below(luck.odds(0.8) ? 128 : 65_536)),
      () => other.slice(from, from + luck.below(200)),
      () => luck.pick(words).repeat(luck.odds(0.02) ? 1 + luck.below(3000) : 3),
    ])();
    text = luck.odds(0.02) ? head : head + put + tail;
  }
  return text;
};

type Place = readonly [holder: Record<string, Json> | Json[], key: string];

const placesIn = (value: Json | undefined, found: Place[] = []): Place[] => {
  if (typeof value !== 'object' || value === null) return found;
  for (const key of Object.keys(value)) {
    found.push([value as Record<string, Json>, key]);
    placesIn((value as Record<string, Json>)[key], found);
  }
  return found;
};

const at = ([holder, key]: Place): Json | undefined => (holder as Record<string, Json>)[key];

// Also for __proto__, which an assignment would not make a member; lists have no names.
const put = (holder: Place[0], key: string, value: Json): void => {
  if (Array.isArray(holder) && !/^\d+$/.test(key)) return void holder.push(value);
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
};

const ODD_VALUES: readonly Json[] = [
  null,
  true,
  0,
  -0,
  -1,
  0.5,
  1e21,
  1e308,
  Number.MAX_SAFE_INTEGER + 1,
  '',
  'a',
  '\uD800',
  '_:b0',
  '@id',
  'https://example.org/x',
  'urn:uuid:0197b0f4-2c5e-7b8a-9d3e-5f6a7b8c9d0e',
  'did:web:example.org:s:inae',
  'data:,x',
  '2026-05-30T09:00:00Z',
  '9999-12-31T23:59:59.999999999+14:00',
  [],
  {},
  [[]],
  [null],
  [{}],
  { id: '' },
  { '@id': '_:b0' },
  { '@value': 'a', '@language': 'fr' },
  { '@list': [] },
  { '@set': [1, null] },
  // What cannot be made a text of.
  { toString: 1, valueOf: null },
  { '@graph': {} },
  { type: ['Profile'], id: 'urn:x:1' },
];

/** A JSON value with a few members dropped, swapped, doubled, renamed or set to something odd; `names` are words of its own vocabulary. */
export const mutateJson = (input: JsonObject, luck: Luck, names: readonly string[]): JsonObject => {
  const root: { inside: Json } = { inside: JSON.parse(JSON.stringify(input)) };
  for (let times = 1 + luck.below(4); times > 0; times--) {
    const places = placesIn(root.inside);
    const place = places.length === 0 ? ([root, 'inside'] as const) : luck.pick(places);
    change(place, places, luck, names);
  }
  return isObject(root.inside) ? root.inside : { value: root.inside };
};

const change = (place: Place, places: readonly Place[], luck: Luck, names: readonly string[]): void => {
  const [holder, key] = place;
  const value = at(place) ?? null;
  const odd = (): Json => structuredClone(luck.pick(ODD_VALUES));
  const another = places.length === 0 ? null : (at(luck.pick(places)) ?? null);
  const copy = (from: Json): Json => JSON.parse(JSON.stringify(from));
  const changes: readonly (() => void)[] = [
    () => (Array.isArray(holder) ? void holder.splice(Number(key), 1) : void Reflect.deleteProperty(holder, key)),
    () => put(holder, key, odd()),
    () => put(holder, key, copy(another)),
    () => put(holder, key, [value]),
    () => put(holder, key, [value, odd()]),
    () =>
      put(
        holder,
        key,
        Array.from({ length: luck.odds(0.05) ? 300 : 3 }, () => copy(value)),
      ),
    () => put(holder, key, Array.isArray(value) ? (value[0] ?? null) : { value }),
    () => put(isObject(value) ? (value as Record<string, Json>) : holder, luck.pick(names), luck.odds(0.5) ? odd() : copy(another)),
    () => put(holder, key, typeof value === 'string' ? mutateText(value, luck, names) : odd()),
    () => put(holder, key, luck.pick(names)),
  ];
  luck.pick(changes)();
};

/** JSON text in which one text may have become something that goes very deep, is very long, or is very many. */
export const swollen = (text: string, luck: Luck): string => {
  if (!luck.odds(0.02)) return text;
  const depth = luck.pick([40, 70, 1000, 20_000]);
  const [open, close] = luck.pick([
    ['[', ']'],
    ['{"a":', '}'],
    ['[{"id":', '}]'],
  ] as const);
  const many = luck.pick([10, 300, 3000]);
  const bulk = luck.pick([
    () => `${open.repeat(depth)}1${close.repeat(depth)}`,
    () => `"${luck.pick(['a', '\\"', '\\u0000', 'é']).repeat(luck.pick([300, 60_000]))}"`,
    () => `[${Array.from({ length: many }, (_, i) => luck.pick([`"a${i}"`, `{"id":"urn:x:${i}"}`, '{"type":["Profile"]}'])).join(',')}]`,
    () => `{${Array.from({ length: many }, (_, i) => `"a${i}":${i}`).join(',')}}`,
  ]);
  const texts = [...text.matchAll(/"[^"]{3,20}"(?=[,}])/g)];
  const [found] = texts.length === 0 ? [] : [luck.pick(texts)];
  return found === undefined ? text : text.slice(0, found.index) + bulk() + text.slice(found.index + found[0].length);
};
