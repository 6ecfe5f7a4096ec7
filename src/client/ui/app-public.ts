/** What a public badge page shows, and what the visitor's own browser found. */
export type PublicBadge =
  | { readonly state: 'loading' | 'not-shown' | 'no-network' }
  | {
      readonly state: 'shown';
      /** Undefined for a badge that came without a picture. */
      readonly image: string | undefined;
      readonly title: string;
      readonly criteria: string;
      readonly issuer: string;
      readonly awardedAt: string;
      readonly verdict: 'checking' | 'valid' | 'invalid' | 'unknown';
      /** `hosted`: an older badge without a signature, which its issuer's host confirms. */
      readonly signature: 'good' | 'bad' | 'absent' | 'unsupported' | 'hosted' | undefined;
      readonly issuerKnown: 'known' | 'unknown' | 'mismatch' | undefined;
      readonly status: 'active' | 'revoked' | 'suspended' | 'unknown' | 'none' | undefined;
      readonly statusAsOf: string | undefined;
      /** The credential as it was fetched, JSON text, for whoever wants to check it elsewhere. */
      readonly json: string;
    };
