/**
 * The parts as they come; throws when they are not `size` bytes in all, or when `parts` throws. The last one is held back until it is known
 * that all is well, so that whoever waits for so many bytes never has them all before.
 */
export async function* wholly(size: number, parts: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  let seen = 0;
  let held: Uint8Array | undefined;
  for await (const part of parts) {
    if (part.length === 0) continue;
    seen += part.length;
    if (seen > size) break;
    if (held) yield held;
    held = part;
  }
  if (seen !== size) throw new Error(`${size} bytes were announced and ${seen > size ? 'more' : seen} came`);
  if (held) yield held;
}
