import { describe, expect, it } from 'vitest';
import { factsOf, type ShownBadge, verdictOf } from '#client/ui/screens/witness/public-facts';

const shown = (change: Partial<ShownBadge>): ShownBadge => ({
  state: 'shown',
  image: '',
  title: 'À l’heure',
  criteria: '',
  issuer: 'Les Jardins',
  awardedAt: '2025-05-28T08:42:00Z',
  verdict: 'valid',
  signature: 'good',
  issuerKnown: 'known',
  status: 'active',
  statusAsOf: '2025-06-02T06:00:00Z',
  json: '{}',
  ...change,
});
const marks = (change: Partial<ShownBadge>) => factsOf(shown(change)).map(({ mark }) => mark);

describe('the facts about a shown badge', () => {
  it('are always three: signature, issuer, status', () => {
    expect(factsOf(shown({})).map(({ about }) => about)).toEqual(['signature', 'issuer', 'status']);
    expect(marks({})).toEqual(['good', 'good', 'good']);
  });

  it('wait, each by itself, until the browser knows', () => {
    expect(marks({ signature: undefined, issuerKnown: undefined, status: undefined })).toEqual(['wait', 'wait', 'wait']);
    expect(marks({ status: undefined })).toEqual(['good', 'good', 'wait']);
  });

  it('tell a forgery from what could only not be looked at', () => {
    expect(marks({ signature: 'bad', issuerKnown: 'mismatch', status: 'revoked' })).toEqual(['bad', 'bad', 'bad']);
    expect(marks({ signature: 'unsupported', issuerKnown: 'unknown', status: 'unknown' })).toEqual(['doubt', 'doubt', 'doubt']);
  });

  it('never call a badge with a doubt confirmed', () => {
    expect(verdictOf(shown({ verdict: 'valid' }))).toEqual({ mark: 'good', says: 'fact.verdict.valid' });
    expect(verdictOf(shown({ verdict: 'unknown' }))).toEqual({ mark: 'doubt', says: 'fact.verdict.unknown' });
    expect(verdictOf(shown({ verdict: 'invalid' }))).toEqual({ mark: 'bad', says: 'fact.verdict.invalid' });
    expect(verdictOf(shown({ verdict: 'checking' }))).toEqual({ mark: 'wait', says: 'fact.checking' });
  });
});
