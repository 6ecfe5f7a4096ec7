import type { Clock, Millis } from '#base/ambient';
import type { Json } from '#base/canonical-json';
import { err, ok, type Result } from '#base/result';
import type { BytePlace, ByteRange, Standing } from '#domain/byte-place';
import type { Device } from '#domain/device';
import type { DeviceId, Scope } from '#domain/ids';
import { type Media, mediaOwner, mediaScopes } from '#domain/media';
import type { RecordStore } from '#domain/record-store';
import { type LinksReply, type LinksRequest, MEDIA_FILE_PATH } from '#protocol/media';
import type { ProblemCode } from '#protocol/problem';
import { PROTOCOL } from '#protocol/version';
import { mediaName } from './media-names.ts';
import { scopesOf } from './scopes-of.ts';
import type { Admit, Tokens } from './tokens.ts';
import type { Wanted } from './upload-store.ts';

export interface LinkDeps {
  readonly store: RecordStore;
  readonly clock: Clock;
  readonly admit: Admit;
  readonly tokens: Tokens;
}

export interface ReadMediaDeps {
  readonly place: BytePlace;
  readonly clock: Clock;
  readonly tokens: Tokens;
}

interface Who {
  readonly id: DeviceId;
  readonly device: Device;
}

/** Bytes that may be read now. `media` is their hash. */
export interface OpenedMedia {
  readonly media: string;
  readonly type: Media['type'];
  readonly size: number;
  readonly until: Millis;
  read(range?: ByteRange): Promise<Standing | undefined>;
}

const LINK_MS = 600_000;

/**
 * Addresses, good for ten to fifteen minutes, of media that have arrived. Rights follow the records: whoever may read a scope may read what
 * the records there name. What may not be read and what is not there are both simply absent.
 */
export const mediaLinks = async (deps: LinkDeps, who: Who, request: LinksRequest): Promise<Result<LinksReply, ProblemCode>> => {
  const { store, clock, admit } = deps;
  if (!admit(`media:${who.id}`)) return err('TooMany');
  const readable = new Set(await scopesOf(store, who));
  const wanted = request.wanted.filter(({ scope }) => readable.has(scope) && mediaOwner(scope) !== null);
  const named = await namedIn(store, new Set(wanted.map(({ scope }) => scope)));
  const shown = wanted.filter(({ scope, media }) => named.get(scope)?.has(media));
  const arrived = await Promise.all(shown.map((one) => arrivedAs(store, one)));
  // The same address for some minutes, so that a browser's own cache knows it again.
  const until = Math.ceil((clock() + LINK_MS) / LINK_STEP_MS) * LINK_STEP_MS;
  const links = shown.flatMap((one, i) => {
    const held = arrived[i];
    return held ? [{ ...one, path: pathOf(deps.tokens, one, held, until), until }] : [];
  });
  return ok({ protocol: PROTOCOL, nonce: request.nonce, serverTime: clock(), links });
};

const LINK_STEP_MS = 300_000;
const PAGE = 1000;

/** All media that records of some scopes speak of. A hash is nothing else by chance. */
const namedIn = async (store: RecordStore, scopes: ReadonlySet<Scope>): Promise<ReadonlyMap<Scope, ReadonlySet<string>>> => {
  const named = new Map<Scope, Set<string>>();
  for (const scope of scopes) {
    const found = new Set<string>();
    named.set(scope, found);
    for (let [cursor, more] = [0, true]; more; ) {
      const page = await store.feed(scope, cursor, PAGE);
      for (const row of page.rows) for (const media of hashesIn(row.kind === 'media' && !row.deleted ? row.id : row.body)) found.add(media);
      ({ cursor, more } = page);
    }
  }
  return named;
};

const hashesIn = (body: Json): readonly string[] => JSON.stringify(body).match(/\b[0-9a-f]{64}\b/g) ?? [];

const arrivedAs = async (store: RecordStore, { scope, media }: Wanted): Promise<Media | undefined> => {
  const scopes = mediaScopes(scope);
  const records = await store.read(scopes.map((one) => ({ scope: one, kind: 'media', id: media })));
  return scopes.map((one) => records.get(one, 'media', media)).find((held) => held !== undefined);
};

const pathOf = (tokens: Tokens, { scope, media }: Wanted, { type, size }: Media, until: Millis): string =>
  `${MEDIA_FILE_PATH}/${tokens.seal('media', [mediaOwner(scope), media, type, size, until].join(' '))}`;

/** Opens an address given before; null when it was not given here or is too old. Whoever has it may read: it is for `<img>` and `<video>`. */
export const openMedia = ({ place, clock, tokens }: ReadMediaDeps, token: string): OpenedMedia | null => {
  const [owner = '', media = '', type, size, until] = tokens.open('media', token)?.split(' ') ?? [];
  if (type === undefined || Number(until) < clock()) return null;
  return {
    media,
    // Sealed by us.
    type: type as Media['type'],
    size: Number(size),
    until: Number(until),
    read: (range) => place.read(mediaName(owner, media), range),
  };
};
