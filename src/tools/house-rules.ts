import { posix } from 'node:path';
import { type Room, roomArrows, roomOf } from './room-arrows.ts';
import { type FoundImport, findImports, lineAt, type ScannedSource, scanSource } from './scan-source.ts';

/** One file of the house: its path from the project's folder, with /, and its text. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/** One broken rule; `line` is 0 when it concerns the file as a whole. */
export interface Violation {
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

/** `path:line message`, as editors and terminals link it. */
export const printed = ({ path, line, message }: Violation): string => `${path}${line > 0 ? `:${line}` : ''} ${message}`;

interface Resolved extends FoundImport {
  /** The path of a file of the house; or the name of a package, `node:` for all of Node's. */
  readonly target: { readonly file: string } | { readonly npm: string };
}

interface ReadSource extends Source, ScannedSource {
  readonly room: string | undefined;
  readonly imports: readonly Resolved[];
}

const packageName = (specifier: string): string => {
  if (specifier.startsWith('node:')) return 'node:';
  const [first = '', second = ''] = specifier.split('/');
  return first.startsWith('@') ? `${first}/${second}` : first;
};

const resolved = (from: string, found: FoundImport): Resolved => {
  const { specifier } = found;
  if (specifier.startsWith('.')) return { ...found, target: { file: posix.join(posix.dirname(from), specifier) } };
  if (!specifier.startsWith('#')) return { ...found, target: { npm: packageName(specifier) } };
  const inside = specifier.slice(1);
  return { ...found, target: { file: `src/${inside.endsWith('.tsx') ? inside : `${inside}.ts`}` } };
};

const read = (source: Source): ReadSource => {
  const scanned = scanSource(source.text);
  const imports = findImports(source.text, scanned).map((found) => resolved(source.path, found));
  return { ...source, ...scanned, room: roomOf(source.path), imports };
};

const isAllowedPackage = (room: Room, name: string): boolean =>
  room.npm.some((allowed) => (allowed.endsWith('*') ? name.startsWith(allowed.slice(0, -1)) : allowed === name));

const arrowMessage = (name: string, room: Room, { specifier, target, typeOnly }: Resolved): string | undefined => {
  if ('npm' in target) {
    const what = target.npm === 'node:' ? specifier : `the package ${target.npm}`;
    return isAllowedPackage(room, target.npm) ? undefined : `${name} may not import ${what}`;
  }
  const other = roomOf(target.file);
  if (other === name) return specifier.startsWith('#') ? `import ${specifier} by a relative path: it is the same room` : undefined;
  if (specifier.startsWith('.')) return `${specifier} leaves the room: import it by its # name`;
  if (other === undefined) return `${specifier} is in no room`;
  if (room.rooms.includes(other)) return undefined;
  if (room.typesOf?.includes(other)) return typeOnly ? undefined : `${name} may import only types from ${other} (${specifier})`;
  return `${name} may not import ${other} (${specifier})`;
};

const brokenArrows = (source: ReadSource): readonly Violation[] => {
  const { path, room: name } = source;
  if (path.startsWith('src/tools/')) return [];
  const room = name === undefined ? undefined : roomArrows[name];
  if (name === undefined || !room) return path.endsWith('.d.ts') ? [] : [{ path, line: 0, message: 'stands in no room of the house' }];
  return source.imports.flatMap((found) => {
    const message = arrowMessage(name, room, found);
    return message === undefined ? [] : [{ path, line: found.line, message }];
  });
};

interface Word {
  readonly pattern: RegExp;
  readonly message: string;
}

const ambientWords: readonly Word[] = [
  { pattern: /\bDate\s*\.\s*now\b/g, message: 'Date.now: time is an argument in this room (Clock)' },
  { pattern: /\bnew\s+Date\s*(?:\(\s*\)|(?=[;,\s)]*$))/gm, message: 'new Date(): time is an argument in this room (Clock)' },
  { pattern: /\bperformance\s*\.\s*now\b/g, message: 'performance.now: time is an argument in this room (Clock)' },
  { pattern: /\bMath\s*\.\s*random\b/g, message: 'Math.random: chance is an argument in this room (Chance)' },
  { pattern: /\b(?:getRandomValues|randomUUID)\b/g, message: 'chance is an argument in this room (Chance)' },
  { pattern: /(?<![.\w$])fetch\s*\(|\bglobalThis\s*\.\s*fetch\b/g, message: 'fetch: the network is an argument in this room' },
  { pattern: /\bset(?:Timeout|Interval)\b/g, message: 'timers belong to the shell, not to this room' },
];

const defaultExport = 'default export: name it';

const codeWords: readonly Word[] = [
  { pattern: /\bexport\s+default\b|\bas\s+default\b/g, message: defaultExport },
  { pattern: /\benum\s+\w+\s*\{/g, message: 'enum: use a union of literals' },
  { pattern: /(?:[:<,|&(=[]|\b(?:as|is|extends))\s*any\b(?!\s*[:(])/g, message: 'any: say what it is, or unknown' },
];

const commentWords: readonly Word[] = [{ pattern: /@ts-(?:ignore|nocheck)\b/g, message: 'hides type errors: mend them' }];

const wordsIn = (path: string, text: string, words: readonly Word[]): readonly Violation[] =>
  words.flatMap(({ pattern, message }) => [...text.matchAll(pattern)].map((found) => ({ path, line: lineAt(text, found.index), message })));

const brokenWords = ({ path, code, comments, room }: ReadSource): readonly Violation[] => {
  const isPure = room !== undefined && roomArrows[room]?.pure === true;
  return [
    // A .d.ts describes a module as it is, default export included.
    ...wordsIn(path, code, path.endsWith('.d.ts') ? codeWords.filter(({ message }) => message !== defaultExport) : codeWords),
    ...wordsIn(path, comments, commentWords),
    ...(isPure ? wordsIn(path, code, ambientWords) : []),
  ];
};

const brokenName = ({ path }: Source): readonly Violation[] => {
  const parts = path.split('/');
  const file = parts.at(-1) ?? '';
  const folder = parts.slice(0, -1).find((part) => /^(?:helpers?|utils?|common|misc)$/.test(part));
  const tells = (message: string): readonly Violation[] => [{ path, line: 0, message }];
  if (/^(?:index|utils?|types|helpers?)\.[a-z.]+$/.test(file)) return tells(`${file} says nothing: name the file after its main export`);
  if (folder) return tells(`the folder ${folder} says nothing: put the file in the room of its noun`);
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)*$/.test(file)) return tells('file names are kebab-case');
  return [];
};

/** Circles of imports between files, type imports included: a circle is a thing nobody can read first. Each is told once. */
const circles = (sources: ReadonlyMap<string, ReadSource>): readonly Violation[] => {
  const found = new Map<string, Violation>();
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) {
      const circle = trail.slice(at);
      const key = circle.toSorted().join(' ');
      const message = `circle: ${[...circle, path].join(' → ')}`;
      if (!found.has(key)) found.set(key, { path, line: 0, message });
      return;
    }
    if (done.has(path)) return;
    for (const { target } of sources.get(path)?.imports ?? []) if ('file' in target) walk(target.file, [...trail, path]);
    done.add(path);
  };
  for (const path of sources.keys()) walk(path, []);
  return [...found.values()];
};

/** Packages reached at run time through other files, each with the trail that leads to it. */
const packagesReached = (sources: ReadonlyMap<string, ReadSource>, from: string): ReadonlyMap<string, readonly string[]> => {
  const trails = new Map<string, readonly string[]>([[from, []]]);
  const packages = new Map<string, readonly string[]>();
  for (const [path, trail] of trails) {
    for (const { target, typeOnly } of sources.get(path)?.imports ?? []) {
      if (typeOnly) continue;
      if ('npm' in target) packages.set(target.npm, packages.get(target.npm) ?? [...trail, path]);
      else if (!trails.has(target.file)) trails.set(target.file, [...trail, path]);
    }
  }
  return packages;
};

const brokenReach = (sources: ReadonlyMap<string, ReadSource>): readonly Violation[] =>
  [...sources.values()].flatMap(({ path, room }) => {
    const never = room === undefined ? undefined : roomArrows[room]?.neverReaches;
    if (!never) return [];
    const reached = packagesReached(sources, path);
    return never.flatMap((name) => {
      const trail = reached.get(name);
      // A direct import is told by the arrows already.
      return trail && trail.length > 1
        ? [{ path, line: 0, message: `${room} must not reach ${name}: ${[...trail, name].join(' → ')}` }]
        : [];
    });
  });

/** Every broken rule of the house in these sources of `src/`, in the order of the files. */
export const brokenRules = (sources: readonly Source[]): readonly Violation[] => {
  const all = new Map(sources.map((source) => [source.path, read(source)]));
  const each = [...all.values()].flatMap((source) => [...brokenName(source), ...brokenArrows(source), ...brokenWords(source)]);
  return [...each, ...circles(all), ...brokenReach(all)].toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.line - b.line));
};
