import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { concatBytes, fromUtf8, utf8 } from '#base/bytes';
import { zip } from '#client/device/zip';

const FILES = [
  { name: 'index.html', bytes: utf8('<h1>Amina</h1>') },
  { name: 'badges/001-à l’heure.json', bytes: utf8('{"a":1}') },
  { name: 'empty.txt', bytes: new Uint8Array() },
  { name: 'photo.jpg', bytes: Uint8Array.from({ length: 70_000 }, (_, i) => (i * 31) & 255) },
];

/** What a reader finds that begins at the end, as they all do: by the central directory, each entry checked against its local header. */
const readZip = (file: Uint8Array) => {
  const view = new DataView(file.buffer, file.byteOffset, file.length);
  const [u16, u32] = [(at: number) => view.getUint16(at, true), (at: number) => view.getUint32(at, true)];
  const end = file.length - 22;
  expect(u32(end)).toBe(0x06054b50);
  let at = u32(end + 16);
  expect(at + u32(end + 12)).toBe(end);
  return Array.from({ length: u16(end + 10) }, () => {
    expect(u32(at)).toBe(0x02014b50);
    const [local, size, length] = [u32(at + 42), u32(at + 24), u16(at + 28)];
    const name = file.subarray(at + 46, at + 46 + length);
    expect(u32(local)).toBe(0x04034b50);
    // From the version to the length of the name both headers say the same.
    expect(file.subarray(local + 4, local + 28)).toEqual(file.subarray(at + 6, at + 30));
    expect(file.subarray(local + 30, local + 30 + length)).toEqual(name);
    const bytes = file.subarray(local + 30 + length, local + 30 + length + size);
    expect(crc32(bytes)).toBe(u32(at + 16));
    const entry = { name: fromUtf8(name), bytes, isUtf8: (u16(at + 8) & 0x0800) !== 0, time: u16(at + 12), day: u16(at + 14) };
    at += 46 + length;
    return entry;
  });
};

describe('a ZIP file', () => {
  it('gives back every file under its name, with its checksum', () => {
    const found = readZip(concatBytes(...zip(FILES, new Date(2026, 10, 23, 19, 30, 42))));
    expect(found.map(({ name, bytes }) => ({ name, bytes }))).toEqual(FILES);
    expect(found.every(({ isUtf8 }) => isUtf8)).toBe(true);
  });

  it('says when it was made, as DOS did', () => {
    const [first] = readZip(concatBytes(...zip(FILES, new Date(2026, 10, 23, 19, 30, 42))));
    expect(first).toMatchObject({ day: ((2026 - 1980) << 9) | (11 << 5) | 23, time: (19 << 11) | (30 << 5) | 21 });
  });

  it('of nothing is a ZIP file still', () => {
    expect(readZip(concatBytes(...zip([], new Date(2026, 0, 1))))).toEqual([]);
  });
});
