import { describe, expect, it } from 'vitest';
import { fromUtf8, utf8 } from '#base/bytes';
import { fileName, type MyData, myDataFiles } from '#client/my-data';
import { aBadge } from '#client/ui/gallery/fixed-values';
import { ALL_PARTS, createWords } from '#i18n/words';

const NASTY = '<script>alert("1")</script> & \'co\'';

const mine = async (locale: 'fr' | 'ar', change: Partial<MyData> = {}): Promise<MyData> => ({
  firstName: 'Amina',
  badges: [
    {
      view: aBadge(2, 'a-l-heure'),
      name: '001-a-l-heure',
      svg: '<svg/>',
      png: utf8('png'),
      credential: '{"type":["OpenBadgeCredential"]}',
    },
    { view: aBadge(3, 'en-equipe'), name: '002-en-equipe', svg: '<svg/>', png: null, credential: undefined },
  ],
  records: { badge: [{ id: '1', body: { mould: 'a-l-heure' } }] },
  media: [{ name: 'abc.jpg', bytes: utf8('photo') }],
  words: await createWords().load(locale, ALL_PARTS),
  now: Date.UTC(2026, 10, 23, 12),
  ...change,
});

const pageOf = (data: MyData): string => fromUtf8(myDataFiles(data).find(({ name }) => name === 'index.html')?.bytes ?? new Uint8Array());

describe('all that is hers, as files', () => {
  it('has a page, each badge in all its forms, her records and her media', async () => {
    expect(myDataFiles(await mine('fr')).map(({ name }) => name)).toEqual([
      'index.html',
      'badges/001-a-l-heure.json',
      'badges/001-a-l-heure.svg',
      'badges/001-a-l-heure.png',
      'badges/002-en-equipe.svg',
      'data.json',
      'media/abc.jpg',
    ]);
  });

  it('can be read: her name, each badge with what it says, in her language and its direction', async () => {
    const french = pageOf(await mine('fr'));
    expect(french).toContain('<html lang="fr" dir="ltr">');
    for (const text of ['Amina', 'À l’heure', '23 novembre 2026', 'Les Jardins de Pessac']) expect(french).toContain(text);
    expect(pageOf(await mine('ar'))).toContain('<html lang="ar" dir="rtl">');
  });

  it('is a page in which nothing runs, whatever the names are', async () => {
    const draw = { ...aBadge(2, 'a-l-heure').draw, title: NASTY };
    const view = { ...aBadge(2, 'a-l-heure'), draw, criteria: NASTY, structure: NASTY };
    const page = pageOf(await mine('fr', { firstName: NASTY, badges: [{ view, name: '001', svg: '', png: null, credential: undefined }] }));
    expect(page).not.toContain('<script');
    expect(page).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;co&#39;');
    expect(page).toContain("default-src 'none'");
  });

  it('has names of files that any system takes, and never two the same', () => {
    expect(fileName(1, 'À l’heure !')).toBe('001-a-l-heure');
    expect(fileName(2, '../../etc/passwd')).toBe('002-etc-passwd');
    expect(fileName(3, 'في الوقت')).toBe('003');
    expect(fileName(12, 'x'.repeat(200))).toHaveLength(44);
  });
});
