import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import solid from 'vite-plugin-solid';

/**
 * html5-qrcode carries zxing-js (66 kB brotli, 48 % of hard pictures read) but only opens the camera for us: frames are decoded by
 * `client/device/scan-qr`. It still constructs its decoder, so the stub has the names it touches; every decode says "nothing found".
 */
const withoutZxingJs = (): Plugin => {
  const stub = '\0zxing-js-stub';
  return {
    name: 'pepites:without-zxing-js',
    enforce: 'pre',
    resolveId: (id) => (id.endsWith('/zxing-js.umd') ? stub : null),
    load: (id) =>
      id === stub
        ? [
            'const none = class { constructor() { throw new Error("no code in this frame"); } };',
            'export const BarcodeFormat = {};',
            'export const DecodeHintType = {};',
            'export { none as MultiFormatReader, none as HTMLCanvasElementLuminanceSource, none as BinaryBitmap, none as HybridBinarizer };',
          ].join('\n')
        : null,
  };
};

/** Chunks of rooms a person never enters live in a folder of their own: out of her precache, and easy to name in the bundle test. */
const chunkFolder = (modules: readonly string[]): string => {
  if (modules.some((id) => id.includes('/client/ui/gallery/'))) return 'assets/gallery';
  if (modules.some((id) => /\/client\/ui\/screens\/(?:advisor|organiser|issuer)\//.test(id))) return 'assets/staff';
  return 'assets';
};

/** Everything the first page needs, whatever else uses it too: it comes in one file instead of ten small ones. */
const firstLoad = new Set<string>();

const findFirstLoad = (): Plugin => ({
  name: 'pepites:first-load',
  buildEnd() {
    firstLoad.clear();
    const waiting = [...this.getModuleIds()].filter((id) => this.getModuleInfo(id)?.isEntry);
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      if (firstLoad.has(id)) continue;
      firstLoad.add(id);
      waiting.push(...(this.getModuleInfo(id)?.importedIds ?? []));
    }
  },
});

/** Writes which source files went into which chunk (dist/.vite/modules.json): the bundle test names what leaks into a first load. */
const modulesByChunk = (): Plugin => ({
  name: 'pepites:modules-by-chunk',
  generateBundle(_options, bundle) {
    const inside = (id: string): string => id.replace(`${this.environment.config.root}/`, '').replace(/^\0|\?.*$/g, '');
    const chunks = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file.moduleIds.map(inside)]] : []));
    this.emitFile({ type: 'asset', fileName: '.vite/modules.json', source: JSON.stringify(Object.fromEntries(chunks)) });
  },
});

export default defineConfig({
  plugins: [
    withoutZxingJs(),
    modulesByChunk(),
    findFirstLoad(),
    solid(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/client/worker',
      filename: 'service-worker.ts',
      injectRegister: false,
      registerType: 'prompt',
      injectManifest: {
        // As a module the worker got the bundler's preload helper, whose import.meta no classic worker can parse.
        rollupFormat: 'iife',
        globPatterns: ['**/*.{js,css,html,woff2,wasm}', 'pictures/**/*.svg', 'icons/*.{png,svg}'],
        // The worker keeps the staff's files apart, on staff's devices only.
        // Pictures of the kit come with their road.
        globIgnores: ['assets/gallery/**', 'pictures/kit-*.svg'],
      },
      manifest: {
        id: '/',
        name: 'Pépites',
        short_name: 'Pépites',
        description: 'Mes badges dans ma poche, même sans réseau.',
        lang: 'fr',
        start_url: '/',
        scope: '/',
        display: 'standalone',
        background_color: '#FBF6EC',
        theme_color: '#FBF6EC',
        launch_handler: { client_mode: 'navigate-existing' },
        icons: [
          { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/icons/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
    }),
  ],
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    outDir: 'dist',
    manifest: true,
    // The polyfill is an inline script, which the content security policy forbids; so are fonts as data: addresses.
    modulePreload: { polyfill: false },
    assetsInlineLimit: (file) => (/\.(?:woff2?|wasm|mp3|m4a)$/.test(file) ? false : undefined),
    rolldownOptions: {
      output: {
        codeSplitting: { groups: [{ name: 'first', test: (id: string) => firstLoad.has(id) }] },
        chunkFileNames: (chunk) => `${chunkFolder(chunk.moduleIds)}/[name]-[hash].js`,
        assetFileNames: (asset) => `${chunkFolder(asset.originalFileNames.map((name) => `/${name}`))}/[name]-[hash][extname]`,
      },
    },
  },
});
