import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { didWeb, didWebAddress, didWebOfAddress, didWebParts } from '#credentials/did-web';

describe('did:web', () => {
  it('finds the document of a host, a path and a port', () => {
    expect(didWebAddress('did:web:example.org')).toBe('https://example.org/.well-known/did.json');
    expect(didWebAddress('did:web:example.org:s:inae')).toBe('https://example.org/s/inae/did.json');
    expect(didWebAddress('did:web:localhost%3A8080:p:Ab-c_d')).toBe('https://localhost:8080/p/Ab-c_d/did.json');
    expect(didWebAddress('did:web:Example.ORG%3a443:S')).toBe('https://example.org:443/S/did.json');
  });

  it('gives back the did of an address', () => {
    for (const did of ['did:web:example.org', 'did:web:example.org:s:inae', 'did:web:localhost%3A8080:p:x']) {
      expect(didWebOfAddress(didWebAddress(did) ?? '')).toBe(did);
    }
    expect(didWebOfAddress('http://example.org/.well-known/did.json')).toBeNull();
    expect(didWebOfAddress('https://example.org/.well-known/did.json?x')).toBeNull();
    expect(didWebOfAddress('https://user@example.org/a/did.json')).toBeNull();
  });

  it('keeps host and path apart', () => {
    expect(didWebParts('did:web:localhost%3A8080:p:x')).toEqual({ host: 'localhost:8080', path: ['p', 'x'] });
    expect(didWeb('localhost:8080', 'p', 'x')).toBe('did:web:localhost%3A8080:p:x');
  });

  it('refuses what could lead anywhere else', () => {
    const hostile = [
      'did:web:',
      'did:web:127.0.0.1',
      'did:web:10.0.0.1%3A80',
      'did:web:2130706433',
      'did:web:0x7f000001',
      'did:web:a.0x7f',
      'did:web:[::1]',
      'did:web:a..b',
      'did:web:a/b',
      'did:web:a%2Fb',
      'did:web:user%40a',
      'did:web:a@b',
      'did:web:a%3A0',
      'did:web:a%3A99999',
      'did:web:a%3A80%3A80',
      'did:web:a:..',
      'did:web:a:%2e%2e',
      'did:web:a:.%2E',
      'did:web:a:b%2fc',
      'did:web:a:b%5Cc',
      'did:web:a:%',
      'did:web:a:%zz',
      'did:web:a:%2525',
      'did:web:a:',
      'did:web:a::b',
      'did:web:a:b#c',
      'did:web:a:b?c',
      'did:web:a b',
      'did:web:a\n',
      'did:key:z6Mk',
      'DID:WEB:a',
      `did:web:${'a'.repeat(2000)}`,
      'did:web:a:%00',
      'did:web:exa%6Dple.org',
    ];
    for (const did of hostile) expect(didWebAddress(did), did).toBeNull();
  });

  it('only ever gives a https address of that very host', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aZ0.:%3A2fF-_/\\@#?e~') }), (rest) => {
        const address = didWebAddress(`did:web:${rest}`);
        if (address === null) return;
        const url = new URL(address);
        expect(url.protocol).toBe('https:');
        expect(url.pathname.endsWith('/did.json')).toBe(true);
        expect(url.host === didWebParts(`did:web:${rest}`)?.host.replace(/:443$/, '')).toBe(true);
        expect(url.username + url.search + url.hash).toBe('');
      }),
      { numRuns: 2000 },
    );
  });
});
