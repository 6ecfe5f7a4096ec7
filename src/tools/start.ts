// npm start: builds the client when something it is made from has changed, then becomes the server.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureClientBuilt } from './built-client.ts';
import { projectRoot } from './project-root.ts';
import { asServerMain, serverMainFile } from './server-main.ts';

try {
  const file = join(projectRoot, serverMainFile);
  if (!existsSync(file)) throw new Error(`${serverMainFile} is missing: there is no server to start yet.`);
  await ensureClientBuilt();
  const { run } = asServerMain((await import(pathToFileURL(file).href)) as Record<string, unknown>);
  await run(process.env);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
