import { readdirSync, statSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);
const gz = promisify(gzip);

// Pictures, sounds and fonts are compressed already; under 512 bytes the headers cost more than is won.
const worthwhile = /\.(?:js|css|html|svg|json|webmanifest|wasm|txt)$/;
const smallest = 512;

const compressOne = async (path: string): Promise<number> => {
  const bytes = await readFile(path);
  const [br, zip] = await Promise.all([
    brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
    gz(bytes, { level: 9 }),
  ]);
  if (br.length < bytes.length) await writeFile(`${path}.br`, br);
  if (zip.length < bytes.length) await writeFile(`${path}.gz`, zip);
  return Math.min(br.length, bytes.length);
};

/** Writes `.br` (quality 11) and `.gz` beside every text and wasm file under `folder`; hands back how many and their bytes in brotli. */
export const precompress = async (folder: string): Promise<{ readonly files: number; readonly bytes: number }> => {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => worthwhile.test(name) && !name.split(/[\\/]/).some((part) => part.startsWith('.')))
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).size >= smallest);
  const sizes = await Promise.all(paths.map(compressOne));
  return { files: paths.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
};
