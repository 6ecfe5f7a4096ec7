/** The pictures that come with a road: kept when the road is opened, or when they are first seen; never with the app. */
export interface RoadPictures {
  /** Fetches these, also those that are kept, should they have been drawn anew. Stops at the first that cannot be had; asked again, it goes on. */
  keep(names: readonly string[]): Promise<void>;
  /** The picture, kept or from the network; then it is kept. */
  answer(request: Request): Promise<Response>;
}

/** How the addresses of these pictures begin. */
export const KIT_PICTURES = '/pictures/kit-';

/** Pictures in a cache of their own: they outlive a new version of the app. */
export const createRoadPictures = (caches: CacheStorage, name = 'pepites-roads'): RoadPictures => {
  const fetched = async (request: Request): Promise<Response> => {
    const answer = await fetch(request);
    if (answer.ok) await (await caches.open(name)).put(request, answer.clone());
    return answer;
  };
  return {
    keep: async (names) => {
      for (const picture of names) await fetched(new Request(`/pictures/${picture}.svg`, { cache: 'no-cache' }));
    },
    answer: async (request) => (await caches.match(request.url, { cacheName: name })) ?? fetched(request),
  };
};
