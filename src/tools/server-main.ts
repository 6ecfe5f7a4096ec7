/** The server without its port, as `npm run dev` mounts it behind Vite. */
export interface OpenServer {
  /** True for paths the server answers itself (API, public pages, did.json …); the rest belongs to the client's files. */
  readonly ownsPath: (pathname: string, accept?: string) => boolean;
  readonly fetch: (request: Request) => Response | Promise<Response>;
  /** One line per address to open. */
  readonly addresses: readonly string[];
  readonly close: () => Promise<void>;
}

/** What `src/server/main.ts` exports for the tools; it also runs itself when it is the program (`import.meta.main`). */
export interface ServerMain {
  /** Opens storage and media, seeds, listens, prints the addresses; ends gracefully on SIGINT and SIGTERM. */
  readonly run: (env: NodeJS.ProcessEnv) => Promise<void>;
  /** The same without listening. */
  readonly open: (env: NodeJS.ProcessEnv) => Promise<OpenServer>;
}

/** Path of the composition root from the project's folder. */
export const serverMainFile = 'src/server/main.ts';

/** The module's two functions; throws when the module does not export them. */
export const asServerMain = (module: Readonly<Record<string, unknown>>): ServerMain => {
  const { run, open } = module;
  if (typeof run !== 'function' || typeof open !== 'function') throw new Error(`${serverMainFile} does not export run and open`);
  return { run: run as ServerMain['run'], open: open as ServerMain['open'] };
};
