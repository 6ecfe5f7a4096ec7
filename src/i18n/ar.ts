import { first } from './ar/first.ts';
import { person } from './ar/person.ts';
import { staff } from './ar/staff.ts';
import type { Catalogue } from './fr.ts';

export const ar: Catalogue = { ...first, ...person, ...staff };
