// npm run build: pictures, then the client into dist/, then its compressed twins. Writes to stderr only.
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { buildStamp, clientInputsHash } from './built-client.ts';
import { precompress } from './precompress.ts';
import { projectRoot } from './project-root.ts';
import { runNode } from './run-program.ts';

const pictures = 'src/tools/pictures.ts';

const buildClient = async (): Promise<void> => {
  if (!existsSync(join(projectRoot, 'index.html'))) throw new Error('index.html is missing: there is no client to build yet.');
  if (existsSync(join(projectRoot, pictures))) {
    const { code, output } = await runNode(pictures, [], { capture: true });
    if (code !== 0) throw new Error(`${output}The pictures could not be made.`);
  }
  const hash = clientInputsHash();
  await build({ root: projectRoot, logLevel: 'warn' });
  const dist = join(projectRoot, 'dist');
  const { files, bytes } = await precompress(dist);
  writeFileSync(buildStamp, hash);
  console.error(`Built dist/: ${files} compressible files, ${Math.round(bytes / 1000)} kB brotli.`);
};

try {
  console.error('Building the client …');
  await buildClient();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
