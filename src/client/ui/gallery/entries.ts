import { PART_ENTRIES } from './entries-parts.tsx';
import { PERSON_ENTRIES } from './entries-person.tsx';
import { STAFF_ENTRIES } from './entries-staff.tsx';
import type { Entry } from './entry.ts';

/** Everything there is to look at. */
export const ENTRIES: readonly Entry[] = [...PERSON_ENTRIES, ...STAFF_ENTRIES, ...PART_ENTRIES];
