/** Some bytes that stand somewhere, read when they are asked for. */
export interface Standing {
  /** Of the whole, whatever part was asked for. */
  readonly size: number;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** From the first to the last byte, both included, counted from 0. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/** A name and how many bytes stand under it. */
export interface Named {
  readonly name: string;
  readonly size: number;
}

/**
 * Bytes under names, outside the records: media, backups. Declared here because both its users and its engines (server/media) may know the
 * domain and not each other. Names are words of `a-z A-Z 0-9 . _ -` between slashes, none beginning with a dot. One contract suite proves
 * every place.
 */
export interface BytePlace {
  /**
   * Puts `size` bytes under a name, over what was there. Seen by others only whole, and durable when it resolves; when it rejects, or when
   * `parts` throws, nothing has changed. `parts` may be asked for again by a place that must try again.
   */
  write(name: string, size: number, parts: () => AsyncIterable<Uint8Array>): Promise<void>;
  /** What stands under a name, all of it or a range within it. */
  read(name: string, range?: ByteRange): Promise<Standing | undefined>;
  size(name: string): Promise<number | undefined>;
  /** What stands under names that begin with `prefix` (whole words of it), in any order. */
  list(prefix: string): AsyncIterable<Named>;
  /** Durable when it resolves; a name under which nothing stands is fine. */
  remove(name: string): Promise<void>;
}
