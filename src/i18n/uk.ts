import type { Catalogue } from './fr.ts';
import { first } from './uk/first.ts';
import { person } from './uk/person.ts';
import { staff } from './uk/staff.ts';

export const uk: Catalogue = { ...first, ...person, ...staff };
