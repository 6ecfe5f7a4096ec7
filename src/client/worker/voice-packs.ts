/** The clips of a language, and of the roads one walks, kept on the device when it was asked to, on a connection that costs nothing. */
export interface VoicePacks {
  /**
   * Fetches what is missing or has changed of the clips that come with a language or, with `road`, of those that come with that road. Stops
   * at the first that cannot be had; asked again, it goes on.
   */
  keep(locale: string, road?: string): Promise<void>;
  /** The clip, kept or from the network, whole or the part that was asked for. */
  answer(request: Request): Promise<Response>;
}

export const VOICE_PATH = '/voice/';

const isObject = (value: unknown): value is { readonly [name: string]: unknown } => typeof value === 'object' && value !== null;

/** Clips in a cache of their own: they outlive a new version of the app. The list of a language (`clips.json`) says which text each clip speaks. */
export const createVoicePacks = (caches: CacheStorage, name = 'pepites-voice'): VoicePacks => ({
  keep: async (locale, road) => {
    const list = `${VOICE_PATH}${locale}/clips.json`;
    const fetched = await fetch(list, { cache: 'no-cache' });
    if (!fetched.ok) return;
    const cache = await caches.open(name);
    const before = await listed(await cache.match(list));
    for (const [key, { of, roads }] of await listed(fetched.clone())) {
      const clip = `${VOICE_PATH}${locale}/${key}.mp3`;
      const isNew = before.get(key)?.of !== of;
      const isWished = road === undefined ? roads.length === 0 : roads.includes(road);
      // What was kept of another road is renewed too: the list that is kept now would hide that it is old.
      if (isWished ? isNew || !(await cache.match(clip)) : isNew && (await cache.match(clip))) await cache.add(clip);
    }
    await cache.put(list, fetched);
  },
  answer: async (request) => {
    const kept = await caches.match(request.url, { cacheName: name });
    return kept ? partOf(kept, request.headers.get('range')) : fetch(request);
  },
});

/** Which text a clip speaks, and the roads it comes with (none: it comes with its language). */
interface Listed {
  readonly of: unknown;
  readonly roads: readonly unknown[];
}

const listed = async (list: Response | undefined): Promise<ReadonlyMap<string, Listed>> => {
  const said: unknown = await list?.json();
  if (!isObject(said)) return new Map();
  return new Map(
    Object.entries(said).flatMap(([key, clip]): [string, Listed][] =>
      isObject(clip) ? [[key, { of: clip['of'], roads: Array.isArray(clip['roads']) ? clip['roads'] : [] }]] : [],
    ),
  );
};

// Safari plays no sound that does not come in the parts it asks for.
const partOf = async (whole: Response, range: string | null): Promise<Response> => {
  const asked = /^bytes=(\d+)-(\d*)$/.exec(range ?? '');
  if (!asked) return whole;
  const bytes = await whole.arrayBuffer();
  const start = Number(asked[1]);
  const end = Math.min(asked[2] ? Number(asked[2]) : bytes.byteLength - 1, bytes.byteLength - 1);
  if (start > end) return new Response(null, { status: 416, headers: { 'content-range': `bytes */${bytes.byteLength}` } });
  const headers = { 'content-type': 'audio/mpeg', 'content-range': `bytes ${start}-${end}/${bytes.byteLength}`, 'accept-ranges': 'bytes' };
  return new Response(bytes.slice(start, end + 1), { status: 206, headers });
};
