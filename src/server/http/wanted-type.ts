/** Media types a credential is served as, in order of preference. */
const CREDENTIAL_TYPES = [
  'application/vc',
  'application/vc+ld+json',
  'application/ld+json',
  'application/json',
  'application/vc+jwt',
] as const;

/**
 * What a visitor of a badge's address wants by its Accept header (RFC 9110 §12.5.1): the page, or the credential as a media type
 * (the last one is a token).
 * Browsers name text/html; whoever does not is a program.
 */
export const wantedType = (accept: string | undefined): 'text/html' | (typeof CREDENTIAL_TYPES)[number] => {
  const wanted = new Map((accept ?? '').split(',').map(weighed));
  const best = CREDENTIAL_TYPES.reduce((best, type) => ((wanted.get(type) ?? 0) > (wanted.get(best) ?? 0) ? type : best));
  const page = wanted.get('text/html') ?? 0;
  return page > 0 && page >= (wanted.get(best) ?? 0) ? 'text/html' : best;
};

const weighed = (item: string): readonly [string, number] => {
  const [type = '', ...parameters] = item.split(';').map((part) => part.trim().toLowerCase());
  const quality = Number(parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? 1);
  return [type, Number.isFinite(quality) ? quality : 0];
};
