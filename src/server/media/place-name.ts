const NAME = /^[A-Za-z0-9_-][A-Za-z0-9._-]*(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$/;

/** The name, if it is one: no way out of the place, nothing hidden. Throws otherwise: names are made by us, never by who asks. */
export const placeName = (name: string): string => {
  if (name.length > 400 || !NAME.test(name)) throw new Error('this is no name of a place');
  return name;
};

/** A prefix of whole words, with a slash at its end unless it is empty. */
export const placePrefix = (prefix: string): string => (prefix === '' ? '' : `${placeName(prefix.replace(/\/$/, ''))}/`);
