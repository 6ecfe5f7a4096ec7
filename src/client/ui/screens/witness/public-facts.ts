import type { Key } from '#i18n/fr';
import type { PublicBadge } from '../../app-public.ts';

/** A badge that is shown to the world. */
export type ShownBadge = Extract<PublicBadge, { state: 'shown' }>;

/** What one fact weighs; `wait` while the browser is still looking. */
export type Mark = 'good' | 'bad' | 'doubt' | 'wait';

export interface Fact {
  readonly about: 'signature' | 'issuer' | 'status';
  readonly mark: Mark;
  /** Undefined while the browser is still looking. */
  readonly says: Key | undefined;
}

const SIGNATURE = { good: 'good', bad: 'bad', absent: 'bad', unsupported: 'doubt', hosted: 'good' } as const;
const ISSUER = { known: 'good', unknown: 'doubt', mismatch: 'bad' } as const;
const STATUS = { active: 'good', none: 'good', revoked: 'bad', suspended: 'bad', unknown: 'doubt' } as const;
const VERDICT = { valid: 'good', invalid: 'bad', unknown: 'doubt', checking: 'wait' } as const;

/** The separate facts that were checked, in the order an employer asks for them. What is not known yet says so. */
export const factsOf = ({ signature, issuerKnown, status }: ShownBadge): readonly Fact[] => [
  fact('signature', signature && { mark: SIGNATURE[signature], says: `fact.signature.${signature}` }),
  fact('issuer', issuerKnown && { mark: ISSUER[issuerKnown], says: `fact.issuer.${issuerKnown}` }),
  fact('status', status && { mark: STATUS[status], says: `fact.status.${status}` }),
];

const fact = (about: Fact['about'], found: Pick<Fact, 'mark' | 'says'> | undefined): Fact => ({
  about,
  ...(found ?? { mark: 'wait', says: undefined }),
});

/** The one line above the facts. It never stands without the date of what it is drawn from, when there is one. */
export const verdictOf = ({ verdict }: ShownBadge): { readonly mark: Mark; readonly says: Key } => ({
  mark: VERDICT[verdict],
  says: verdict === 'checking' ? 'fact.checking' : `fact.verdict.${verdict}`,
});
