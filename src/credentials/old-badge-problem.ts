/**
 * What only badges of Open Badges 1 and 2 can have: documents that are not at hand (`to-be-checked`: a connection may settle it), a host that
 * says something else, an address outside the issuer's scope; `recipient-mismatch` when it was given to somebody else than asked.
 */
export type OldBadgeProblem = 'to-be-checked' | 'differs-from-host' | 'not-in-scope' | 'recipient-mismatch';
