import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concatBytes, fromHex, utf8 } from '#base/bytes';
import { MAX_BAKED } from '#credentials/baked-text';
import { crc32 } from '#credentials/crc32';
import { bakePng, unbakePng } from '#credentials/png-badge';
import { readBadgeFile } from '#credentials/read-badge-file';
import { bakeSvg, unbakeSvg } from '#credentials/svg-badge';
import { verifyFile } from '#credentials/verify-file';
import { aBadge, knownIssuer, knownList, must, NOW } from './fixtures.ts';
import { vectorText } from './vector-files.ts';

// One transparent pixel.
const pixel = fromHex(
  '89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000a49444154789c63000100000500010d0a2db40000000049454e44ae426082',
);
const PNG = pixel ?? new Uint8Array(0);
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="4"/></svg>';
const badge = await aBadge();
const text = JSON.stringify(badge);
const options = { at: NOW, dids: knownIssuer(), statusLists: await knownList() };
const TOKEN = 'eyJhbGciOiJFUzI1NiJ9.eyJhIjoxfQ.c2ln';

const meaning = (content: string): unknown => (content === TOKEN ? content : JSON.parse(content));

/** A chunk of a PNG, its length as said and not as it is when told. */
const chunk = (type: string, data: Uint8Array, length = data.length): Uint8Array => {
  const view = new DataView(new ArrayBuffer(8));
  view.setUint32(0, length);
  view.setUint32(4, crc32(concatBytes(utf8(type), data)));
  return concatBytes(new Uint8Array(view.buffer, 0, 4), utf8(type), data, new Uint8Array(view.buffer, 4, 4));
};
const withChunks = (...chunks: readonly Uint8Array[]): Uint8Array => concatBytes(PNG.subarray(0, 33), ...chunks, PNG.subarray(33));
const iTXt = (keyword: string, value: Uint8Array, compressed = 0): Uint8Array =>
  chunk('iTXt', concatBytes(utf8(`${keyword}\0`), Uint8Array.of(compressed, 0, 0, 0), value));

const json = fc
  .dictionary(
    fc.string({ unit: 'binary' }),
    fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(']]>', '\u2028', '\u0000', '&amp;<>"', '\ud800')),
  )
  .map((value) => JSON.stringify(value));

describe('a PNG', () => {
  it('gives back what was baked into it, whatever it says and whatever was baked before', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(json, fc.constant(TOKEN)), json, async (first, second) => {
        const once = must(bakePng(PNG, first));
        expect(await unbakePng(once)).toEqual({ ok: true, value: { version: 3, text: first } });
        const twice = must(bakePng(once, second));
        expect(await unbakePng(twice)).toEqual({ ok: true, value: { version: 3, text: second } });
        expect(twice).toEqual(must(bakePng(PNG, second)));
      }),
      { numRuns: 200 },
    );
  });

  it('is otherwise left as it was, with the badge in the clear for readers that search its bytes', () => {
    const baked = must(bakePng(PNG, text));
    const latin = Buffer.from(baked).toString('latin1');
    const at = latin.indexOf('openbadgecredential');
    expect(JSON.parse(Buffer.from(latin.slice(latin.indexOf('{', at), latin.lastIndexOf('}') + 1), 'latin1').toString('utf8'))).toEqual(
      badge,
    );
    expect(concatBytes(baked.subarray(0, 33), baked.subarray(baked.length - (PNG.length - 33)))).toEqual(PNG);
    const length = new DataView(baked.buffer).getUint32(33);
    expect(new DataView(baked.buffer).getUint32(33 + 8 + length)).toBe(crc32(baked.subarray(37, 41 + length)));
    expect(crc32(utf8('IEND'))).toBe(0xae426082);
  });

  it('of Open Badges 1 or 2 is read however it was written', async () => {
    const old = '{"type":"Assertion"}';
    for (const made of [
      chunk('tEXt', utf8('openbadges\0https://example.org/a/1')),
      iTXt('openbadges', utf8('https://example.org/a/1')),
      iTXt('openbadges', deflateSync('https://example.org/a/1'), 1),
      chunk('zTXt', concatBytes(utf8('openbadges\0\0'), deflateSync('https://example.org/a/1'))),
    ]) {
      expect(await unbakePng(withChunks(made))).toEqual({ ok: true, value: { version: 2, text: 'https://example.org/a/1' } });
    }
    const both = withChunks(
      iTXt('openbadges', utf8(old)),
      iTXt('openbadgecredential', utf8(text)),
      iTXt('openbadgecredential', utf8('{}')),
    );
    expect(await unbakePng(both)).toEqual({ ok: true, value: { version: 3, text } });
  });

  it('that opens to more than allowed, lies about its lengths or is cut short is refused at once', async () => {
    const bomb = deflateSync(Buffer.alloc(100 * 1024 * 1024, 0x20));
    expect(await unbakePng(withChunks(iTXt('openbadges', bomb, 1)))).toEqual({ ok: false, error: { type: 'bad-image' } });
    expect(await unbakePng(withChunks(chunk('iTXt', utf8('openbadges\0'), 0xffffffff)))).toEqual({
      ok: false,
      error: { type: 'bad-image' },
    });
    const baked = must(bakePng(PNG, text));
    for (const end of [0, 7, 8, 20, 33, 40, 60, baked.length - 1]) {
      expect(await unbakePng(baked.subarray(0, end)), String(end)).toEqual({ ok: false, error: { type: 'bad-image' } });
    }
    expect(await unbakePng(PNG)).toEqual({ ok: false, error: { type: 'no-badge-inside' } });
    for (const data of [
      'openbadgecredential',
      'openbadgecredential\0',
      'openbadgecredential\0\0\0',
      'openbadgecredential\0\0\0fr\0',
      'openbadgecredential\0\x02\0\0\0{}',
    ]) {
      expect((await unbakePng(withChunks(chunk('iTXt', utf8(data))))).ok, JSON.stringify(data)).toBe(false);
    }
  });

  it('of chunks without end is refused at once', async () => {
    const empty = chunk('tEXt', new Uint8Array(0));
    const endless = withChunks(Buffer.alloc(200_000 * empty.length, empty));
    expect(await unbakePng(endless)).toEqual({ ok: false, error: { type: 'bad-image' } });
    expect(bakePng(endless, text)).toEqual({ ok: false, error: { type: 'bad-image' } });
    const large = withChunks(Buffer.alloc(10_000 * empty.length, empty));
    expect(await unbakePng(must(bakePng(large, text)))).toMatchObject({ value: { version: 3 } });
  });

  it('does not take what is no credential, nor more than 1 MiB', () => {
    for (const other of ['', 'hello', '[]', '{', 'https://example.org']) {
      expect(bakePng(PNG, other)).toEqual({ ok: false, error: { type: 'not-a-credential' } });
      expect(bakeSvg(SVG, other)).toEqual({ ok: false, error: { type: 'not-a-credential' } });
    }
    const big = JSON.stringify({ a: 'x'.repeat(MAX_BAKED) });
    expect(bakePng(PNG, big)).toEqual({ ok: false, error: { type: 'too-big' } });
    expect(bakeSvg(SVG, big)).toEqual({ ok: false, error: { type: 'too-big' } });
  });
});

describe('an SVG', () => {
  it('gives back what was baked into it, whatever it says and whatever was baked before', () => {
    fc.assert(
      fc.property(fc.oneof(json, fc.constant(TOKEN)), json, (first, second) => {
        const once = must(bakeSvg(SVG, first));
        const read = must(unbakeSvg(once));
        expect(meaning(read.text)).toEqual(meaning(first));
        const twice = must(bakeSvg(once, second));
        expect(JSON.parse(must(unbakeSvg(twice)).text)).toEqual(JSON.parse(second));
        expect(twice).toBe(must(bakeSvg(SVG, second)));
      }),
      { numRuns: 300 },
    );
  });

  it('keeps its picture, its declaration and its comments', () => {
    const drawn = `<?xml version="1.0"?>\n<!DOCTYPE svg [<!ENTITY a "<x>">]>\n<!-- <svg> --><svg width='1'  xmlns:openbadges="http://openbadges.org"\n><openbadges:assertion verify="https://example.org/a"/><g/></svg>`;
    expect(unbakeSvg(drawn)).toEqual({ ok: true, value: { version: 2, text: 'https://example.org/a' } });
    expect(must(bakeSvg(drawn, TOKEN))).toBe(
      `<?xml version="1.0"?>\n<!DOCTYPE svg [<!ENTITY a "<x>">]>\n<!-- <svg> --><svg width='1' xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"><openbadges:credential verify="${TOKEN}"></openbadges:credential><g/></svg>`,
    );
    expect(must(unbakeSvg(must(bakeSvg('<svg/>', TOKEN)))).text).toBe(TOKEN);
  });

  it('that would not give back what is put into it is refused', () => {
    for (const stubborn of [
      'text <svg/>',
      '<openbadges:svg xmlns:openbadges="http://www.w3.org/2000/svg"><g/></openbadges:svg>',
      '<svg><openbadges:credential xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0">{"b":1}',
    ]) {
      for (const put of [TOKEN, '{"a":"]]>"}'])
        expect(bakeSvg(stubborn, put), stubborn).toEqual({ ok: false, error: { type: 'bad-image' } });
    }
    expect(bakeSvg('\uFEFF\n<svg/>', '{"a":1}').ok).toBe(true);
  });

  it('is read under any prefix, and only under the right namespace and outside comments', () => {
    const ob = 'https://purl.imsglobal.org/ob/v3p0';
    expect(unbakeSvg(`<svg xmlns:x="${ob}"><x:credential>{&quot;a&quot;:&#49;}</x:credential></svg>`)).toMatchObject({
      value: { text: '{"a":1}' },
    });
    expect(unbakeSvg(`<svg><credential xmlns="${ob}" verify='${TOKEN}'/></svg>`)).toMatchObject({ value: { version: 3, text: TOKEN } });
    for (const none of [
      `<svg xmlns:x="urn:other"><x:credential>{}</x:credential></svg>`,
      `<svg xmlns:x="${ob}"><!-- <x:credential>{}</x:credential> --></svg>`,
      `<svg xmlns:x="${ob}"><![CDATA[<x:credential>{}</x:credential>]]></svg>`,
      '<svg><openbadges:credential>{}</openbadges:credential></svg>',
    ]) {
      expect(unbakeSvg(none), none).toEqual({ ok: false, error: { type: 'no-badge-inside' } });
    }
  });

  it('that is broken, defines entities of its own or nests elements in the badge is refused', () => {
    const inside = (content: string): string =>
      `<svg xmlns:x="https://purl.imsglobal.org/ob/v3p0"><x:credential>${content}</x:credential></svg>`;
    for (const broken of [
      '',
      'x',
      '<svg',
      '<svg a="',
      '<html></html>',
      '<!-- ',
      '<svg><![CDATA[',
      '<svg><1></svg>',
      inside('&boom;'),
      inside('&#x110000;'),
      inside('& '),
      inside('<b>{}</b>'),
      inside('<!-- '),
      inside('{}').slice(0, -10),
    ]) {
      expect(unbakeSvg(broken), broken).toEqual({ ok: false, error: { type: 'bad-image' } });
    }
  });

  it('takes no time to speak of, however it was made to', () => {
    const many = 1_000_000;
    for (const hostile of [
      '<'.repeat(many),
      `<svg ${'a'.repeat(many)}>`,
      `<svg xmlns ${'a '.repeat(many)}/>`,
      `<svg xmlns ${'a'.repeat(many)} ="`,
      '<a>'.repeat(many),
      `<svg xmlns a${' '.repeat(many)}>`,
      `<svg xmlns ${'a='.repeat(many)}>`,
      `<!${'['.repeat(many)}`,
      '<!DOCTYPE ['.repeat(100_000),
      '&'.repeat(many),
      `<svg xmlns="${'"'.repeat(many)}">`,
    ]) {
      const start = performance.now();
      unbakeSvg(hostile);
      // A few 10 ms each; the bound only has to tell them from minutes.
      expect(performance.now() - start, hostile.slice(0, 20)).toBeLessThan(3000);
    }
  });
});

describe('a file', () => {
  it('of a badge verifies whatever it is kept in', async () => {
    const files = [utf8(text), utf8(`\uFEFF\n${text}\n`), must(bakePng(PNG, text)), utf8(must(bakeSvg(SVG, text)))];
    for (const file of files) expect((await verifyFile(file, options)).verdict).toBe('valid');
    const changed = must(bakePng(PNG, text.replace('Cuisiner', 'Diriger')));
    expect((await verifyFile(changed, options)).verdict).toBe('invalid');
    expect((await verifyFile(withChunks(iTXt('openbadges', utf8(text))), options)).verdict).toBe('valid');
  });

  it('of an older badge is left to be checked', async () => {
    const old = JSON.stringify({
      '@context': 'https://w3id.org/openbadges/v2',
      id: 'https://a.example/1',
      type: 'Assertion',
      badge: 'https://a.example/b',
      recipient: { type: 'email', identity: 'claire@example.org' },
      verification: { type: 'hosted' },
      issuedOn: '2026-01-01T00:00:00Z',
    });
    const inSvg = `<svg xmlns:openbadges="http://openbadges.org"><openbadges:assertion verify="https://a.example/1"/></svg>`;
    for (const file of [
      utf8(old),
      withChunks(chunk('tEXt', utf8('openbadges\0https://a.example/1'))),
      utf8(inSvg),
      utf8('https://a.example/1'),
    ]) {
      expect(await verifyFile(file, options)).toMatchObject({ verdict: 'unknown', signature: 'absent', problems: ['to-be-checked'] });
    }
    const asBytes = (part: string): string => Buffer.from(part).toString('base64url');
    const token = `${asBytes('{"alg":"RS256"}')}.${asBytes(old.replace('hosted', 'signed'))}.AA`;
    for (const file of [utf8(token), withChunks(iTXt('openbadges', utf8(token)))]) {
      expect(must(await readBadgeFile(file)).version).toBe(2);
      expect(await verifyFile(file, options)).toMatchObject({ verdict: 'unknown', signature: 'unsupported' });
    }
    const aliased = await verifyFile(
      withChunks(iTXt('openbadges', utf8(`${asBytes('{"alg":"ES256"}')}.${asBytes('{"vc":{}}')}.AA`))),
      options,
    );
    expect(aliased.problems).not.toContain('to-be-checked');
  });

  it('of 1EdTech is found in its picture', async () => {
    for (const [name, start] of [
      ['simple-json.svg', '{'],
      ['simple-jwt.svg', 'eyJ'],
      ['simple-jwt_v1.svg', 'eyJ'],
    ] as const) {
      const read = must(await readBadgeFile(utf8(vectorText(`1edtech-ob30/${name}`))));
      expect([read.format, read.version, read.text.startsWith(start)]).toEqual(['svg', 3, true]);
    }
  });

  it('with nothing to read in it is said to be so', async () => {
    for (const [file, problem] of [
      [PNG, 'no-badge-inside'],
      [utf8(SVG), 'no-badge-inside'],
      [Uint8Array.of(0xff, 0xd8, 0xff), 'not-text'],
      [new Uint8Array(0), 'not-json'],
      [utf8('hello'), 'not-json'],
      [new Uint8Array(17 * 1024 * 1024), 'too-big'],
    ] as const) {
      expect(await verifyFile(file, options)).toMatchObject({ verdict: 'invalid', problems: [problem] });
    }
  });

  it('with some bytes changed gives a report and never a throw', async () => {
    const sources = [
      must(bakePng(PNG, text)),
      must(bakePng(PNG, TOKEN)),
      utf8(must(bakeSvg(SVG, text))),
      withChunks(iTXt('openbadges', deflateSync(text), 1)),
      utf8(TOKEN),
    ];
    const change = fc.record({ at: fc.nat(), put: fc.uint8Array({ maxLength: 6 }), drop: fc.nat(6) });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...sources), fc.array(change, { maxLength: 5 }), async (source, changes) => {
        const file = changes.reduce((bytes, { at, put, drop }) => {
          const from = bytes.length === 0 ? 0 : at % bytes.length;
          return concatBytes(bytes.subarray(0, from), put, bytes.subarray(from + drop));
        }, concatBytes(source));
        const report = await verifyFile(file, options);
        expect(report.verdict === 'valid' ? report.credential : badge).toMatchObject({ id: badge['id'], validFrom: badge['validFrom'] });
      }),
      { numRuns: 1500 },
    );
  });
});
