import { iriText, literalText } from '#credentials/n-quads';
import type { Quad } from '#credentials/quad';
import { RDF } from '#credentials/quad';

const IRI = '<[^<>]*>';
const BLANK = '_:[^\\s<>"]+';
const LITERAL = `"(?:[^"\\\\]|\\\\.)*"(?:@[A-Za-z0-9-]+|\\^\\^${IRI})?`;
const LINE = new RegExp(
  `^\\s*(${IRI}|${BLANK})\\s*(${IRI})\\s*(${IRI}|${BLANK}|${LITERAL})\\s*(${IRI}|${BLANK})?\\s*\\.\\s*(?:#.*)?$`,
  'u',
);

const ESCAPES: Readonly<Record<string, string>> = { t: '\t', b: '\b', n: '\n', r: '\r', f: '\f' };
const unescaped = (text: string): string =>
  text.replace(/\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))/g, (_, short, long, char) =>
    char === undefined ? String.fromCodePoint(Number.parseInt(short ?? long, 16)) : (ESCAPES[char] ?? char),
  );

const nodeOf = (text: string): string => (text.startsWith('_:') ? text : iriText(unescaped(text.slice(1, -1))));

const objectOf = (text: string): string => {
  if (!text.startsWith('"')) return nodeOf(text);
  const end = text.lastIndexOf('"');
  const [value, tail] = [unescaped(text.slice(1, end)), text.slice(end + 1)];
  if (tail.startsWith('@')) return literalText(value, RDF.string, tail.slice(1));
  return literalText(value, tail === '' ? RDF.string : unescaped(tail.slice(3, -1)));
};

/** The quads of an N-Quads text, each once; the browser has no other reader of the W3C's vectors. */
export const parseNQuads = (text: string): readonly Quad[] =>
  [...new Set(text.split('\n'))]
    .filter((line) => !/^\s*(?:#.*)?$/.test(line))
    .map((line) => {
      const match = LINE.exec(line);
      if (match === null) throw new TypeError(`no N-Quads: ${line}`);
      const [, subject = '', predicate = '', object = '', graph] = match;
      return {
        subject: nodeOf(subject),
        predicate: nodeOf(predicate),
        object: objectOf(object),
        graph: graph === undefined ? '' : nodeOf(graph),
      };
    });
