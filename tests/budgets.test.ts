import { describe, expect, it } from 'vitest';
import { functionLengths } from '#tools/function-lengths';
import { readHouse } from '#tools/read-house';
import { roomArrows, roomOf } from '#tools/room-arrows';

const hardFileLines = 400;
const hardFunctionLines = 80;

const isData = (path: string): boolean => path.endsWith('.gen.ts') || path.startsWith('src/content/');
const lineCount = (text: string): number => text.trimEnd().split('\n').length;
const p95 = (sizes: readonly number[]): number => sizes.toSorted((a, b) => a - b)[Math.ceil(sizes.length * 0.95) - 1] ?? 0;
const sum = (sizes: readonly number[]): number => sizes.reduce((total, size) => total + size, 0);

const code = readHouse('src').filter(({ path }) => !isData(path));
const tests = readHouse('tests').filter(({ path }) => !isData(path));
const files = [...code, ...tests].map(({ path, text }) => ({ path, lines: lineCount(text) }));
const functions = code.flatMap(({ path, text }) => functionLengths(text).map((found) => ({ path, ...found })));

describe('sizes a reader can hold', () => {
  it('reports where the house stands', () => {
    const codeLines = sum(code.map(({ text }) => lineCount(text)));
    const testLines = sum(tests.map(({ text }) => lineCount(text)));
    const files95 = p95(code.map(({ text }) => lineCount(text)));
    const functions95 = p95(functions.map(({ lines }) => lines));
    console.log(
      `size: ${code.length} files, p95 ${files95} lines (aim 250) · ${functions.length} functions, p95 ${functions95} lines (aim 40)`,
    );
    console.log(`size: ${codeLines} lines of code, ${(testLines / codeLines).toFixed(2)} lines of test per line (aim 1.2)`);
    expect(code.length).toBeGreaterThan(0);
  });

  it(`has no file over ${hardFileLines} lines`, () => {
    expect(
      files.filter(({ lines }) => lines > hardFileLines).map(({ path, lines }) => `${path}:${hardFileLines} has ${lines} lines`),
    ).toEqual([]);
  });

  it(`has no function over ${hardFunctionLines} lines`, () => {
    const long = functions.filter(({ lines }) => lines > hardFunctionLines);
    expect(long.map(({ path, line, lines }) => `${path}:${line} spans ${lines} lines`)).toEqual([]);
  });

  it('has tests for every room that has code', () => {
    const rooms = Object.keys(roomArrows).filter((room) => !room.endsWith('/main') && code.some(({ path }) => roomOf(path) === room));
    expect(
      rooms.filter((room) => !tests.some(({ path }) => path.startsWith(`tests/${room}/`))).map((room) => `tests/${room} is empty`),
    ).toEqual([]);
  });
});

describe('the measure of functions', () => {
  it('counts blocks, expressions, methods and functions, and no statement', () => {
    const text = [
      'export const a = (x: number): number => {',
      '  if (x) {',
      '    return 1;',
      '  }',
      '  return 2;',
      '};',
      'const b = (list: readonly string[]) =>',
      "  list.map((item) => item + '}')",
      '    .join();',
      'function c(): Promise<void> {',
      '  for (const x of y) { z(); }',
      '}',
      'const d = { e(f) {',
      '} };',
    ].join('\n');
    const found = functionLengths(text).toSorted((x, y) => x.line - y.line || y.lines - x.lines);
    expect(found).toEqual([
      { line: 1, lines: 6 },
      { line: 7, lines: 3 },
      { line: 8, lines: 1 },
      { line: 10, lines: 3 },
      { line: 13, lines: 2 },
    ]);
  });
});
