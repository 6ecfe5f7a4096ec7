import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, generateKeyPair } from 'jose';
import { expect, it, onTestFinished } from 'vitest';
import { runCli } from '#cli/main';
import { buildIssuerDocument } from '#credentials/did-document';
import { signerFromKeyPair } from '#credentials/keys';
import { buildOpenBadge } from '#credentials/open-badge';
import { signJwt } from '#credentials/sign-jwt';
import { bakeSvg } from '#credentials/svg-badge';
import { aBadge, anAward, ISSUER, issuerKeys, must, NOW } from '../credentials/fixtures.ts';
import { vectorText } from '../credentials/vector-files.ts';

const aFolder = (files: Readonly<Record<string, string>>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'pepites-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'cache'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
};

const verified = async (folder: string, ...files: readonly string[]) => {
  const out: string[] = [];
  const terminal = { env: {}, folder, now: NOW, print: (line: string) => void out.push(line), fail: () => 9 };
  const code = await runCli(['verify', ...files, '--json', '--offline', '--cache', 'cache'], terminal);
  return { code, lines: out.map((line) => JSON.parse(line)) };
};

it('a badge is read from JSON, text and picture alike', async () => {
  const text = JSON.stringify(await aBadge());
  const folder = aFolder({
    'badge.json': text,
    'badge.1ob': text,
    'badge.txt': `\n${text}\n`,
    'badge.svg': must(bakeSvg('<svg/>', text)),
    'cache/did.json': JSON.stringify(buildIssuerDocument(ISSUER, issuerKeys)),
  });
  const { code, lines } = await verified(folder, 'badge.json', 'badge.1ob', 'badge.txt', 'badge.svg');
  expect(code).toBe(2);
  for (const line of lines) {
    expect(line).toMatchObject({ verdict: 'unknown', signature: 'good', issuer: 'known', problems: ['status-list-not-at-hand'] });
    expect(Object.keys(line)).toEqual(['file', 'verdict', 'signature', 'issuer', 'status', 'statusAsOf', 'problems']);
  }
});

it('a signed token is the issuer’s when the key at hand lies on the issuer’s host', async () => {
  const pair = await generateKeyPair('ES256', { extractable: true });
  const issuer = 'https://school.example/issuers/1';
  const { credentialStatus: _status, ...badge } = buildOpenBadge(anAward({ issuer: { id: issuer, name: 'School' } }));
  const signer = await signerFromKeyPair(pair);
  const jwk = await exportJWK(pair.publicKey);
  const folder = aFolder({
    'own.jwt': must(await signJwt(badge, signer, 'https://school.example/keys/1')),
    'other.jwt': must(await signJwt(badge, signer, 'https://keys.example/1')),
    'missing.jwt': must(await signJwt(badge, signer, 'https://school.example/keys/2')),
    'cache/own.json': JSON.stringify({ id: 'https://school.example/keys/1', ...jwk }),
    'cache/other.json': JSON.stringify({ id: 'https://keys.example/1', controller: issuer, publicKeyJwk: jwk }),
  });
  const { code, lines } = await verified(folder, 'own.jwt', 'other.jwt', 'missing.jwt');
  expect(code).toBe(2);
  expect(lines).toMatchObject([
    { verdict: 'valid', signature: 'good', issuer: 'known', problems: [] },
    { verdict: 'unknown', signature: 'good', issuer: 'unknown', problems: ['key-unbound'] },
    { verdict: 'unknown', signature: 'unsupported', problems: ['key-not-at-hand'] },
  ]);
});

it('pictures and tokens of 1EdTech are told from broken ones', async () => {
  const svg = vectorText('1edtech-ob30/simple-jwt.svg');
  const folder = aFolder({ 'good.svg': svg, 'broken.svg': svg.replace('.cz2W', '.cz2X'), 'empty.svg': '<svg/>' });
  const { code, lines } = await verified(folder, 'good.svg', 'broken.svg', 'empty.svg');
  expect(code).toBe(1);
  expect(lines).toMatchObject([
    { verdict: 'unknown', signature: 'good', problems: ['embedded-key'] },
    { verdict: 'invalid', signature: 'bad' },
    { verdict: 'invalid', signature: 'absent', problems: ['no-badge-inside'] },
  ]);
});
