import { describe, expect, it } from 'vitest';
import { ACTION_NAMES, bindAction } from '#domain/actions';
import type { Actor } from '#domain/device';
import { CATALOGUE, scopeOf } from '#domain/ids';
import { overlayOf } from '#domain/records';
import { REFUSAL_TYPES } from '#domain/refusal';
import { MAY_DO, mayDo, type Role, readableScopes } from '#domain/rights';
import { ARGUMENTS, idriss, judgingAs, me, nadia } from '../build/asking.ts';
import { badgeId, EVENT, PERSON, STRUCTURE } from '../build/field.ts';

const ACTORS: { readonly [role in Role]: Actor } = {
  person: me,
  organiser: { role: 'organiser', structure: STRUCTURE },
  advisor: nadia,
  witness: idriss,
};
const ROLES = Object.keys(ACTORS) as readonly Role[];
const KNOWN = { events: [EVENT], people: [PERSON] };

// Written out once more on purpose: a change of rights must be made twice.
const EXPECTED: { readonly [action: string]: readonly Role[] } = {
  'claim-badge': ['person'],
  'show-badge': ['person'],
  'receive-badge': ['person'],
  'keep-answer': ['person'],
  'keep-reflection': ['person'],
  'add-evidence': ['person'],
  'show-evidence': ['person'],
  'take-back-evidence': ['person'],
  'send-request': ['person'],
  'take-back-request': ['person'],
  'ask-witness': ['person'],
  'say-seen': ['person', 'advisor', 'witness'],
  'answer-request': ['advisor'],
  'give-badge': ['advisor'],
  'say-consent': ['person'],
  'make-link': ['person'],
  'end-link': ['person'],
};

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
    const all = { ...ARGUMENTS, 'claim-badge': { badge: badgeId(1), ticket: 'x' }, 'show-badge': { badge: badgeId(1), to: 'me' } };
    for (const name of ACTION_NAMES) {
      for (const role of ROLES.filter((one) => !mayDo(one, name))) {
        const bound = bindAction({ name, v: 1, args: all[name] });
        expect([name, role, bound.ok ? bound.value.needs({ actor: ACTORS[role], facts: {} }) : null]).toEqual([name, role, []]);
        const decided = bound.ok && bound.value.decide(overlayOf([]), judgingAs(ACTORS[role]));
        expect([name, role, decided]).toEqual([name, role, { ok: false, error: { type: 'NotYours' } }]);
      }
    }
  });

  it('let a person read herself, what she keeps to herself, her device and the catalogue, nothing else', () => {
    expect(readableScopes(me, 'zPhone', KNOWN)).toEqual([CATALOGUE, 'd:zPhone', scopeOf('p', PERSON), scopeOf('q', PERSON)]);
  });

  it('let an organiser read the structure and its events, and no person', () => {
    const scopes = readableScopes(ACTORS.organiser, 'zTablet', KNOWN);
    expect(scopes).toEqual([CATALOGUE, 'd:zTablet', scopeOf('s', STRUCTURE), scopeOf('e', EVENT)]);
  });

  it('let an advisor read what an organiser reads and the structure’s people, but nothing they keep to themselves', () => {
    const scopes = readableScopes(nadia, 'zTablet', KNOWN);
    expect(scopes).toEqual([...readableScopes(ACTORS.organiser, 'zTablet', KNOWN), scopeOf('p', PERSON)]);
  });

  it('let a witness read nothing of anybody', () => {
    expect(readableScopes(idriss, 'zTheirs', KNOWN)).toEqual([CATALOGUE, 'd:zTheirs']);
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
