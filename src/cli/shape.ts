import { parseInstant } from '#credentials/instant';
import { isObject } from '#credentials/json';

/** What a member of a description must be; `?` in front: it may be left out. */
type Kind = `${'' | '?'}${Plain}`;
type Plain = 'text' | 'texts' | 'instant' | 'number';
export interface Shape {
  readonly [member: string]: Kind | Nested;
}
interface Nested {
  readonly members: Shape;
  readonly optional?: true;
  /** A list of such objects. */
  readonly many?: true;
}

/** An object of this shape, or a list of them, that may be left out. */
export const optional = (members: Shape): Nested => ({ members, optional: true });
export const optionalList = (members: Shape): Nested => ({ members, optional: true, many: true });
export const required = (members: Shape): Nested => ({ members });

/** What is wrong with a value somebody wrote by hand, in words that name the member (`achievement.name is missing`); null when nothing is. */
export const misfit = (value: unknown, shape: Shape, path = ''): string | null => {
  if (!isObject(value)) return `${path || 'the description'} is not an object`;
  const at = (member: string): string => (path === '' ? member : `${path}.${member}`);
  const unknown = Object.keys(value).find((member) => !Object.hasOwn(shape, member));
  // A member nobody reads would silently not be in the badge.
  if (unknown !== undefined) return `${at(unknown)} is not known here; there are: ${Object.keys(shape).join(', ')}`;
  for (const [member, kind] of Object.entries(shape)) {
    const wrong = memberMisfit(value[member], kind, at(member));
    if (wrong !== null) return wrong;
  }
  return null;
};

const memberMisfit = (value: unknown, kind: Kind | Nested, path: string): string | null => {
  const may = typeof kind === 'string' ? kind.startsWith('?') : kind.optional === true;
  if (value === undefined) return may ? null : `${path} is missing`;
  if (typeof kind === 'string') {
    const { is, named } = PLAIN[kind.replace('?', '') as Plain];
    return is(value) ? null : `${path} is not ${named}`;
  }
  if (kind.many !== true) return misfit(value, kind.members, path);
  if (!Array.isArray(value)) return `${path} is not a list`;
  return value.map((item, i) => misfit(item, kind.members, `${path}[${i}]`)).find((wrong) => wrong !== null) ?? null;
};

const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';

const PLAIN: Readonly<Record<Plain, { readonly is: (value: unknown) => boolean; readonly named: string }>> = {
  text: { is: isText, named: 'a text' },
  texts: { is: (value) => Array.isArray(value) && value.every(isText), named: 'a list of texts' },
  instant: { is: (value) => parseInstant(value) !== null, named: 'an instant, as 2026-05-30T09:00:00Z' },
  number: { is: (value) => Number.isSafeInteger(value) && Number(value) >= 0, named: 'a whole number' },
};
