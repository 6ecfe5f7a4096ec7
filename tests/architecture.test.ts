import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { brokenRules, printed } from '#tools/house-rules';
import { projectRoot } from '#tools/project-root';
import { readHouse } from '#tools/read-house';
import { roomArrows, roomOf } from '#tools/room-arrows';

const house = readHouse('src');
const inhabited = Object.keys(roomArrows).filter((room) => house.some(({ path }) => roomOf(path) === room));
const folders = [...inhabited.filter((room) => !room.endsWith('/main')), 'tools'].map((room) => `src/${room}`);
const textOf = (path: string): string => readFileSync(join(projectRoot, path), 'utf8');

interface Project {
  readonly references?: readonly { readonly path: string }[];
}
const referencesOf = (folder: string): readonly string[] => {
  const { references = [] } = JSON.parse(textOf(`${folder}/tsconfig.json`)) as Project;
  return references.map(({ path }) => posix.join(folder, path));
};

describe('the house', () => {
  it('keeps every rule of its rooms', () => {
    expect(brokenRules(house).map(printed)).toEqual([]);
  });

  it('has a README of at most 40 lines and a tsconfig in every room', () => {
    const missing = folders.flatMap((folder) => {
      const readme = `${folder}/README.md`;
      if (!existsSync(join(projectRoot, readme))) return [`${readme} is missing`];
      const lines = textOf(readme).trimEnd().split('\n').length;
      return lines > 40 ? [`${readme}:41 has ${lines} lines; 40 is the limit`] : [];
    });
    const projects = folders.filter((folder) => !existsSync(join(projectRoot, folder, 'tsconfig.json')));
    expect([...missing, ...projects.map((folder) => `${folder}/tsconfig.json is missing`)]).toEqual([]);
  });

  it('compiles every room, each against nothing but the rooms it may import', () => {
    const compiled = referencesOf('.');
    const left = folders.filter((folder) => !compiled.includes(folder)).map((folder) => `tsconfig.json does not reference ${folder}`);
    const extra = folders.flatMap((folder) => {
      const room = roomArrows[folder.slice('src/'.length)];
      const allowed = [...(room?.rooms ?? []), ...(room?.typesOf ?? [])].map((name) => `src/${name.replace(/\/main$/, '')}`);
      const seen = room ? referencesOf(folder).filter((path) => !allowed.includes(path)) : [];
      return seen.map((path) => `${folder}/tsconfig.json references ${path}, which the arrows forbid`);
    });
    expect([...left, ...extra]).toEqual([]);
  });

  it('has no circle among its rooms', () => {
    const visit = (room: string, trail: readonly string[]): readonly string[] => {
      if (trail.includes(room)) return [[...trail, room].join(' → ')];
      const next = roomArrows[room];
      return [...(next?.rooms ?? []), ...(next?.typesOf ?? [])].flatMap((other) => visit(other, [...trail, room]));
    };
    expect(Object.keys(roomArrows).flatMap((room) => visit(room, []))).toEqual([]);
  });
});

/** What the checker says about files given as path → text. */
const said = (files: Readonly<Record<string, string>>): readonly string[] =>
  brokenRules(Object.entries(files).map(([path, text]) => ({ path, text }))).map(printed);

describe('the checker', () => {
  it('sees a forbidden room on its line, also in types, lazy imports and re-exports', () => {
    expect(
      said({
        'src/domain/badge.ts': [
          "import { ok } from '#base/result';",
          "import type { Ticket } from '#protocol/ticket';",
          "export { send } from '#client/sync/send';",
          "const late = () => import('#server/storage/sqlite');",
        ].join('\n'),
      }),
    ).toEqual([
      'src/domain/badge.ts:2 domain may not import protocol (#protocol/ticket)',
      'src/domain/badge.ts:3 domain may not import client/sync (#client/sync/send)',
      'src/domain/badge.ts:4 domain may not import server/storage (#server/storage/sqlite)',
    ]);
  });

  it('sees a forbidden package and knows a package by its first name', () => {
    const text = "import * as v from 'valibot';\nimport { Hono } from 'hono/tiny';\nimport { readFileSync } from 'node:fs';";
    expect(said({ 'src/protocol/limits.ts': text })).toEqual([
      'src/protocol/limits.ts:2 protocol may not import the package hono',
      'src/protocol/limits.ts:3 protocol may not import node:fs',
    ]);
  });

  it('lets the screens see actions as types only', () => {
    const text = "import type { claim } from '#client/actions/claim-badge';\nimport { show } from '#client/actions/show-badge';";
    expect(said({ 'src/client/ui/app.tsx': text })).toEqual([
      'src/client/ui/app.tsx:2 client/ui may import only types from client/actions (#client/actions/show-badge)',
    ]);
  });

  it('wants relative paths inside a room and # names between rooms', () => {
    const text = "import { b } from '#base/bytes';\nimport { c } from '../domain/ids.ts';";
    expect(said({ 'src/base/uuid.ts': text })).toEqual([
      'src/base/uuid.ts:1 import #base/bytes by a relative path: it is the same room',
      'src/base/uuid.ts:2 ../domain/ids.ts leaves the room: import it by its # name',
    ]);
  });

  it('sees a package reached through another room, with the way to it', () => {
    const files = {
      'src/client/ui/home.tsx': "import { wall } from '#client/views/wall';",
      'src/client/views/wall.ts': "import { open } from './open.ts';",
      'src/client/views/open.ts': "import Dexie from 'dexie';",
    };
    expect(said(files)).toContain(
      'src/client/ui/home.tsx client/ui must not reach dexie: src/client/ui/home.tsx → src/client/views/wall.ts → src/client/views/open.ts → dexie',
    );
  });

  it('sees circles once, and none where files only share a friend', () => {
    const circle = {
      'src/base/a.ts': "import { b } from './b.ts';",
      'src/base/b.ts': "import { c } from './c.ts';",
      'src/base/c.ts': "import type { A } from './a.ts';",
    };
    expect(said(circle)).toEqual(['src/base/a.ts circle: src/base/a.ts → src/base/b.ts → src/base/c.ts → src/base/a.ts']);
    expect(said({ ...circle, 'src/base/c.ts': '' })).toEqual([]);
  });

  it('sees time, chance, network and timers in pure rooms only', () => {
    const text = [
      'const a = Date.now();',
      'const b = new Date();',
      'const c = new Date(0);',
      'const d = Math.random();',
      'const e = await fetch(url);',
      'const f = ports.fetch(url);',
      'setTimeout(a, 1);',
      'crypto.getRandomValues(d);',
    ].join('\n');
    const lines = (path: string): readonly string[] => said({ [path]: text }).map((line) => line.split(' ')[0] ?? '');
    expect(lines('src/domain/event.ts')).toEqual([1, 2, 4, 5, 7, 8].map((line) => `src/domain/event.ts:${line}`));
    expect(lines('src/client/device/camera.ts')).toEqual([]);
  });

  it('reads words in code, not in strings, comments, regexes and templates', () => {
    const text = [
      "const a = 'Date.now() enum X {'; // Date.now() and export default",
      '/* Math.random() */ const b = /fetch(/;',
      `const c = \`import x from 'dexie' \${Math.random()} setTimeout\`;`,
    ].join('\n');
    expect(said({ 'src/domain/event.ts': text })).toEqual([
      'src/domain/event.ts:3 Math.random: chance is an argument in this room (Chance)',
    ]);
  });

  it('sees any, enums, default exports and hidden type errors', () => {
    const text = ['let a: any;', 'const b = a as any;', 'enum C { D }', 'export default a;', '// @ts-ignore', 'v.any(); // any day'].join(
      '\n',
    );
    expect(said({ 'src/base/a.ts': text })).toEqual([
      'src/base/a.ts:1 any: say what it is, or unknown',
      'src/base/a.ts:2 any: say what it is, or unknown',
      'src/base/a.ts:3 enum: use a union of literals',
      'src/base/a.ts:4 default export: name it',
      'src/base/a.ts:5 hides type errors: mend them',
    ]);
  });

  it('sees names that say nothing and files outside every room', () => {
    expect(said({ 'src/base/index.ts': '', 'src/base/helpers/a.ts': '', 'src/base/myFile.ts': '', 'src/stray.ts': '' })).toEqual([
      'src/base/helpers/a.ts the folder helpers says nothing: put the file in the room of its noun',
      'src/base/index.ts index.ts says nothing: name the file after its main export',
      'src/base/myFile.ts file names are kebab-case',
      'src/stray.ts stands in no room of the house',
    ]);
  });

  it('lets the composition roots join what nothing else may', () => {
    const text =
      "import { open } from '#client/store/open';\nimport { start } from '#client/ui/app.tsx';\nimport { render } from 'solid-js/web';";
    expect(said({ 'src/client/main.tsx': text })).toEqual([]);
  });
});
