import { type Bytes, utf8 } from '#base/bytes';
import type { BadgeView } from '#client/views/badge-view';
import type { Row } from '#domain/record';
import type { Words } from '#i18n/words';

/** One badge, with the files of it that there are. */
export interface BadgeFiles {
  readonly view: BadgeView;
  /** Name of its files, without their ending. */
  readonly name: string;
  readonly svg: string;
  readonly png: Bytes | null;
  /** Absent while nothing is signed. */
  readonly credential: string | undefined;
}

/** What she did, by kind. */
export type MyRecords = Readonly<Record<string, readonly { readonly id: Row['id']; readonly body: unknown }[]>>;

export interface MyData {
  readonly firstName: string;
  readonly badges: readonly BadgeFiles[];
  readonly records: MyRecords;
  readonly media: readonly { readonly name: string; readonly bytes: Bytes }[];
  readonly words: Pick<Words, 't' | 'locale' | 'dir'>;
  readonly now: number;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escaped = (text: string): string => text.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);

const dayIn = (locale: string, at: number): string => new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(at);

/** A name any system takes: letters of its own alphabet are left out, the number alone tells two badges apart. */
export const fileName = (n: number, title: string): string => {
  const plain = title
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{Mn}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);
  return [String(n).padStart(3, '0'), plain].filter((part) => part !== '').join('-');
};

/** All files of her data, the readable page first. What it says of the page: every text is escaped, nothing in it runs. */
export const myDataFiles = (mine: MyData): readonly { readonly name: string; readonly bytes: Bytes }[] => [
  { name: 'index.html', bytes: utf8(page(mine)) },
  ...mine.badges.flatMap(({ name, svg, png, credential }) => [
    ...(credential === undefined ? [] : [{ name: `badges/${name}.json`, bytes: utf8(credential) }]),
    { name: `badges/${name}.svg`, bytes: utf8(svg) },
    ...(png ? [{ name: `badges/${name}.png`, bytes: png }] : []),
  ]),
  { name: 'data.json', bytes: utf8(JSON.stringify(mine.records, null, 2)) },
  ...mine.media.map(({ name, bytes }) => ({ name: `media/${name}`, bytes })),
];

const STYLE =
  'body{font:18px/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#201a16;background:#fbf6ec}' +
  'section{display:grid;grid-template-columns:9rem 1fr;gap:1rem;align-items:center;margin:1.5rem 0;break-inside:avoid}' +
  'img{width:9rem;height:9rem}h2,p{margin:.25rem 0}';

const page = ({ firstName, badges, words, now }: MyData): string => {
  const title = escaped(words.t('staff.data.title'));
  return [
    '<!doctype html>',
    `<html lang="${words.locale}" dir="${words.dir}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">`,
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self' file:; style-src 'unsafe-inline'">`,
    `<title>${title}</title><style>${STYLE}</style></head><body>`,
    `<h1>${escaped(firstName)}</h1><p>${title}. ${escaped(words.t('staff.data.made', { day: dayIn(words.locale, now) }))}</p>`,
    ...badges.map((badge) => section(badge, words)),
    `<p><a href="data.json">${escaped(words.t('staff.data.records'))}</a></p>`,
    '</body></html>',
  ].join('\n');
};

const section = ({ view, name, credential }: BadgeFiles, words: MyData['words']): string => {
  const file = `badges/${name}`;
  const facts = [view.structure, dayIn(words.locale, view.at)].filter((fact) => fact !== undefined).join(' · ');
  const signed = credential === undefined ? escaped(words.t('staff.data.open')) : `<a href="${file}.json">Open Badges 3.0</a>`;
  return [
    `<section><img src="${file}.svg" alt=""><div><h2 dir="auto">${escaped(view.draw.title)}</h2>`,
    view.criteria === undefined ? '' : `<p dir="auto">${escaped(view.criteria)}</p>`,
    `<p>${escaped(facts)}</p><p>${signed}</p></div></section>`,
  ].join('');
};
