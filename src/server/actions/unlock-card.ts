import { SECRET_ID } from '#domain/device';
import { type PersonId, type Scope, scopeOf } from '#domain/ids';
import { put } from '#domain/record';
import type { RecordStore } from '#domain/record-store';

/** An advisor's act after three wrong codes: the person's cards may be tried again. How many were closed. */
export const unlockCards = async (store: RecordStore, person: PersonId): Promise<number> => {
  let opened = 0;
  for (const scope of await cardsOf(store, person)) {
    opened += await store.judge([{ scope, kind: 'card', id: SECRET_ID }], (records) => {
      const card = records.get(scope, 'card', SECRET_ID);
      return card && card.failures > 0
        ? { patches: [put(scope, 'card', SECRET_ID, { ...card, failures: 0 })], answer: 1 }
        : { patches: [], answer: 0 };
    });
  }
  return opened;
};

// Cards are found by their secret only, so all are looked through; an advisor's rare act can wait for it.
const cardsOf = async (store: RecordStore, person: PersonId): Promise<readonly Scope[]> => {
  const found: Scope[] = [];
  for (const scope of await store.scopes('k')) {
    const card = (await store.read([{ scope, kind: 'card', id: SECRET_ID }])).get(scope, 'card', SECRET_ID);
    if (card?.person === person && card.state === 'active') found.push(scope);
  }
  return found;
};

/** Is there such a person? */
export const isPerson = async (store: RecordStore, id: PersonId): Promise<boolean> => {
  const scope = scopeOf('p', id);
  return (await store.read([{ scope, kind: 'person', id }])).get(scope, 'person', id) !== undefined;
};
