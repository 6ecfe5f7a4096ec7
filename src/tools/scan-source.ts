/** A source file cut in two texts of the same length and lines: code without comments and without what is inside strings, and comments. */
export interface ScannedSource {
  readonly code: string;
  readonly comments: string;
}

type Mode = 'comment' | 'quoted' | 'template';

const regexMayFollow = /(?:^|[(,=:[!&|?;{+\-*%~^>]|\b(?:return|typeof|case|of|in|do|else|throw))\s*$/;

/** Where a quote or regex that opens at `at` closes on the same line, or -1: then it is an apostrophe in a text or a division. */
const closesAt = (text: string, at: number, closer: string): number => {
  let inClass = false;
  for (let i = at + 1; i < text.length && text[i] !== '\n'; i++) {
    if (text[i] === '\\') i++;
    else if (closer === '/' && text[i] === '[') inClass = true;
    else if (closer === '/' && text[i] === ']') inClass = false;
    else if (text[i] === closer && !inClass) return i;
  }
  return -1;
};

/** What starts at `at` in code, with the position after it; templates and block comments are opened only. */
const opensAt = (text: string, at: number, before: string): { readonly mode: Mode; readonly until: number } | undefined => {
  const char = text[at];
  const pair = text.slice(at, at + 2);
  const lineEnd = text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at);
  if (pair === '//') return { mode: 'comment', until: lineEnd };
  if (pair === '/*') return { mode: 'comment', until: text.indexOf('*/', at + 2) < 0 ? text.length : text.indexOf('*/', at + 2) + 2 };
  if (char === '"' || char === "'") {
    const end = closesAt(text, at, char);
    return end < 0 ? undefined : { mode: 'quoted', until: end + 1 };
  }
  if (char === '/' && text[at + 1] !== '>' && regexMayFollow.test(before)) {
    const end = closesAt(text, at, '/');
    return end < 0 ? undefined : { mode: 'quoted', until: end + 1 };
  }
  return char === '`' ? { mode: 'template', until: at + 1 } : undefined;
};

const blank = (text: string): string => text.replace(/[^\n]/g, ' ');

/** Cuts TypeScript or TSX. A scanner, not a parser: good enough to find words and imports by line without any dependency. */
export const scanSource = (text: string): ScannedSource => {
  let code = '';
  let comments = '';
  // One entry per open `${`: how many braces are open inside it. A template's own text is read by the inner loop.
  const holes: number[] = [];
  const copy = (until: number, from: number): number => {
    code += text.slice(from, until);
    comments += blank(text.slice(from, until));
    return until;
  };
  const comment = (until: number, from: number): number => {
    code += blank(text.slice(from, until));
    comments += text.slice(from, until);
    return until;
  };
  /** A string or regex: its quotes stay, so that an import can be found; its content goes. */
  const quoted = (until: number, from: number): number => {
    code += `${text[from]}${blank(text.slice(from + 1, until - 1))}${text[until - 1]}`;
    comments += blank(text.slice(from, until));
    return until;
  };
  /** The text of a template up to its end or its next hole. */
  const templateText = (from: number): number => {
    let at = from;
    while (at < text.length && text[at] !== '`' && text.slice(at, at + 2) !== '${') at += text[at] === '\\' ? 2 : 1;
    const end = Math.min(at, text.length);
    code += blank(text.slice(from, end));
    comments += blank(text.slice(from, end));
    if (text[end] !== '$') return copy(Math.min(end + 1, text.length), end);
    holes.push(0);
    return copy(end + 2, end);
  };
  for (let at = 0; at < text.length; ) {
    const opened = opensAt(text, at, code.slice(-40));
    const depth = holes.at(-1);
    if (opened?.mode === 'template') at = templateText(copy(at + 1, at));
    else if (opened?.mode === 'comment') at = comment(opened.until, at);
    else if (opened) at = quoted(opened.until, at);
    else if (text[at] === '}' && depth === 0) {
      holes.pop();
      at = templateText(copy(at + 1, at));
    } else {
      if (depth !== undefined && text[at] === '{') holes[holes.length - 1] = depth + 1;
      if (depth !== undefined && text[at] === '}') holes[holes.length - 1] = depth - 1;
      at = copy(at + 1, at);
    }
  }
  return { code, comments };
};

/** One import, export-from or import() of a file. */
export interface FoundImport {
  readonly specifier: string;
  readonly line: number;
  readonly typeOnly: boolean;
}

/** 1-based line of a position. */
export const lineAt = (text: string, at: number): number => text.slice(0, at).split('\n').length;

const importForms = [
  /\b(?:import|export)\b(?<what>[^;'"`()=]*?)\bfrom\s*(?<quoted>(['"]) *\3)/dg,
  /\bimport\s*(?<quoted>(['"]) *\2)/dg,
  /\bimport\s*\(\s*(?<quoted>(['"`]) *\2)/dg,
  /\bnew\s+URL\s*\(\s*(?<quoted>(['"]) *\2)\s*,\s*import\.meta\.url/dg,
] as const;

const isTypeOnly = (what: string): boolean => {
  if (/^\s+type\b(?!\s*,|\s+from\b)/.test(what)) return true;
  const names = /^\s*\{([\s\S]*)\}\s*$/.exec(what)?.[1];
  const list = names?.split(',').filter((name) => name.trim() !== '') ?? [];
  return list.length > 0 && list.every((name) => /^\s*type\s+\w/.test(name));
};

/** Every module a file names, in the order of the forms: from-imports, bare imports, import(), new URL(…, import.meta.url). */
export const findImports = (text: string, scanned: ScannedSource): readonly FoundImport[] =>
  importForms.flatMap((form) =>
    [...scanned.code.matchAll(form)].flatMap((match) => {
      const [from, to] = match.indices?.groups?.['quoted'] ?? [0, 0];
      const specifier = text.slice(from + 1, to - 1).replace(/\?.*$/, '');
      return [{ specifier, line: lineAt(text, from), typeOnly: isTypeOnly(match.groups?.['what'] ?? '') }];
    }),
  );
