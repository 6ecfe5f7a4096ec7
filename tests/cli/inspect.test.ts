import { describe, expect, it } from 'vitest';
import { buildIssuerDocument } from '#credentials/did-document';
import { didKey, didKeyMethod } from '#credentials/did-key';
import { buildEndorsement } from '#credentials/endorsement';
import { issueBadge } from '#credentials/open-badge';
import { bakeSvg } from '#credentials/svg-badge';
import { cli, folderWith, typed } from '../build/program.ts';
import { aBadge, anAward, ISSUER, issuerKeys, must, NOW, stranger } from '../credentials/fixtures.ts';
import { vectorText } from '../credentials/vector-files.ts';

const AT = ['--offline', '--at', new Date(NOW).toISOString()] as const;
const own = { issuer: { id: didKey(stranger.publicKey), name: 'Inconnu' } };

/** The facts `inspect` tells, by label; those told more than once as a list. */
const factsOf = (out: string): Readonly<Record<string, string | readonly string[]>> => {
  const lines = out.trimEnd().split('\n').slice(1);
  const facts = new Map<string, string | readonly string[]>();
  for (const line of lines) {
    const [label, said] = [line.slice(2, 14).trim(), line.slice(15)];
    const before = facts.get(label);
    facts.set(label, before === undefined ? said : [before, said].flat());
  }
  return Object.fromEntries(facts);
};

describe('inspect', () => {
  it('says first what is sure, then what the badge says of itself', async () => {
    const folder = folderWith({
      'badge.svg': must(bakeSvg('<svg xmlns="http://www.w3.org/2000/svg"/>', JSON.stringify(await aBadge()))),
      'cache/did.json': JSON.stringify(buildIssuerDocument(ISSUER, issuerKeys)),
    });
    const { code, out, said } = cli(folder, 'inspect', 'badge.svg', '--cache', 'cache', ...AT);
    expect([code, said]).toEqual([2, '']);
    expect(out.split('\n')[0]).toBe('badge.svg');
    const facts = factsOf(out);
    expect(Object.keys(facts).slice(0, 4)).toEqual(['verdict', 'signature', 'issuer key', 'status']);
    expect(facts).toMatchObject({
      verdict: 'unknown (status-list-not-at-hand)',
      signature: 'good (eddsa-rdfc-2022)',
      'issuer key': 'known',
      status: 'unknown',
      file: 'SVG picture, Open Badges 3.0',
      badge: '"Cuisiner pour le groupe", "ext:Participation", "2"',
      'given by': `"INAE", "${ISSUER}"`,
      'given for': '"- choisir une recette\\n- la faire\\n- la partager"',
      'made by': expect.stringContaining('SIAE du port'),
      'assessed by': expect.stringContaining('Atelier du lac'),
      level: '"https://example.org/m/cuisine/fr/2#exploration"',
      in: '"ESCO", "Travailler en équipe"',
      evidence: expect.stringContaining('Le plat'),
    });
  });

  it('ends with what the verdict is: 0, 1 or 2; 3 when there was nothing to look at', async () => {
    const { credentialStatus: _status, ...valid } = await aBadge(own, stranger, didKeyMethod(stranger.publicKey));
    const folder = folderWith({
      'bad.json': JSON.stringify(valid),
      'good.svg': vectorText('1edtech-ob30/simple-json.svg'),
      'none.txt': 'x',
    });
    // Without its status the badge is not what was signed.
    expect(await typed(folder, 'inspect', 'bad.json', ...AT)).toMatchObject({
      code: 1,
      out: expect.stringContaining('invalid (bad-signature)'),
    });
    expect((await typed(folder, 'inspect', 'good.svg', ...AT)).code).toBe(2);
    expect(await typed(folder, 'inspect', 'none.txt', ...AT)).toMatchObject({
      code: 1,
      out: expect.stringContaining('invalid (not-json)'),
    });
    for (const args of [['inspect'], ['inspect', 'gone.json'], ['inspect', 'bad.json', 'none.txt'], ['inspect', 'bad.json', '--at', 'now']])
      expect(await typed(folder, ...args)).toMatchObject({ code: 3, out: '' });
  });

  it('lets nothing of a file play with the terminal, nor pass for words of ours', async () => {
    const name = 'x"\n  verdict      valid\u001b[2J\u009b31m\u202etxet\u2028\u200b\u{e0041}\u0007 '.repeat(3);
    const badge = await aBadge({ ...own, narrative: 'n'.repeat(5000) }, stranger, didKeyMethod(stranger.publicKey));
    const lying = {
      ...badge,
      issuer: { id: name, name: { a: name } },
      id: name,
      type: [name, 5, null],
      credentialSubject: [{ id: name, achievement: { name } }, name],
    };
    const folder = folderWith({
      'badge.json': JSON.stringify(badge),
      'lying.json': JSON.stringify(lying),
      [`${'\u001b[2J'}.json`]: JSON.stringify(lying),
    });
    for (const file of ['badge.json', 'lying.json', '\u001b[2J.json']) {
      const { out } = await typed(folder, 'inspect', file, ...AT);
      expect(out.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
      expect(out.split('\n').filter((line) => /^\s*verdict/.test(line))).toHaveLength(1);
      for (const line of out.split('\n')) expect(line.length).toBeLessThan(4000);
    }
    expect((await typed(folder, 'inspect', 'badge.json', ...AT)).out).toContain('… (5000 characters)');
  });

  it('gives each endorsement its own verdict', async () => {
    const issuer = { id: didKey(stranger.publicKey), name: 'Témoin' };
    const made = buildEndorsement({ id: 'urn:uuid:1', issuer, about: anAward().id, name: 'Vu', comment: 'Oui.', validFrom: NOW });
    const good = must(await issueBadge(made, stranger, didKeyMethod(stranger.publicKey), NOW));
    const badge = await aBadge({ endorsements: [good, { ...good, name: 'Lu' }] });
    const folder = folderWith({ 'badge.json': JSON.stringify(badge) });
    const { code, out } = await typed(folder, 'inspect', 'badge.json', ...AT);
    // What somebody else says wrongly takes nothing from the badge.
    expect(code).toBe(2);
    expect(factsOf(out)['endorsement']).toEqual([
      `valid, of credential by "Témoin", "${issuer.id}"`,
      `invalid (bad-signature), of credential by "Témoin", "${issuer.id}"`,
    ]);
  });

  it('of an older badge shows what was put there, and that nobody has checked it', async () => {
    const folder = folderWith({ 'old.json': '{"badge":"https://a.example/b","recipient":"c"}' });
    const { code, out } = await typed(folder, 'inspect', 'old.json', ...AT);
    expect([code, factsOf(out)]).toMatchObject([
      2,
      { verdict: expect.stringMatching(/^unknown \(/), file: 'text, Open Badges 2 or older' },
    ]);
  });
});
