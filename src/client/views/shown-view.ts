import { type PersonId, type Scope, scopeOf } from '#domain/ids';
import type { Need, Records } from '#domain/record';
import type { Safety } from './badge-view.ts';
import { type Said, safetyOf, type Waiting } from './safety.ts';

/** One thing I keep to show, as every screen shows it. */
export interface ShownView {
  readonly id: string;
  readonly kind: 'photo' | 'video' | 'voice' | 'attestation';
  readonly scope: string;
  readonly media: string;
  readonly ms?: number;
  readonly at: number;
  readonly seenBy: 'me' | 'structure' | 'world';
  /** Of the least safe of its two halves: the act that tells of it, and its bytes. */
  readonly safety: Safety;
}

/** What this device still has of a medium, and how much of it the server has acknowledged. */
export interface HeldBytes {
  readonly size: number;
  readonly sent: number;
}

interface Looked {
  readonly person: PersonId;
  readonly records: Records;
  readonly outbox: readonly Waiting[];
  readonly said: Said;
  readonly held: ReadonlyMap<string, HeldBytes>;
}

/** What must be read for it. */
export const shownNeeds = (person: PersonId): readonly Need[] => [
  { scope: scopeOf('q', person), kind: 'evidence' },
  ...placesOf(person).map((scope): Need => ({ scope, kind: 'media' })),
];

/** What somebody keeps to show, latest first. */
export const shownView = (looked: Looked): readonly ShownView[] => {
  const { person, records } = looked;
  const scope = scopeOf('q', person);
  return records
    .list(scope, 'evidence')
    .map(({ id, body: { shown, at, seenBy } }) => ({
      id,
      kind: shown.kind,
      scope,
      media: shown.media,
      ...('ms' in shown && { ms: shown.ms }),
      at,
      seenBy,
      safety: leastSafe(safetyOf(lastActAbout(id, looked.outbox), looked.said), safetyOfBytes(shown.media, looked)),
    }))
    .toSorted((a, b) => b.at - a.at);
};

/** Where bytes are: the server's own record says that they arrived, its acknowledgements that some have; all else is only here. */
export const safetyOfBytes = (media: string, { person, records, held }: Pick<Looked, 'person' | 'records' | 'held'>): Safety => {
  if (placesOf(person).some((scope) => records.get(scope, 'media', media))) return 'arrived';
  const here = held.get(media);
  // Not here and not there: on another device of hers.
  return here && here.sent === 0 ? 'kept-here' : 'on-its-way';
};

const placesOf = (person: PersonId): readonly Scope[] => [scopeOf('q', person), scopeOf('p', person)];

const ORDER: readonly Safety[] = ['kept-here', 'on-its-way', 'arrived'];

const leastSafe = (...all: readonly Safety[]): Safety => ORDER.find((one) => all.includes(one)) ?? 'arrived';

const lastActAbout = (evidence: string, outbox: readonly Waiting[]): number | undefined =>
  outbox.findLast(({ args }) => typeof args === 'object' && args !== null && 'evidence' in args && args.evidence === evidence)?.n;
