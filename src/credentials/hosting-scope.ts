import type { IssuerProfile } from './badge-class.ts';
import { hostOf } from './served-document.ts';

/**
 * Whether a hosted badge lies where its issuer says hers lie (Open Badges 2.0, VerificationObject); without a rule of its own both badge and
 * BadgeClass lie on the issuer's host.
 */
export const isInScope = (assertion: string, badgeClass: string | null, issuer: string, { scope }: IssuerProfile): boolean => {
  const host = hostOf(assertion);
  if (host === null) return false;
  if (scope === null) return [issuer, badgeClass ?? issuer].every((address) => hostOf(address) === host);
  const { startsWith, allowedOrigins } = scope;
  return (
    (startsWith.length === 0 || startsWith.some((start) => beginsWith(assertion, start))) &&
    (allowedOrigins.length === 0 || allowedOrigins.some((origin) => (hostOf(origin) ?? origin.toLowerCase()) === host))
  );
};

// A beginning without a path would also be that of example.org.somewhere.else, and dots in a path can lead out of it again.
const beginsWith = (address: string, start: string): boolean =>
  hostOf(start) === hostOf(address) &&
  address.startsWith(start) &&
  new URL(address).href.startsWith(new URL(start).href.replace(/\/$/, ''));
