import { afterEach, describe, expect, it } from 'vitest';
import { createFirstScreen } from '#client/worker/first-screen';

const NAME = 'first-screen-test';
const CODE = '/assets/index-abc.js';
const PAGE = `<!doctype html><html lang="fr" dir="ltr"><head><script type="module" src="${CODE}"></script></head><body><div id="app"></div></body></html>`;
const HEADERS = { 'content-type': 'text/html', 'content-security-policy': "script-src 'self'", 'content-length': '7', etag: '"1"' };

const aFirstScreen = (page: string | null = PAGE) =>
  createFirstScreen(caches, async () => (page === null ? undefined : new Response(page, { headers: HEADERS })), NAME);
const stood = (html = '<p>Amina $& $1</p>') => ({ code: CODE, html, lang: 'ar', dir: 'rtl' });
const shown = async (pathname = '/') => (await aFirstScreen().answer(pathname))?.text();

afterEach(() => caches.delete(NAME));

describe('home kept for the next cold start', () => {
  it('stands inside the page, in its language, with the page’s own headers', async () => {
    await aFirstScreen().keep(stood());
    const answer = await aFirstScreen().answer('/');
    const text = await answer?.text();
    expect(text).toContain('<div id="app"><p>Amina $& $1</p></div>');
    expect(text).toContain('<html lang="ar" dir="rtl">');
    expect(text).toContain(`src="${CODE}"`);
    expect(answer?.headers.get('content-security-policy')).toBe("script-src 'self'");
    expect([answer?.headers.get('content-length'), answer?.headers.get('etag')]).toEqual([null, null]);
  });

  it('answers for home only', async () => {
    await aFirstScreen().keep(stood());
    expect(await shown('/badges')).toBeUndefined();
    expect(await shown('/c')).toBeUndefined();
  });

  it('is as it stood last', async () => {
    await aFirstScreen().keep(stood('<p>one</p>'));
    await aFirstScreen().keep(stood('<p>two</p>'));
    expect(await shown()).toContain('<p>two</p>');
  });

  it.each([
    ['nothing', null],
    ['something else', 'home'],
    ['another version’s', { ...stood(), code: '/assets/index-old.js' }],
    ['a language that is none', { ...stood(), lang: 'ar" onload="x' }],
    ['a direction that is none', { ...stood(), dir: 'up' }],
    ['too large a screen', stood('x'.repeat(300_001))],
    ['an empty one', stood('')],
  ])('is forgotten for %s', async (_what, told) => {
    await aFirstScreen().keep(stood());
    await aFirstScreen().keep(told);
    expect(await shown()).toBeUndefined();
  });

  it('is forgotten when a new version begins, or when this version has no page of its own', async () => {
    await aFirstScreen().keep(stood());
    await aFirstScreen().forget();
    expect(await shown()).toBeUndefined();
    await aFirstScreen(null).keep(stood());
    expect(await shown()).toBeUndefined();
  });
});
