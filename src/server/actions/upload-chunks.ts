import type { Named } from '#domain/byte-place';

/** A part of an upload as it stands in its place: where it begins, how long it is. */
export interface Chunk {
  readonly name: string;
  readonly first: number;
  readonly size: number;
}

/** The words of a chunk's name after its folder: sorted as they are counted. */
export const chunkWord = (first: number, size: number): string => `${String(first).padStart(12, '0')}-${size}`;

/** The chunk with this name, or null when it is something else. */
export const toChunk = ({ name, size }: Named): Chunk | null => {
  const [, first, said] = /\/(\d{12})-(\d+)$/.exec(name) ?? [];
  return first !== undefined && Number(said) === size && size > 0 ? { name, first: Number(first), size } : null;
};

/** A stretch of the whole and the chunk it is read from; `skip` bytes of that chunk are there already. */
export interface Piece {
  readonly chunk: Chunk;
  readonly skip: number;
}

/**
 * How chunks cover the whole from its first byte on, without a hole. Two connections may have written the same stretch twice (the old one
 * half-open, the new one resumed); both had the same bytes to send, and the hash of the whole says so at the end.
 */
export const covered = (chunks: readonly Chunk[]): { readonly end: number; readonly pieces: readonly Piece[] } => {
  const pieces: Piece[] = [];
  let end = 0;
  for (let best = next(chunks, end); best; best = next(chunks, end)) {
    pieces.push({ chunk: best, skip: end - best.first });
    end = best.first + best.size;
  }
  return { end, pieces };
};

const next = (chunks: readonly Chunk[], end: number): Chunk | undefined => {
  let best: Chunk | undefined;
  for (const chunk of chunks)
    if (chunk.first <= end && chunk.first + chunk.size > Math.max(end, best ? best.first + best.size : 0)) best = chunk;
  return best;
};
