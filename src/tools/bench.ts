// npm run bench [name …]: runs tests/bench/*.bench.ts one after another, each a program that measures and prints. Never part of a test.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureClientBuilt } from './built-client.ts';
import { ensureBrowser } from './ensure-browser.ts';
import { projectRoot } from './project-root.ts';
import { runNode } from './run-program.ts';

const folder = 'tests/bench';
const wanted = process.argv.slice(2);
const present = existsSync(join(projectRoot, folder))
  ? readdirSync(join(projectRoot, folder)).filter((name) => name.endsWith('.bench.ts'))
  : [];
const chosen = present.toSorted().filter((name) => wanted.length === 0 || wanted.includes(name.replace('.bench.ts', '')));

if (chosen.length === 0) {
  console.error(present.length === 0 ? `No bench exists yet in ${folder}.` : `No such bench. There are: ${present.join(', ')}`);
  process.exit(1);
}

await ensureClientBuilt();
const env = { CHROMIUM_PATH: await ensureBrowser() };
for (const name of chosen) {
  console.log(`— ${name.replace('.bench.ts', '')}`);
  const { code } = await runNode(join(folder, name), [], { env });
  if (code !== 0) process.exitCode = 1;
}
