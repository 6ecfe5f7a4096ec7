import { badgeSvg } from '#artwork/badge';
import { pictureHref } from '#artwork/picture-href';
import type { PictureName } from '#artwork/picture-list';
import type { Bytes } from '#base/bytes';
import { type ActDeps, doAct } from '#client/actions/do-act';
import { drawPng } from '#client/device/draw-png';
import { zip } from '#client/device/zip';
import type { ClientStore } from '#client/sync/client-store';
import type { Consents } from '#client/ui/app-first';
import type { BadgeView } from '#client/views/badge-view';
import { bakePng } from '#credentials/png-badge';
import { bakeSvg } from '#credentials/svg-badge';
import { CONSENT_TOPICS, type Consent, type ConsentTopic } from '#domain/consent';
import { type PersonId, type Scope, scopeOf } from '#domain/ids';
import type { Kind, Need } from '#domain/record';
import { localeOf } from '#i18n/locales';
import { ALL_PARTS, createWords } from '#i18n/words';
import type { CaptureEngine } from './capture-engine.ts';
import { type BadgeFiles, fileName, type MyData, type MyRecords, myDataFiles } from './my-data.ts';

export interface FirstDeps extends Omit<ActDeps, 'store'> {
  readonly store: ClientStore;
  readonly capture: () => Promise<Pick<CaptureEngine, 'shown' | 'local'>>;
}

/** What is done in the first minutes, and with all that is hers. Loaded with its first use. */
export interface FirstEngine {
  consents(): Promise<Consents>;
  sayConsent(topic: ConsentTopic, said: Consent['said'], locale: string): Promise<void>;
  /** Everything of hers as the parts of one ZIP file; null on a device that is no person's. */
  myData(badges: readonly BadgeView[], locale: string): Promise<readonly Bytes[] | null>;
}

/** Over the device's own store: all of it works with no network. */
export const createFirstEngine = (deps: FirstDeps): FirstEngine => ({
  consents: async () => {
    const person = await personOf(deps.store);
    if (!person) return {};
    const scope = scopeOf('p', person);
    const records = await deps.store.read([{ scope, kind: 'consent' }]);
    return Object.fromEntries(
      CONSENT_TOPICS.flatMap((topic) => {
        const consent = records.get(scope, 'consent', topic);
        return consent ? [[topic, consent.said]] : [];
      }),
    );
  },
  sayConsent: async (topic, said, locale) => void (await doAct(deps, 'say-consent', { topic, said, locale })),
  myData: async (badges, locale) => {
    const person = await personOf(deps.store);
    if (!person) return null;
    const mine = await gather(deps, person, badges, localeOf(locale).tag);
    return zip(myDataFiles(mine), new Date(mine.now));
  },
});

const personOf = async (store: ClientStore): Promise<PersonId | undefined> => {
  const actor = (await store.identity())?.actor;
  return actor?.role === 'person' ? actor.person : undefined;
};

/** What is kept of her where her structure sees it, and where she alone does. */
const HERS: { readonly [letter in 'p' | 'q']: readonly Kind[] } = {
  p: ['person', 'badge', 'credential', 'request', 'evidence', 'witness', 'consent'],
  q: ['reflection', 'evidence', 'witness'],
};

const gather = async (deps: FirstDeps, person: PersonId, badges: readonly BadgeView[], locale: string): Promise<MyData> => {
  const needs: readonly Need[] = (['p', 'q'] as const).flatMap((letter) =>
    HERS[letter].map((kind) => ({ scope: scopeOf(letter, person), kind })),
  );
  const [records, words, media] = await Promise.all([deps.store.read(needs), createWords().load(locale, ALL_PARTS), mediaOf(deps)]);
  const mine = scopeOf('p', person);
  const files: BadgeFiles[] = [];
  // One after the other: a phone that draws 500 pictures at once runs out of memory.
  for (const [i, view] of badges.entries())
    files.push(await badgeFiles(view, fileName(i + 1, view.draw.title), records.get(mine, 'credential', view.id)?.credential));
  const all: MyRecords = Object.fromEntries(needs.map(({ scope, kind }) => [nameOf(scope, kind), records.list(scope, kind)]));
  return { firstName: records.get(mine, 'person', person)?.firstName ?? '', badges: files, records: all, media, words, now: deps.clock() };
};

const nameOf = (scope: Scope, kind: Kind): string => (scope.startsWith('q:') ? `mine-${kind}` : kind);

const PNG_SIZE = 512;

const badgeFiles = async (view: BadgeView, name: string, credential: object | undefined): Promise<BadgeFiles> => {
  const text = credential && JSON.stringify(credential);
  const svg = badgeSvg({
    shape: view.draw.shape,
    hue: view.draw.hue,
    picture: { href: await inlined(pictureHref(view.draw.picture as PictureName)) },
    ribbon: text === undefined ? 'open' : 'closed',
    state: 'held',
    title: view.draw.title,
    ...(view.level ? { level: view.level } : {}),
  });
  const png = await drawPng(svg, PNG_SIZE);
  if (text === undefined) return { view, name, svg, png, credential: undefined };
  const [bakedSvg, bakedPng] = [bakeSvg(svg, text), png && bakePng(png, text)];
  return { view, name, svg: bakedSvg.ok ? bakedSvg.value : svg, png: bakedPng?.ok ? bakedPng.value : png, credential: text };
};

/** A picture of ours as a part of the file it stands in; its address where it is not on this device. */
const inlined = async (address: string): Promise<string> => {
  try {
    const answer = await fetch(address);
    return answer.ok ? `data:image/svg+xml,${encodeURIComponent(await answer.text())}` : address;
  } catch {
    return address;
  }
};

const ENDINGS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/png': 'png',
  'video/mp4': 'mp4',
  'video/webm': 'webm',
  'audio/mp4': 'm4a',
  'audio/webm': 'weba',
  'audio/ogg': 'ogg',
};

/** What she shows, as far as it is on this device: what has arrived and was let go of is named in her records. */
const mediaOf = async ({ capture }: FirstDeps): Promise<MyData['media']> => {
  const made = await capture();
  const found: { name: string; bytes: Bytes }[] = [];
  for (const { media } of await made.shown()) {
    const blob = await made.local(media);
    const ending = blob && (ENDINGS[blob.type.split(';')[0] ?? ''] ?? 'bin');
    if (blob) found.push({ name: `${media}.${ending}`, bytes: new Uint8Array(await blob.arrayBuffer()) });
  }
  return found;
};
