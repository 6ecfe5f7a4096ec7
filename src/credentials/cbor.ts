/** What CBOR can carry here: numbers from 0, bytes, lists, and maps from numbers (RFC 8949, definite lengths only). */
export type Cbor = number | Uint8Array | readonly Cbor[] | ReadonlyMap<number, Cbor>;

const MAX_DEPTH = 4;

/** The one CBOR value that makes up all of the bytes, or null when there is none or it is of another kind. */
export const readCbor = (bytes: Uint8Array): Cbor | null => {
  const read = readValue(bytes, 0, MAX_DEPTH);
  return read !== null && read.end === bytes.length ? read.value : null;
};

interface Read<T> {
  readonly value: T;
  readonly end: number;
}

// Every item takes a byte at least, so that no count can ask for more than the input is long.
const readValue = (bytes: Uint8Array, at: number, depth: number): Read<Cbor> | null => {
  const head = readHead(bytes, at);
  if (head === null || depth === 0) return null;
  const { kind, count, end } = head;
  if (kind === 0) return { value: count, end };
  if (count > bytes.length - end) return null;
  if (kind === 2) return { value: bytes.subarray(end, end + count), end: end + count };
  if (kind === 4) return readList(bytes, end, count, depth);
  return kind === 5 ? readMap(bytes, end, count, depth) : null;
};

const readHead = (bytes: Uint8Array, at: number): { readonly kind: number; readonly count: number; readonly end: number } | null => {
  const first = bytes[at];
  if (first === undefined) return null;
  const [kind, short] = [first >> 5, first & 31];
  if (short < 24) return { kind, count: short, end: at + 1 };
  const size = 1 << (short - 24);
  if (short > 26 || at + 1 + size > bytes.length) return null;
  return { kind, count: bytes.subarray(at + 1, at + 1 + size).reduce((sum, byte) => sum * 256 + byte, 0), end: at + 1 + size };
};

const readList = (bytes: Uint8Array, from: number, count: number, depth: number): Read<Cbor> | null => {
  const list: Cbor[] = [];
  let end = from;
  for (let i = 0; i < count; i++) {
    const item = readValue(bytes, end, depth - 1);
    if (item === null) return null;
    list.push(item.value);
    end = item.end;
  }
  return { value: list, end };
};

const readMap = (bytes: Uint8Array, from: number, count: number, depth: number): Read<Cbor> | null => {
  const map = new Map<number, Cbor>();
  let end = from;
  for (let i = 0; i < count; i++) {
    const key = readHead(bytes, end);
    const item = key?.kind === 0 && !map.has(key.count) ? readValue(bytes, key.end, depth - 1) : null;
    if (key === null || item === null) return null;
    map.set(key.count, item.value);
    end = item.end;
  }
  return { value: map, end };
};
