// npm run dev: one process; Vite serves and hot-reloads the client, and reopens the server whenever one of its files changes.
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, relative, sep } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { createServerModuleRunner, createServer as createVite } from 'vite';
import { projectRoot } from './project-root.ts';
import { runNode } from './run-program.ts';
import { asServerMain, type OpenServer, serverMainFile } from './server-main.ts';

const host = process.env['HOST'] ?? 'localhost';
const port = Number(process.env['PORT'] ?? 8787);

const openDev = async (): Promise<void> => {
  if (!existsSync(join(projectRoot, serverMainFile))) throw new Error(`${serverMainFile} is missing: there is no server to start yet.`);
  if (existsSync(join(projectRoot, 'src/tools/pictures.ts'))) await runNode('src/tools/pictures.ts', [], { capture: true });

  const web = createServer();
  const vite = await createVite({ root: projectRoot, appType: 'spa', server: { middlewareMode: true, hmr: { server: web } } });
  const { ssr } = vite.environments;
  // A new runner each time: it remembers no module of the server before.
  const open = async (): Promise<OpenServer> => {
    const runner = createServerModuleRunner(ssr, { hmr: false });
    const server = await asServerMain(await runner.import(`/${serverMainFile}`)).open(process.env);
    return { ...server, close: () => server.close().then(() => runner.close()) };
  };

  let current = open();
  const listener = getRequestListener(async (request) => (await current).fetch(request));

  // Only a file the server has loaded asks for a new server; Vite's own listener may come after this one.
  vite.watcher.on('change', (file) => {
    const path = file.split(sep).join('/');
    if (!ssr.moduleGraph.getModulesByFile(path)?.size) return;
    ssr.moduleGraph.onFileChange(path);
    console.error(`${relative(projectRoot, file)} changed: the server starts again`);
    current = current
      .catch(() => undefined)
      .then((old) => old?.close())
      .then(open);
    current.catch((error: unknown) => console.error(error));
  });

  web.on('request', async (request, response) => {
    const server = await current.catch(() => undefined);
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (server && !server.ownsPath(path, request.headers.accept)) vite.middlewares(request, response);
    else if (server) await listener(request, response);
    else response.writeHead(503, { 'content-type': 'text/plain' }).end('The server does not start: see the terminal.');
  });
  const { addresses } = await current;
  web.listen(port, host, () => {
    for (const address of addresses) console.log(address);
  });
  web.once('error', (error) => {
    console.error(error.message);
    process.exit(1);
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, async () => {
      web.close();
      await vite.close();
      await (await current).close();
      process.exit(0);
    });
  }
};

try {
  await openDev();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
