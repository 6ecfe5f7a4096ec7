import type { Draw } from '#domain/draw';
import type { Voice } from '#domain/evidence';
import { type BadgeId, CATALOGUE, type MouldId, type PersonId, type ReflectionId, type RequestId, scopeOf } from '#domain/ids';
import type { Face } from '#domain/person';
import type { Need, Records } from '#domain/record';
import type { Request } from '#domain/request';
import type { Safety } from './badge-view.ts';
import { lastActOf, type Said, safetyOf, type Waiting } from './safety.ts';

/** A badge I asked for, and how it stands. */
export interface RequestView {
  readonly id: RequestId;
  readonly mould: MouldId;
  readonly draw: Draw;
  readonly step: Request['step'];
  readonly at: number;
  /** Who looked, with the voice that said something. */
  readonly by: { readonly face: Face; readonly voice?: Voice & { readonly scope: string } } | undefined;
  readonly badge: BadgeId;
  readonly safety: Safety;
}

/** A badge I am about to ask for, or asked for: what home and the road know of it. */
export interface PendingView {
  readonly mould: MouldId;
  readonly draw: Draw;
  /** It waits for her, not for others. */
  readonly isHers: boolean;
  readonly is: 'open' | 'sent' | 'looking' | 'talk' | 'continue';
  readonly request?: RequestId;
}

/** What must be read for what I asked for. */
export const requestsNeeds = (person: PersonId): readonly Need[] => [
  { scope: scopeOf('p', person), kind: 'request' },
  { scope: CATALOGUE, kind: 'mould' },
];

/** What must be read for what is under way. */
export const pendingNeeds = (person: PersonId): readonly Need[] => [
  ...requestsNeeds(person),
  { scope: scopeOf('q', person), kind: 'reflection' },
];

interface Looked {
  readonly person: PersonId;
  readonly records: Records;
  readonly outbox: readonly Waiting[];
  readonly progress: Said;
}

/** What I asked for, latest first. */
export const requestsView = ({ person, records, outbox, progress }: Looked): readonly RequestView[] =>
  records
    .list(scopeOf('p', person), 'request')
    .flatMap(({ id, body }): RequestView[] => {
      const draw = records.get(CATALOGUE, 'mould', body.mould)?.draw;
      const by = 'by' in body ? body.by : undefined;
      if (!draw) return [];
      return [
        {
          id: id as RequestId,
          mould: body.mould,
          draw,
          step: body.step,
          at: body.at,
          by: by && { face: by.face, ...(by.voice && { voice: { ...by.voice, scope: scopeOf('p', person) } }) },
          badge: body.badge,
          safety: safetyOf(lastActOf({ request: id }, outbox), progress),
        },
      ];
    })
    .toSorted((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));

/** An answer before what is open, what is open before what waits for others: the first may be her next step. */
const URGE: Readonly<Record<PendingView['is'], number>> = { continue: 4, talk: 3, open: 2, looking: 1, sent: 1 };

/** What is under way, by badge, what is her turn first. A later time of thinking takes the place of the answer it came from. */
export const pendingView = (person: PersonId, records: Records): readonly PendingView[] => {
  const last = new Map<MouldId, { readonly id: ReflectionId; readonly at: number; readonly pending: PendingView | null }>();
  for (const { id, body } of records.list(scopeOf('q', person), 'reflection')) {
    const known = last.get(body.mould);
    const draw = records.get(CATALOGUE, 'mould', body.mould)?.draw;
    if (!draw || (known && known.at > body.begun)) continue;
    const request = body.step === 'sent' ? records.get(scopeOf('p', person), 'request', body.request) : undefined;
    const pending = pendingOf(body.mould, draw, body.step === 'open', request, body.step === 'sent' ? body.request : undefined);
    last.set(body.mould, { id: id as ReflectionId, at: body.begun, pending });
  }
  return [...last.values()]
    .toSorted((a, b) => b.at - a.at)
    .flatMap(({ pending }) => pending ?? [])
    .toSorted((a, b) => URGE[b.is] - URGE[a.is]);
};

const pendingOf = (
  mould: MouldId,
  draw: Draw,
  isOpen: boolean,
  request: Request | undefined,
  id: RequestId | undefined,
): PendingView | null => {
  if (isOpen) return { mould, draw, isHers: true, is: 'open' };
  if (!request || id === undefined || request.step === 'given' || request.step === 'taken-back') return null;
  return { mould, draw, isHers: URGE[request.step] > 1, is: request.step, request: id };
};
