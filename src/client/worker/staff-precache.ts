/** Names of the files only staff's screens need, as the build put them in the manifest: their names carry their content. */
export interface StaffPrecache {
  /** Keeps all of them from now on, and again with each new version. */
  keep(): Promise<void>;
  /** For a new version's install: completes what a staff device keeps, before the new version may start. */
  renew(): Promise<void>;
  /** For a new version's activation: drops what no version in use needs. */
  sweep(): Promise<void>;
  /** The kept file, or the network's. */
  answer(request: Request): Promise<Response>;
}

/** A second precache, complete and of one version like the first, on staff's devices only: a person never downloads their code. */
export const createStaffPrecache = (caches: CacheStorage, urls: readonly string[], name = 'pepites-staff'): StaffPrecache => {
  const complete = async (): Promise<void> => {
    const cache = await caches.open(name);
    const missing = await Promise.all(urls.map(async (url) => ((await cache.match(url)) ? [] : [url])));
    await cache.addAll(missing.flat());
  };
  return {
    keep: complete,
    renew: async () => {
      if (await caches.has(name)) await complete();
    },
    sweep: async () => {
      if (!(await caches.has(name))) return;
      const cache = await caches.open(name);
      const wanted = new Set(urls);
      for (const request of await cache.keys()) if (!wanted.has(new URL(request.url).pathname)) await cache.delete(request);
    },
    answer: async (request) => (await caches.match(request, { cacheName: name })) ?? fetch(request),
  };
};
