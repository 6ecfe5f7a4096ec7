import { describe, expect, it } from 'vitest';
import { byteRange } from '#server/http/byte-range';

const ETAG = '"abc"';
const rangeOf = (range: string | null, size = 100, ifRange?: string) =>
  byteRange(new Headers({ ...(range !== null && { range }), ...(ifRange !== undefined && { 'if-range': ifRange }) }), size, ETAG);

describe('a range of bytes', () => {
  it.each([
    ['bytes=0-0', { first: 0, last: 0 }],
    ['bytes=10-19', { first: 10, last: 19 }],
    ['bytes=90-', { first: 90, last: 99 }],
    ['bytes=90-1000', { first: 90, last: 99 }],
    ['bytes=-10', { first: 90, last: 99 }],
    ['bytes=-1000', { first: 0, last: 99 }],
    ['bytes=100-', 'wrong'],
    ['bytes=100-200', 'wrong'],
    ['bytes=-0', 'wrong'],
    [null, null],
    ['bytes=-', null],
    ['bytes=9-3', null],
    ['bytes=0-1,5-6', null],
    ['lines=1-2', null],
    ['bytes=a-b', null],
    ['bytes=0-99999999999999999999', null],
  ])('%s of a hundred', (range, wanted) => {
    expect(rangeOf(range)).toEqual(wanted);
  });

  it('of something that has changed since is the whole', () => {
    expect(rangeOf('bytes=0-9', 100, ETAG)).toEqual({ first: 0, last: 9 });
    expect(rangeOf('bytes=0-9', 100, '"other"')).toBeNull();
    expect(rangeOf('bytes=0-9', 100, 'W/"abc"')).toBeNull();
    expect(rangeOf('bytes=0-9', 100, 'Mon, 23 Nov 2026 10:00:00 GMT')).toBeNull();
  });

  it('of nothing is wrong', () => {
    expect(rangeOf('bytes=0-0', 0)).toBe('wrong');
    expect(rangeOf('bytes=-5', 0)).toBe('wrong');
  });
});
