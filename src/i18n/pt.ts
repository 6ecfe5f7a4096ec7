import type { Catalogue } from './fr.ts';
import { first } from './pt/first.ts';
import { person } from './pt/person.ts';
import { staff } from './pt/staff.ts';

export const pt: Catalogue = { ...first, ...person, ...staff };
