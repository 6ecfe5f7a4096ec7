import type { ByteRange } from '#domain/byte-place';

/**
 * The range a request asks for (RFC 9110 §14): null = the whole, `wrong` = none of it is there. Several ranges, other units and what cannot
 * be read are answered with the whole, as the standard allows. `ifRange`: a range of something that has changed since is the whole, too.
 */
export const byteRange = (headers: Headers, size: number, etag: string): ByteRange | 'wrong' | null => {
  const ifRange = headers.get('if-range');
  if (ifRange !== null && ifRange !== etag) return null;
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(headers.get('range')?.trim() ?? '') ?? [];
  if (from === '' && to === '') return null;
  if (from === '') return Number(to) === 0 || size === 0 ? 'wrong' : { first: Math.max(0, size - Number(to)), last: size - 1 };
  const [first, last] = [Number(from), to === '' ? size - 1 : Math.min(Number(to), size - 1)];
  if (to !== '' && Number(to) < first) return null;
  return first >= size ? 'wrong' : { first, last };
};
