import { type Bytes, fromUtf8 } from '#base/bytes';

const TUS_VERSION = '1.0.0';

/** What every answer about uploads says (tus 1.0). */
export const TUS: Readonly<Record<string, string>> = { 'tus-resumable': TUS_VERSION, 'cache-control': 'no-store' };

/** Does who asks speak this version of tus? */
export const speaksTus = (headers: Headers): boolean => headers.get('tus-resumable') === TUS_VERSION;

/** A count in a header, or null. */
export const countIn = (headers: Headers, name: string): number | null => {
  const text = headers.get(name) ?? '';
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
};

/** Upload-Metadata: `key base64, key base64`; null when it cannot be read. */
export const metadataIn = (headers: Headers): Readonly<Record<string, string>> | null => {
  const text = headers.get('upload-metadata') ?? '';
  if (text.length > 2000) return null;
  const entries: [string, string][] = [];
  for (const pair of text.split(',')) {
    const [key = '', value = '', more] = pair.trim().split(' ');
    const said = textIn(value);
    if (!/^[\x21-\x7e]+$/.test(key) || more !== undefined || said === null) return null;
    entries.push([key, said]);
  }
  return Object.fromEntries(entries);
};

/** Upload-Checksum: `sha256 base64`; undefined without one, null when it is of a kind we do not know. */
export const checksumIn = (headers: Headers): Bytes | null | undefined => {
  const text = headers.get('upload-checksum');
  if (text === null) return undefined;
  const [algorithm, value = '', more] = text.split(' ');
  const bytes = bytesIn(value);
  return algorithm === 'sha256' && more === undefined && bytes?.length === 32 ? bytes : null;
};

// RFC 4648 §4, padded, as tus has it.
const bytesIn = (text: string): Bytes | null => {
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text)) return null;
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
};

const textIn = (text: string): string | null => {
  const bytes = bytesIn(text);
  try {
    return bytes && fromUtf8(bytes);
  } catch {
    return null;
  }
};
