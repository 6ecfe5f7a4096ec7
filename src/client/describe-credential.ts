/** A JSON object that nobody has looked into yet. */
export type Json = { readonly [name: string]: unknown };

/** A JSON object, as opposed to everything else JSON can be. */
export const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text, or nothing. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A member of an object; undefined of anything else. */
export const partOf = (value: unknown, name: string): unknown => (isObject(value) ? value[name] : undefined);

/** The first of several, or the one there is. */
export const firstOf = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);

/** What an open badge says of itself, for display, before anything of it is checked. `image`: when the badge carries none that may be shown. */
export const describe = (credential: Json, image: string | undefined) => {
  const achievement = firstOf(partOf(firstOf(credential['credentialSubject']), 'achievement'));
  return {
    state: 'shown',
    image: image ?? ownImage(credential['image']) ?? ownImage(partOf(achievement, 'image')),
    title: textOf(partOf(achievement, 'name')) || textOf(credential['name']),
    criteria: textOf(partOf(partOf(achievement, 'criteria'), 'narrative')),
    issuer: textOf(partOf(credential['issuer'], 'name')),
    awardedAt: textOf(credential['awardedDate']) || textOf(credential['validFrom']) || textOf(credential['issuanceDate']),
    signature: undefined,
    issuerKnown: undefined,
    status: undefined,
    statusAsOf: undefined,
    json: JSON.stringify(credential, null, 2),
  } as const;
};

// Only a picture that came with the badge: one at an address would tell a stranger who looks at what.
const ownImage = (image: unknown): string | undefined => {
  const address = textOf(partOf(image, 'id') ?? image);
  return /^data:image\/(?:png|jpeg|webp|svg\+xml)[;,]/.test(address) && address.length < 2_000_000 ? address : undefined;
};
