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

  it('gives the five mini-badges of its road a place in ROME and in ESCO, by code', () => {
    for (const [id, mould] of moulds.filter(([, { kind }]) => kind === 'transversal')) {
      expect([id, mould.alignments.map(({ framework }) => framework)]).toEqual([id, ['ROME 4.60', 'ESCO']]);
      const [rome, esco] = mould.alignments;
      expect(rome?.code).toMatch(/^\d{6}$/);
      expect(esco?.url).toBe(`http://data.europa.eu/esco/skill/${esco?.code}`);
      expect(esco?.code).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    }
  });
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
