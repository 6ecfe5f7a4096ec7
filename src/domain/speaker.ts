import type { Actor } from './device.ts';
import type { Voice } from './evidence.ts';
import { type PersonId, scopeOf } from './ids.ts';
import type { Need, Records } from './record.ts';
import type { Judgement } from './rule.ts';
import type { SaidBy } from './staff.ts';

type Advisor = Extract<Actor, { role: 'advisor' }>;

/** What must be seen to know that this advisor speaks to one of the structure's people. */
export const needsOfSpeaker = ({ structure, staff }: Advisor, person: PersonId): readonly Need[] => [
  { scope: scopeOf('s', structure), kind: 'staff', id: staff },
  { scope: scopeOf('s', structure), kind: 'member', id: person },
];

/** The advisor who speaks now to `person`, or null when it is not one of the structure's people, or no advisor. */
export const speakerTo = (
  records: Records,
  person: PersonId,
  { actor, at }: Pick<Judgement, 'actor' | 'at'>,
  voice: Voice | undefined,
): SaidBy | null => {
  if (actor.role !== 'advisor') return null;
  const home = scopeOf('s', actor.structure);
  const staff = records.get(home, 'staff', actor.staff);
  if (!staff || !records.get(home, 'member', person)) return null;
  return { staff: actor.staff, face: staff.face, at, ...(voice && { voice }) };
};
