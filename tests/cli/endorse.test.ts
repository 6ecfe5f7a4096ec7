import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bakeSvg } from '#credentials/svg-badge';
import { cli, folderWith, jsonLines, typed } from '../build/program.ts';
import { aBadge, ISSUER, must } from '../credentials/fixtures.ts';

const SMALL = { issuer: { name: 'ETI du lac' }, comment: 'Elle l’a fait **chez nous**.' };
const badge = await aBadge();

/** A folder with a description of an endorsement, a badge in a picture, and a key. */
const aDesk = async (description: object = SMALL) => {
  const folder = folderWith({
    'endorsement.json': JSON.stringify(description),
    'badge.svg': must(bakeSvg('<svg xmlns="http://www.w3.org/2000/svg"/>', JSON.stringify(badge))),
  });
  return { folder, key: (await typed(folder, 'new-key', 'my.key')).out.trim() };
};

describe('endorse', () => {
  it('says of a badge what was said, signed by who says it', async () => {
    const { folder, key } = await aDesk();
    const { code, out, said } = cli(folder, 'endorse', 'endorsement.json', '--badge', 'badge.svg', '--key', 'my.key');
    expect([code, said]).toEqual([0, '']);
    expect(JSON.parse(out)).toMatchObject({
      type: ['VerifiableCredential', 'EndorsementCredential'],
      issuer: { id: key, name: 'ETI du lac' },
      name: 'Endorsement',
      credentialSubject: { id: badge['id'], type: ['EndorsementSubject'], endorsementComment: SMALL.comment },
      proof: [{ cryptosuite: 'eddsa-rdfc-2022' }],
    });
    writeFileSync(join(folder, 'out.json'), out);
    expect(jsonLines(cli(folder, 'verify', 'out.json', '--json', '--offline').out)).toMatchObject([{ verdict: 'valid', issuer: 'known' }]);
    const { out: told } = await typed(folder, 'inspect', 'out.json', '--offline');
    expect(told).toContain(`about        "${String(badge['id'])}"`);
    expect(told).toContain('says         "Elle l’a fait **chez nous**."');
  });

  it('may be about the achievement, the issuer, or anything with a name', async () => {
    const { folder } = await aDesk();
    const about = async (...args: readonly string[]) => {
      const { out } = await typed(folder, 'endorse', 'endorsement.json', '--key', 'my.key', ...args);
      return JSON.parse(out).credentialSubject.id;
    };
    expect(await about('--badge', 'badge.svg', '--of', 'achievement')).toBe('https://example.org/m/cuisine/fr/2');
    expect(await about('--badge', 'badge.svg', '--of', 'issuer')).toBe(ISSUER);
    writeFileSync(join(folder, 'endorsement.json'), JSON.stringify({ ...SMALL, about: 'https://example.org/b/1', name: 'Vu' }));
    expect(await about()).toBe('https://example.org/b/1');
  });

  it('with --jwt is a token', async () => {
    const { folder } = await aDesk({ ...SMALL, about: 'urn:uuid:1', validUntil: '2100-01-01T00:00:00Z' });
    await typed(folder, 'new-key', 'token.key', '--p256');
    expect(await typed(folder, 'endorse', 'endorsement.json', '--key', 'token.key', '--jwt', '-o', 'out.jwt')).toMatchObject({
      code: 0,
      said: '',
    });
    expect(readFileSync(join(folder, 'out.jwt'), 'utf8')).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    expect((await typed(folder, 'verify', 'out.jwt', '--offline')).code).toBe(0);
  });

  it.each([
    [SMALL, [], 'about is missing'],
    [{ ...SMALL, about: 'urn:uuid:2' }, ['--badge', 'badge.svg'], 'about is not urn:uuid:0197b0f4'],
    [SMALL, ['--badge', 'gone.svg'], 'gone.svg cannot be read'],
    [SMALL, ['--badge', 'endorsement.json', '--of', 'achievement'], 'has no id'],
    [SMALL, ['--badge', 'my.key'], 'has no id'],
    [SMALL, ['--badge', 'badge.svg', '--of', 'holder'], '--of is one of badge, achievement, issuer'],
    [{ issuer: { name: 'X' } }, ['--badge', 'badge.svg'], 'comment is missing'],
    [{ ...SMALL, claim: 'x' }, ['--badge', 'badge.svg'], 'claim is not known here'],
    [{ ...SMALL, about: 'not an address' }, [], 'credentialSubject'],
  ])('%j %j is refused: %s', async (description, args, words) => {
    const { folder } = await aDesk(description);
    expect(await typed(folder, 'endorse', 'endorsement.json', '--key', 'my.key', ...args)).toEqual({
      code: 1,
      out: '',
      said: expect.stringContaining(words),
    });
  });
});
