import { describe, expect, it } from 'vitest';
import { ENTRY_REFUSALS, SCAN_REFUSALS } from '#client/ui/screens/person/refusals';
import { REFUSAL_TYPES } from '#domain/refusal';
import { fr } from '#i18n/fr';

const texts: Readonly<Record<string, string>> = fr;
const explained = [
  ...Object.entries(SCAN_REFUSALS).map(([type, { scene, sign }]) => ({
    key: `refused.${type}`,
    next: `next.${type}`,
    looks: JSON.stringify([scene, sign]),
  })),
  ...Object.entries(ENTRY_REFUSALS).map(([type, { scene, sign }]) => ({
    key: `entry.${type}`,
    next: `next.${type}`,
    looks: JSON.stringify([scene, sign]),
  })),
];

describe('what a person is told when something cannot be done', () => {
  it('has a picture for everything the domain refuses', () => {
    expect(Object.keys(SCAN_REFUSALS)).toEqual(expect.arrayContaining([...REFUSAL_TYPES]));
  });

  it('has words for why, and for what to do next', () => {
    expect(explained.flatMap(({ key, next }) => [key, next]).filter((key) => !texts[key])).toEqual([]);
  });

  it('never shows one picture for two different things', () => {
    const meanings = new Map<string, Set<string>>();
    for (const { key, looks } of explained) meanings.set(looks, (meanings.get(looks) ?? new Set()).add(texts[key] ?? key));
    expect([...meanings.values()].filter((said) => said.size > 1).map((said) => [...said])).toEqual([]);
  });

  it('never shows two pictures for one thing', () => {
    const pictures = new Map<string, Set<string>>();
    for (const { key, looks } of explained) {
      const said = texts[key] ?? key;
      pictures.set(said, (pictures.get(said) ?? new Set()).add(looks));
    }
    expect([...pictures].filter(([, looks]) => looks.size > 1).map(([said]) => said)).toEqual([]);
  });
});
