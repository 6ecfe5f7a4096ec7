import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { PICTURES } from '#artwork/picture-list';
import { DEMO_EVENT, DEMO_INVITATION, DEMO_NETWORK, DEMO_PEOPLE, DEMO_STRUCTURE } from '#content/demo';
import { KIT_LANGUAGES, STARTER_MOULDS, STARTER_ROADS } from '#content/starter-kit';
import { Event } from '#domain/event';
import { MouldId, PersonId, RoadId } from '#domain/ids';
import { Mould, Road } from '#domain/mould';
import { Person } from '#domain/person';
import { Structure } from '#domain/structure';
import { Secret } from '#protocol/entry';

const moulds = Object.entries(STARTER_MOULDS);
const roads = Object.entries(STARTER_ROADS);
const textsOf = ({ title, criteria, notToShow }: Mould) => [title, criteria, ...(notToShow ? [notToShow] : [])];

describe('the starter kit', () => {
  it.each(moulds)('%s is a mould as the domain has it', (id, mould) => {
    expect(v.parse(MouldId, id)).toBe(id);
    expect(v.parse(Mould, mould)).toEqual(mould);
  });

  it.each(roads)('%s is a road whose moulds and key badge are there, k of n and never all of n', (id, road) => {
    expect(v.parse(RoadId, id)).toBe(id);
    expect(v.parse(Road, road)).toEqual(road);
    expect(road.needed).toBeLessThan(road.moulds.length);
    for (const mould of [...road.moulds, road.key]) expect(STARTER_MOULDS[mould]).toMatchObject({ road: id });
    expect(STARTER_MOULDS[road.key]?.kind).toBe('key');
  });

  it.each(moulds)('%s says in one line what must not be photographed', (_id, mould) => {
    expect(mould.notToShow?.fr).toMatch(/^[^\n]{10,90}$/);
  });

  it.each(moulds)('%s exists in every language of the kit', (_id, mould) => {
    for (const text of textsOf(mould)) expect(Object.keys(text).toSorted()).toEqual([...KIT_LANGUAGES].toSorted());
  });

  it.each(moulds)(
    '%s speaks simply: no midpoint, no title over four words, one sentence of criteria, no word of certification',
    (_id, mould) => {
      for (const text of textsOf(mould)) expect(Object.values(text).join(' ')).not.toMatch(/[·•]|valid|certifi|refus/i);
      expect(mould.title.fr.split(/\s+/).length).toBeLessThanOrEqual(4);
      expect(mould.criteria.fr.match(/\./g)).toHaveLength(1);
      // A label under a badge: field.md.
      expect(mould.draw.title.length).toBeLessThanOrEqual(14);
    },
  );

  it.each(moulds)('%s is drawn with a picture of the product', (_id, mould) => {
    expect(Object.keys(PICTURES)).toContain(mould.draw.picture);
  });

  it('has ten roads with their key badges, fifteen mini-badges of everyday life and twenty-eight of trades', () => {
    const minis = roads.flatMap(([, road]) => road.moulds.map((id) => STARTER_MOULDS[id]?.kind));
    expect(roads).toHaveLength(10);
    expect(minis.filter((kind) => kind === 'transversal')).toHaveLength(15);
    expect(minis.filter((kind) => kind === 'trade')).toHaveLength(28);
    expect(moulds.filter(([, { kind }]) => kind === 'key')).toHaveLength(10);
    for (const [, { moulds: own, needed }] of roads) expect([own.length, needed]).toEqual(own.length === 5 ? [5, 4] : [4, 3]);
  });

  it('gives every mini-badge a place in ROME and in ESCO, and the key badge of a trade its trades', () => {
    const frameworks = (id: string) => STARTER_MOULDS[id]?.alignments.map(({ framework }) => framework);
    for (const [id, road] of roads) {
      for (const mini of road.moulds) expect([mini, frameworks(mini)]).toEqual([mini, ['ROME 4.60', 'ESCO']]);
      const trades = STARTER_MOULDS[road.key]?.alignments.map(({ code }) => code) ?? [];
      expect([id, trades.every((code) => /^[A-N]\d{4}$/.test(code))]).toEqual([id, true]);
      expect([id, trades.length > 0]).toEqual([id, STARTER_MOULDS[road.moulds[0] ?? '']?.kind === 'trade']);
    }
  });

  it('quotes ROME and ESCO by codes that exist, with their very words', () => {
    const known = new Map([...quoted('rome-4.60'), ...quoted('esco-fr')]);
    for (const { code, name, framework, url } of moulds.flatMap(([, { alignments }]) => alignments)) {
      expect([code, known.get(code)]).toEqual([code, name]);
      expect([code, framework !== 'ESCO' || url === `http://data.europa.eu/esco/skill/${code}`]).toEqual([code, true]);
    }
  });
});

/** The lines of a framework that the kit quotes: code → words. */
const quoted = (file: string): readonly (readonly [string, string])[] =>
  readFileSync(new URL(`../vectors/rome-esco/${file}.csv`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [, code = '', words = ''] = /^"([^"]*)","(.*)"$/.exec(line) ?? [];
      return [code, words.replaceAll('""', '"')] as const;
    });

describe('the demonstration', () => {
  it('is made of records as the domain has them', () => {
    for (const { id, structure } of [DEMO_NETWORK, DEMO_STRUCTURE]) expect(v.parse(Structure, structure), id).toEqual(structure);
    expect(v.parse(Event, DEMO_EVENT.event)).toEqual(DEMO_EVENT.event);
    expect(STARTER_MOULDS[DEMO_EVENT.event.mould]?.kind).toBe('event');
    for (const { id, person, subject } of DEMO_PEOPLE) {
      expect(v.parse(PersonId, id)).toBe(id);
      expect(v.safeParse(Person, { ...person, did: `did:web:localhost%3A8787:p:${subject}` }).success).toBe(true);
      expect(Object.keys(PICTURES)).toContain(person.figure);
      expect(subject).toMatch(/^[a-z0-9]{22}$/);
    }
  });

  it('has a secret of its own for each card and for the invitation', () => {
    const secrets = [...DEMO_PEOPLE.map(({ card }) => card), DEMO_INVITATION];
    for (const secret of secrets) expect(v.parse(Secret, secret)).toBe(secret);
    expect(new Set(secrets).size).toBe(secrets.length);
  });

  it('tells its people apart by figure and by mark', () => {
    expect(new Set(DEMO_PEOPLE.map(({ person }) => person.figure)).size).toBe(DEMO_PEOPLE.length);
    expect(new Set(DEMO_PEOPLE.map(({ person }) => person.mark)).size).toBe(DEMO_PEOPLE.length);
  });
});
