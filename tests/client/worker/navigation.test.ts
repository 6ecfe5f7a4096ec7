import { describe, expect, it } from 'vitest';
import { isAppNavigation } from '#client/worker/navigation';

const HTML = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
const going = (pathname: string, change: Partial<Parameters<typeof isAppNavigation>[0]> = {}) =>
  isAppNavigation({ mode: 'navigate', method: 'GET', accept: HTML, pathname, ...change });

describe('the kept page answers', () => {
  it.each(['/', '/c', '/e', '/o', '/scanner', '/b/0197', '/badge/0197', '/mon-parcours', '/label', '/s', '/photos'])(
    'somebody going to %s',
    (path) => {
      expect(going(path)).toBe(true);
    },
  );

  it.each([
    '/api/sync/push',
    '/api/',
    '/healthz',
    '/s/inae/did.json',
    '/p/abc/did.json',
    '/l/inae',
    '/m/je-participe',
    '/m/x/image.svg',
    '/b/0197/image.svg',
    '/assets/app-1.js',
    '/icons/icon-192.png',
    '/favicon.ico',
  ])('nobody going to %s', (path) => {
    expect(going(path)).toBe(false);
  });

  it.each(['application/json', 'application/vc', 'application/vc+ld+json, application/json', 'image/avif,image/webp'])(
    'nobody who asks for %s',
    (accept) => {
      expect(going('/b/0197', { accept })).toBe(false);
    },
  );

  it('nobody who is not going anywhere, or who posts', () => {
    expect(going('/', { mode: 'cors' })).toBe(false);
    expect(going('/', { mode: 'same-origin' })).toBe(false);
    expect(going('/', { method: 'POST' })).toBe(false);
    expect(going('/', { accept: null })).toBe(true);
  });
});
