// Huffman codes as DEFLATE has them (RFC 1951 §3.2).

/** Lengths in bits of the codes of symbols 0, 1, 2…; 0 for a symbol that has none. */
export type CodeLengths = readonly number[];

/** The codes of some lengths (§3.2.2), each with its bits in the order they are written. */
export const codesOf = (lengths: CodeLengths): readonly number[] => {
  const counts = new Array<number>(16).fill(0);
  for (const length of lengths) if (length > 0) counts[length] = (counts[length] ?? 0) + 1;
  const next = new Array<number>(16).fill(0);
  for (let bits = 1; bits < 16; bits++) next[bits] = ((next[bits - 1] ?? 0) + (counts[bits - 1] ?? 0)) << 1;
  return lengths.map((length) => {
    const code = next[length] ?? 0;
    next[length] = code + 1;
    return reversed(code, length);
  });
};

const reversed = (code: number, length: number): number => {
  let result = 0;
  for (let bit = 0; bit < length; bit++) result |= ((code >> bit) & 1) << (length - 1 - bit);
  return result;
};

/** Code lengths of at most `limit` bits for symbols that come so often; always of at least two symbols, as old readers want. */
export const lengthsFor = (frequencies: readonly number[], limit: number): CodeLengths => {
  const used = frequencies.flatMap((frequency, symbol) => (frequency > 0 ? [symbol] : []));
  for (let symbol = 0; used.length < 2; symbol++) if (!used.includes(symbol)) used.push(symbol);
  // Flatter frequencies give flatter trees, until the deepest leaf is in reach.
  for (let shift = 0; ; shift++) {
    const lengths = treeOf(used, frequencies, shift);
    if (Math.max(...lengths) <= limit) return lengths;
  }
};

interface Tree {
  readonly weight: number;
  readonly symbols: readonly number[];
}

const treeOf = (used: readonly number[], frequencies: readonly number[], shift: number): number[] => {
  const lengths = frequencies.map(() => 0);
  const trees: Tree[] = used
    .map((symbol) => ({ weight: ((frequencies[symbol] ?? 0) >> shift) + 1, symbols: [symbol] }))
    .sort((a, b) => a.weight - b.weight);
  for (let [a, b] = trees.splice(0, 2); a !== undefined && b !== undefined; [a, b] = trees.splice(0, 2)) {
    const symbols = [...a.symbols, ...b.symbols];
    for (const symbol of symbols) lengths[symbol] = (lengths[symbol] ?? 0) + 1;
    const weight = a.weight + b.weight;
    const heavier = trees.findIndex((tree) => tree.weight > weight);
    trees.splice(heavier < 0 ? trees.length : heavier, 0, { weight, symbols });
  }
  return lengths;
};
