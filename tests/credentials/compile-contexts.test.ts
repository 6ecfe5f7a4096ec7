import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { applyContext, EMPTY_CONTEXT } from '#credentials/jsonld-context';
import { compileAll, compileContext } from '#tools/compile-contexts';

it('the committed tables are what the compiler writes', async () => {
  for (const [file, text] of Object.entries(await compileAll())) {
    expect(readFileSync(new URL(`../../src/credentials/${file}`, import.meta.url), 'utf8') === text, file).toBe(true);
  }
});

describe('the compiler', () => {
  it('expands what a term means and keeps its scopes', async () => {
    const compiled = await compileContext({
      '@protected': true,
      ex: 'https://ex.example/#',
      Thing: { '@id': 'ex:Thing', '@context': { part: { '@id': 'ex:part', '@type': '@id', '@container': '@set' } } },
      label: { '@id': 'ex:label', '@protected': false },
    });
    expect(compiled.terms).toEqual({
      ex: ['https://ex.example/#', 3],
      Thing: [
        'https://ex.example/#Thing',
        1,
        null,
        { borrowed: { ex: 'https://ex.example/#' }, terms: { part: ['https://ex.example/#part', 4, '@id'] } },
      ],
      label: ['https://ex.example/#label', 0],
    });
  });

  it('writes down prefixes a context leaves to others, and the reader refuses to apply it where they mean something else', async () => {
    const lender = await compileContext({ xsd: 'https://other.example/#' });
    const borrower = await compileContext({ on: { '@id': 'https://ex.example/on', '@type': 'xsd:date' } });
    expect(borrower.borrowed).toEqual({ xsd: null });
    const active = applyContext(EMPTY_CONTEXT, lender, 'document');
    if (typeof active === 'string') throw new Error(active);
    expect(applyContext(active, borrower, 'document')).toBe('context-clash');
    expect(typeof applyContext(EMPTY_CONTEXT, borrower, 'document')).toBe('object');
  });

  it('refuses features the reader does not have', async () => {
    await expect(compileContext({ '@language': 'fr' })).rejects.toThrow('@language');
    await expect(compileContext({ x: { '@reverse': 'https://ex.example/x' } })).rejects.toThrow('x');
    await expect(compileContext({ x: { '@id': 'https://ex.example/x', '@container': '@index' } })).rejects.toThrow('@index');
  });
});
