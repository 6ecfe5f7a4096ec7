import { describe, expect, it } from 'vitest';
import { readBadgeFile } from '#credentials/read-badge-file';
import type { ServedDocument } from '#credentials/served-document';
import { verifyFile } from '#credentials/verify-file';
import { must } from './fixtures.ts';
import { options } from './old-fixtures.ts';
import { vectorBytes, vectorFiles, vectorText } from './vector-files.ts';

// What 1EdTech's own validator says of each of its test files (OB20Tests.java), `warning` being no objection.
const EXPECTED: Readonly<Record<string, 'valid' | 'invalid'>> = {
  'assertion-with-data-image.json': 'invalid',
  'assertion-with-endorsements.json': 'valid',
  'assertion-with-extension-node-basic.json': 'valid',
  'assertion-with-multiple-extensions.json': 'valid',
  'basic-assertion-expired-before-issued.json': 'invalid',
  'basic-assertion-expired.json': 'invalid',
  'basic-assertion-in-future.json': 'invalid',
  'basic-assertion-invalid-context.json': 'invalid',
  'basic-assertion-invalid-type.json': 'invalid',
  'basic-assertion-no-public-key.json': 'valid',
  'basic-assertion-with-allowed-origins-invalid-multiple-starts-with.json': 'invalid',
  'basic-assertion-with-allowed-origins-invalid-starts-with.json': 'invalid',
  'basic-assertion-with-allowed-origins-valid-multiple-starts-with.json': 'valid',
  'basic-assertion-with-allowed-origins-valid-starts-with.json': 'valid',
  'basic-assertion-with-allowed-origins.json': 'valid',
  'basic-assertion-with-language.json': 'valid',
  'basic-assertion.json': 'valid',
  'simple-badge.png': 'valid',
  'simple-not-revoked.jwt': 'valid',
  'simple-revoked.jwt': 'invalid',
  'simple.jwt': 'valid',
  'warning-issuer-non-http.json': 'valid',
  'warning-with-redirection.json': 'valid',
};
// Refused by its validator for a member of an extension; extensions are not looked into here.
const EXTENSION = 'assertion-with-extension-node-invalid.json';

const FOLDER = '1edtech-ob20';
const assets = new Set(vectorFiles(`${FOLDER}/assets`, /\.json$/));

/** The test's own hosts: their documents, and each badge at its own address. */
const hosts =
  (badge: string | null) =>
  (address: string): ServedDocument | undefined => {
    const file = /^https?:\/\/(?:www\.)?example\.(?:org|com)\/([\w-]+(?:\.json)?)$/.exec(address)?.[1] ?? '';
    const path = `${FOLDER}/assets/${file}`;
    if (assets.has(path)) return { content: vectorText(path) };
    return badge !== null && JSON.parse(badge).id === address ? { content: badge } : undefined;
  };

describe('the Open Badges 2.0 test files of 1EdTech', () => {
  it('are all looked at', () => {
    const files = vectorFiles(FOLDER, /^(?!context)[\w-]+\.(json|jwt|png)$/).map((path) => path.slice(FOLDER.length + 1));
    expect(files.toSorted()).toEqual([...Object.keys(EXPECTED), EXTENSION].toSorted());
  });

  it.each(Object.entries(EXPECTED))('%s is %s', async (name, expected) => {
    const file = vectorBytes(`${FOLDER}/${name}`);
    const { text } = must(await readBadgeFile(file));
    const inside = name.endsWith('.png') ? vectorText(`${FOLDER}/basic-assertion.json`) : text.startsWith('{') ? text : null;
    const report = await verifyFile(file, { ...options, documents: hosts(inside), recipients: ['nobody@example.org'] });
    expect({ verdict: report.verdict, problems: expected === 'valid' ? report.problems : [] }).toEqual({ verdict: expected, problems: [] });
    const offline = await verifyFile(file, options);
    expect(['unknown', expected]).toContain(offline.verdict);
    expect(offline.verdict).not.toBe('valid');
  });
});
