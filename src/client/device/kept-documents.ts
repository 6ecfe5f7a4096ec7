/** A public document that was fetched once, and when. */
export interface KeptDocument {
  readonly document: unknown;
  readonly asOf: number;
}

/** Public documents (issuers, status lists) of badges checked here before, for a check with no network. */
export interface KeptDocuments {
  get(address: string): Promise<KeptDocument | undefined>;
  put(address: string, kept: KeptDocument): Promise<void>;
}

const MOST = 200;

const isKept = (value: unknown): value is KeptDocument =>
  typeof value === 'object' && value !== null && 'document' in value && 'asOf' in value && typeof value.asOf === 'number';

/** In a cache of their own, the oldest going first. A browser that keeps nothing is no error. */
export const makeKeptDocuments = (name = 'pepites-documents'): KeptDocuments => ({
  get: async (address) => {
    try {
      const kept: unknown = await (await caches.match(address, { cacheName: name }))?.json();
      return isKept(kept) ? kept : undefined;
    } catch {
      return undefined;
    }
  },
  put: async (address, kept) => {
    try {
      const cache = await caches.open(name);
      await cache.delete(address);
      await cache.put(address, Response.json(kept));
      const all = await cache.keys();
      for (const old of all.slice(0, Math.max(0, all.length - MOST))) await cache.delete(old);
    } catch {
      // Storage is off or full: the next check asks the network again.
    }
  },
});
