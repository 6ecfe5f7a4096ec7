import { first } from './en/first.ts';
import { person } from './en/person.ts';
import { staff } from './en/staff.ts';
import type { Catalogue } from './fr.ts';

export const en: Catalogue = { ...first, ...person, ...staff };
