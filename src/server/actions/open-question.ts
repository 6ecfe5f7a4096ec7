import { err, ok, type Result } from '#base/result';
import { SECRET_ID } from '#domain/device';
import { CATALOGUE, type Scope, scopeOf } from '#domain/ids';
import type { RecordStore } from '#domain/record-store';
import type { OpenedQuestion } from '#protocol/entry';
import type { ProblemCode } from '#protocol/problem';
import { secretScope } from './open-card.ts';
import type { Admit } from './tokens.ts';

export interface OpenQuestionDeps {
  readonly store: RecordStore;
  readonly admit: Admit;
  readonly clock: () => number;
}

/** What a witness is asked. `CardUnknown`: no such question here, or not yet (her phone waits for a network); `CardVoid`: too old, or answered. */
export const openQuestion = async (
  { store, admit, clock }: OpenQuestionDeps,
  secret: string,
): Promise<Result<OpenedQuestion, ProblemCode>> => {
  const scope = await secretScope(secret);
  if (!admit(`question:${scope}`)) return err('TooMany');
  const invitation = (await store.read([{ scope, kind: 'invitation', id: SECRET_ID }])).get(scope, 'invitation', SECRET_ID);
  if (invitation?.to?.role !== 'witness') return err('CardUnknown');
  if (invitation.state === 'void' || (invitation.expires ?? Infinity) <= clock()) return err('CardVoid');
  const { person, witness } = invitation.to;
  const [own, home] = [scopeOf('p', person), scopeOf('s', invitation.structure)];
  const records = await store.read([
    { scope: own, kind: 'person', id: person },
    { scope: own, kind: 'witness', id: witness },
    { scope: home, kind: 'structure', id: invitation.structure },
  ]);
  const [who, asked] = [records.get(own, 'person', person), records.get(own, 'witness', witness)];
  const mould = asked && (await mouldOf(store, CATALOGUE, asked.mould));
  if (!who || !asked || !mould) return err('CardVoid');
  const { firstName, figure, mark } = who;
  return ok({
    face: { firstName, figure, mark },
    mould: asked.mould,
    draw: mould.draw,
    criteria: mould.criteria,
    structure: records.get(home, 'structure', invitation.structure)?.name ?? '',
    seen: asked.step === 'seen',
  });
};

const mouldOf = async (store: RecordStore, scope: Scope, id: string) =>
  (await store.read([{ scope, kind: 'mould', id }])).get(scope, 'mould', id);
