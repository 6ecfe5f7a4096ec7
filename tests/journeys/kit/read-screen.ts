import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Locator } from '@playwright/test';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

const engine = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');

/** What a phone held before this part of a screen would read: the QR is really drawn, and really readable. */
export const readQrOn = async (part: Locator): Promise<string> => {
  await prepareZXingModule({ overrides: { wasmBinary: readFileSync(engine).buffer as ArrayBuffer }, fireImmediately: true });
  const picture = await part.screenshot();
  const found = await readBarcodes(new Uint8Array(picture), { formats: ['QRCode'] });
  const text = found.find(({ isValid }) => isValid)?.text;
  if (text === undefined) throw new Error('no QR code can be read on this part of the screen');
  return text;
};
