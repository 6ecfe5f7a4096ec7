import * as v from 'valibot';
import { err, ok } from '#base/result';
import { SECRET_ID } from './device.ts';
import { BadgeId, MouldId, ReflectionId, StructureId, scopeOf, WitnessId } from './ids.ts';
import { put } from './record.ts';
import type { Rule } from './rule.ts';
import { AskedBy, type Witness } from './witness.ts';

/**
 * *Qui l'a vu ?*: asks one witness about a time of thinking or a badge. `secret`: SHA-256 (hexadecimal) of the 128-bit secret in the code,
 * address or slip that opens the witness's page; without it the witness stands beside her.
 */
export const AskWitness = v.object({
  witness: WitnessId,
  about: v.union([ReflectionId, BadgeId]),
  mould: MouldId,
  structure: StructureId,
  by: AskedBy,
  secret: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
});
export type AskWitness = v.InferOutput<typeof AskWitness>;

/** A printed slip may lie in a drawer for a while. */
const GOOD_FOR_MS = 30 * 86_400_000;

/** Keeps the question, and opens the way for one device to answer it. */
export const askWitness: Rule<AskWitness> = {
  needs: ({ witness, secret }, { actor }) =>
    actor.role === 'person'
      ? [
          { scope: scopeOf('p', actor.person), kind: 'witness', id: witness },
          { scope: scopeOf('p', actor.person), kind: 'person', id: actor.person },
          ...(secret ? [{ scope: scopeOf('k', secret), kind: 'invitation' as const, id: SECRET_ID }] : []),
        ]
      : [],

  decide: (records, { witness: id, secret, ...asked }, { actor, at }) => {
    if (actor.role !== 'person') return err({ type: 'NotYours' });
    const scope = scopeOf('p', actor.person);
    if (records.get(scope, 'witness', id)) return ok([]);
    if (records.get(scope, 'person', actor.person)?.structure !== asked.structure) return err({ type: 'NotYours' });
    const question: Witness = { step: 'asked', ...asked, at };
    if (!secret) return asked.by === 'here' ? ok([put(scope, 'witness', id, question)]) : err({ type: 'ActionMalformed' });
    const way = scopeOf('k', secret);
    if (records.get(way, 'invitation', SECRET_ID)) return err({ type: 'ActionMalformed' });
    const to = { role: 'witness', person: actor.person, witness: id } as const;
    return ok([
      put(scope, 'witness', id, question),
      put(way, 'invitation', SECRET_ID, { structure: asked.structure, to, state: 'active', expires: at + GOOD_FOR_MS }),
    ]);
  },
};
