import { toHex, utf8 } from '#base/bytes';
import { err, ok, type Result } from '#base/result';
import { sha256 } from '#credentials/sha256';
import { SECRET_ID } from '#domain/device';
import { type Scope, scopeOf } from '#domain/ids';
import type { RecordStore } from '#domain/record-store';
import type { OpenedCard } from '#protocol/entry';
import type { ProblemCode } from '#protocol/problem';
import type { Admit } from './tokens.ts';

/** Three wrong codes close a card until an advisor opens it again. */
export const MAX_FAILURES = 3;

/** The scope of a card or an invitation: the secret itself is kept nowhere. */
export const secretScope = async (secret: string): Promise<Scope> => scopeOf('k', toHex(await sha256(utf8(secret))));

/** Whose card is this? */
export const openCard = async (
  { store, admit }: { readonly store: RecordStore; readonly admit: Admit },
  secret: string,
): Promise<Result<OpenedCard, ProblemCode>> => {
  const scope = await secretScope(secret);
  if (!admit(`card:${scope}`)) return err('TooMany');
  const card = (await store.read([{ scope, kind: 'card', id: SECRET_ID }])).get(scope, 'card', SECRET_ID);
  if (!card) return err('CardUnknown');
  if (card.state === 'void') return err('CardVoid');
  if (card.failures >= MAX_FAILURES) return err('CodeLocked');
  const own = scopeOf('p', card.person);
  const person = (await store.read([{ scope: own, kind: 'person', id: card.person }])).get(own, 'person', card.person);
  if (!person) return err('CardVoid');
  const home = scopeOf('s', person.structure);
  const structure = (await store.read([{ scope: home, kind: 'structure', id: person.structure }])).get(home, 'structure', person.structure);
  const { firstName, figure, mark } = person;
  return ok({ firstName, figure, mark, hasCode: card.code !== undefined, structure: structure?.name ?? '' });
};
