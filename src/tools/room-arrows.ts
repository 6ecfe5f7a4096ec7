/** What one room may import. `'node:'` stands for Node's own modules, a trailing `*` for a family of packages. */
export interface Room {
  readonly rooms: readonly string[];
  /** Rooms of which only types may be imported. */
  readonly typesOf?: readonly string[];
  readonly npm: readonly string[];
  /** No clock, no chance, no network, no timers: they come as arguments. */
  readonly pure?: true;
  /** Packages that must not be reached through other rooms either, whatever those may import. */
  readonly neverReaches?: readonly string[];
}

const storage = ['dexie'];
const devicePowers = ['html5-qrcode', 'zxing-wasm', 'qrcode'];
const shared = ['base', 'domain', 'credentials', 'protocol', 'content', 'artwork', 'i18n'];

/** Every arrow of the house; what is not here is forbidden. The two `main` are the composition roots. */
export const roomArrows: Readonly<Record<string, Room>> = {
  base: { rooms: [], npm: [], pure: true },
  domain: { rooms: ['base'], npm: ['valibot'], pure: true, neverReaches: ['node:', ...storage] },
  artwork: { rooms: ['base'], npm: [], pure: true },
  credentials: { rooms: ['base'], npm: ['@noble/ed25519'], pure: true, neverReaches: ['node:'] },
  protocol: { rooms: ['base', 'domain', 'credentials'], npm: ['valibot'], pure: true, neverReaches: ['node:'] },
  content: { rooms: ['base', 'domain'], npm: [], pure: true },
  i18n: { rooms: ['base'], npm: ['i18next'], pure: true },
  // credentials: the keys this device signs with.
  'client/device': { rooms: ['base', 'protocol', 'credentials'], npm: devicePowers, neverReaches: storage },
  // client/sync: the store implements the ClientStore port that sync declares.
  'client/store': { rooms: ['base', 'domain', 'protocol', 'client/sync', 'client/media'], npm: storage },
  // The MediaStore port and what brings media to the server; its loop is that of sync.
  'client/media': { rooms: ['base', 'domain', 'credentials', 'protocol', 'client/sync'], npm: [], neverReaches: storage },
  'client/sync': { rooms: ['base', 'domain', 'credentials', 'protocol'], npm: [], neverReaches: storage },
  'client/actions': { rooms: ['base', 'domain', 'credentials', 'protocol'], npm: [], pure: true, neverReaches: storage },
  'client/views': { rooms: ['base', 'domain', 'content'], npm: [], pure: true, neverReaches: storage },
  'client/ui': {
    rooms: ['base', 'domain', 'content', 'artwork', 'i18n', 'client/views'],
    typesOf: ['client/actions'],
    npm: ['solid-js', '@solidjs/router', '@fontsource-variable/*'],
    neverReaches: [...storage, ...devicePowers],
  },
  'client/worker': {
    rooms: ['base', 'domain', 'protocol', 'client/store', 'client/sync', 'client/media'],
    npm: ['workbox-*'],
    neverReaches: ['solid-js', 'i18next'],
  },
  'client/main': {
    rooms: [...shared, 'client/store', 'client/device', 'client/sync', 'client/media', 'client/actions', 'client/views', 'client/ui'],
    npm: ['solid-js', '@solidjs/router', 'workbox-window', '@fontsource-variable/*'],
    neverReaches: ['node:', 'hono'],
  },
  'server/storage': { rooms: ['base', 'domain'], npm: ['node:', 'pg'] },
  'server/media': { rooms: ['base', 'domain'], npm: ['node:', 'aws4fetch'] },
  'server/actions': {
    rooms: ['base', 'domain', 'credentials', 'protocol', 'content', 'artwork'],
    npm: [],
    pure: true,
    neverReaches: ['node:'],
  },
  'server/http': { rooms: ['base', 'domain', 'protocol', 'i18n', 'server/actions'], npm: ['hono'], neverReaches: ['node:'] },
  'server/main': {
    rooms: [...shared, 'server/storage', 'server/media', 'server/actions', 'server/http'],
    npm: ['node:', 'hono', '@hono/node-server'],
    neverReaches: ['solid-js', 'dexie'],
  },
  // protocol: `doctor` and `import` read what devices send. server/main: the same settings, data folder and keys as the server.
  cli: {
    rooms: ['base', 'domain', 'content', 'credentials', 'protocol', 'server/storage', 'server/media', 'server/actions', 'server/main'],
    npm: ['node:'],
  },
};

/** The room a file of src belongs to, or undefined when it stands in none. Files beside `main` are parts of that composition root. */
export const roomOf = (path: string): string | undefined => {
  const inside = path.replace(/^src\//, '');
  const main = /^(client|server)\/[^/]+$/.exec(inside);
  if (main) return `${main[1]}/main`;
  return Object.keys(roomArrows).find((room) => inside.startsWith(`${room}/`));
};
