import { lineAt, scanSource } from './scan-source.ts';

/** One function of a file: the line it starts on and how many lines it spans. */
export interface MeasuredFunction {
  readonly line: number;
  readonly lines: number;
}

const openers = '({[';
const closers = ')}]';

/** For every bracket the position of its partner, both ways. Unbalanced brackets (an apostrophe in JSX text) have none. */
const partners = (code: string): ReadonlyMap<number, number> => {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  for (let at = 0; at < code.length; at++) {
    const char = code[at] ?? '';
    if (openers.includes(char)) open.push(at);
    if (!closers.includes(char)) continue;
    const from = open.pop();
    if (from === undefined || openers.indexOf(code[from] ?? '') !== closers.indexOf(char)) continue;
    pairs.set(from, at).set(at, from);
  }
  return pairs;
};

/** Where an arrow's expression ends: at the comma, semicolon or closing bracket of the level it began on. */
const expressionEnd = (code: string, from: number, pairs: ReadonlyMap<number, number>): number => {
  for (let at = from; at < code.length; at++) {
    const char = code[at] ?? '';
    if (char === ';' || char === ',' || closers.includes(char)) return at - 1;
    if (openers.includes(char)) at = pairs.get(at) ?? at;
  }
  return code.length - 1;
};

const firstCode = (code: string, from: number): number => code.length - code.slice(from).trimStart().length;

/** Start of the parameter list that ends just before `at`, else `at` itself (`x => …`). */
const parametersStart = (code: string, at: number, pairs: ReadonlyMap<number, number>): number => {
  const before = code.slice(0, at).trimEnd().length - 1;
  return code[before] === ')' ? (pairs.get(before) ?? before) : before;
};

const arrows = (code: string, pairs: ReadonlyMap<number, number>): readonly (readonly [number, number])[] =>
  [...code.matchAll(/=>/g)].map(({ index }) => {
    const body = firstCode(code, index + 2);
    const end = code[body] === '{' ? (pairs.get(body) ?? body) : expressionEnd(code, body, pairs);
    return [parametersStart(code, index, pairs), end];
  });

const notCalls = /\b(?:if|for|while|switch|catch|with)\s*$/;

/** `function f(…) {…}` and methods: a body after a parameter list (and perhaps a return type) that is no statement's. */
const bodies = (code: string, pairs: ReadonlyMap<number, number>): readonly (readonly [number, number])[] =>
  [...code.matchAll(/\)(?:\s*:\s*[\w$.<>[\]| ,]+?)?\s*\{/g)].flatMap(({ index, 0: text }) => {
    const start = pairs.get(index);
    const end = pairs.get(index + text.length - 1);
    if (start === undefined || end === undefined || notCalls.test(code.slice(Math.max(0, start - 20), start))) return [];
    return [[start, end] as const];
  });

/** Every function of a TypeScript or TSX text, with its length in lines. */
export const functionLengths = (text: string): readonly MeasuredFunction[] => {
  const { code } = scanSource(text);
  const pairs = partners(code);
  return [...arrows(code, pairs), ...bodies(code, pairs)].map(([from, to]) => {
    const trimmed = from + code.slice(from, to + 1).trimEnd().length;
    const line = lineAt(code, from);
    return { line, lines: lineAt(code, trimmed) - line + 1 };
  });
};
