import { describe, expect, it } from 'vitest';
import { ACTION_NAMES, bindAction } from '#domain/actions';
import type { Actor } from '#domain/device';
import { CATALOGUE, scopeOf } from '#domain/ids';
import { REFUSAL_TYPES } from '#domain/refusal';
import { MAY_DO, mayDo, type Role, readableScopes } from '#domain/rights';
import { badgeId, EVENT, PERSON, STRUCTURE } from '../build/field.ts';

const ROLES: readonly Role[] = ['person', 'organiser'];
const ACTORS: { readonly [role in Role]: Actor } = {
  person: { role: 'person', person: PERSON },
  organiser: { role: 'organiser', structure: STRUCTURE },
};

// Written out once more on purpose: a change of rights must be made twice.
const EXPECTED: { readonly [action: string]: readonly Role[] } = { 'claim-badge': ['person'], 'show-badge': ['person'] };

describe('rights', () => {
  it.each(ACTION_NAMES.flatMap((action) => ROLES.map((role) => [role, action] as const)))('%s and %s are as agreed', (role, action) => {
    expect(mayDo(role, action)).toBe(EXPECTED[action]?.includes(role));
  });

  it('name every act there is and no other', () => {
    expect(Object.keys(MAY_DO).sort()).toEqual([...ACTION_NAMES].sort());
    for (const name of ['', 'fly', 'toString', '__proto__', 'constructor']) {
      for (const role of ROLES) expect(mayDo(role, name)).toBe(false);
      expect(bindAction({ name, v: 1, args: {} })).toEqual({ ok: false, error: { type: 'ActionUnknown' } });
    }
  });

  it('are refused by the rule too, should the table ever be wrong', () => {
    for (const name of ACTION_NAMES) {
      const bound = bindAction({ name, v: 1, args: { badge: badgeId(1), ticket: 'x', to: 'me' } });
      const needs = bound.ok ? bound.value.needs({ actor: ACTORS.organiser, facts: {} }) : null;
      expect(needs).toEqual([]);
    }
  });

  it('let a person read herself, her device and the catalogue, nothing else', () => {
    expect(readableScopes(ACTORS.person, 'zPhone', [EVENT])).toEqual([CATALOGUE, 'd:zPhone', scopeOf('p', PERSON)]);
  });

  it('let an organiser read the structure and its events, and no person', () => {
    const scopes = readableScopes(ACTORS.organiser, 'zTablet', [EVENT]);
    expect(scopes).toEqual([CATALOGUE, 'd:zTablet', scopeOf('s', STRUCTURE), scopeOf('e', EVENT)]);
  });

  it('say each refusal once', () => {
    expect(new Set(REFUSAL_TYPES).size).toBe(REFUSAL_TYPES.length);
  });
});

describe('an act as it travels', () => {
  it('is bound to its rule only in the version that is known', () => {
    const args = { badge: badgeId(1), to: 'world' };
    expect(bindAction({ name: 'show-badge', v: 1, args }).ok).toBe(true);
    expect(bindAction({ name: 'show-badge', v: 2, args })).toEqual({ ok: false, error: { type: 'ActionUnknown' } });
  });

  it.each([null, 7, [], {}, { badge: 'x', to: 'me' }, { badge: badgeId(1), to: 'all' }])(
    'with arguments %j is malformed, not thrown',
    (args) => {
      expect(bindAction({ name: 'show-badge', v: 1, args })).toEqual({ ok: false, error: { type: 'ActionMalformed' } });
    },
  );
});
