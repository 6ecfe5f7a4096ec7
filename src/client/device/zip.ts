import { type Bytes, utf8 } from '#base/bytes';
import { crc32 } from '#credentials/crc32';

/** One file inside; folders are made by slashes in its name. */
export interface ZipFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

// APPNOTE 4.4.4: names are UTF-8.
const UTF8 = 0x0800;
const VERSION = 20;

/** Numbers of 2 or 4 bytes, little-endian. */
const packed = (...numbers: readonly (readonly [size: 2 | 4, value: number])[]): Bytes => {
  const bytes = new Uint8Array(numbers.reduce((sum, [size]) => sum + size, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [size, value] of numbers) {
    if (size === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += size;
  }
  return bytes;
};

/** Day and hour as DOS kept them: to two seconds, in the device's own time. */
const dosTime = (at: Date): readonly [time: number, day: number] => [
  (at.getHours() << 11) | (at.getMinutes() << 5) | (at.getSeconds() >> 1),
  (Math.max(0, at.getFullYear() - 1980) << 9) | ((at.getMonth() + 1) << 5) | at.getDate(),
];

/**
 * The parts of a ZIP file (PKWARE APPNOTE 6.3), stored and not compressed: pictures and sounds are small already, and any program opens it.
 * Up to 4 GiB and 65 535 files, which a phone's badges never come near.
 */
export const zip = (files: readonly ZipFile[], at: Date): readonly Bytes[] => {
  const [time, day] = dosTime(at);
  const parts: Bytes[] = [];
  const directory: Bytes[] = [];
  let offset = 0;
  const add = (to: Bytes[], ...pieces: readonly Uint8Array[]): number => {
    for (const piece of pieces) to.push(piece as Bytes);
    return pieces.reduce((sum, { length }) => sum + length, 0);
  };
  let listed = 0;
  for (const { name, bytes } of files) {
    const path = utf8(name);
    // General flags, stored, time, day, CRC, size, size, length of the name, no extra field.
    const facts = packed(
      [2, UTF8],
      [2, 0],
      [2, time],
      [2, day],
      [4, crc32(bytes)],
      [4, bytes.length],
      [4, bytes.length],
      [2, path.length],
      [2, 0],
    );
    // No comment, first disk, no attributes.
    const central = packed([2, 0], [2, 0], [2, 0], [4, 0], [4, offset]);
    listed += add(directory, packed([4, 0x02014b50], [2, VERSION], [2, VERSION]), facts, central, path);
    offset += add(parts, packed([4, 0x04034b50], [2, VERSION]), facts, path, bytes);
  }
  const end = packed([4, 0x06054b50], [2, 0], [2, 0], [2, files.length], [2, files.length], [4, listed], [4, offset], [2, 0]);
  return [...parts, ...directory, end];
};
