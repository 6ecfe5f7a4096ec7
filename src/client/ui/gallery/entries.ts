import { ASKING_ENTRIES } from './entries-asking.tsx';
import { CAPTURE_ENTRIES } from './entries-capture.tsx';
import { COURIER_ENTRIES } from './entries-courier.tsx';
import { FIRST_ENTRIES } from './entries-first.tsx';
import { GIVING_ENTRIES } from './entries-giving.tsx';
import { PART_ENTRIES } from './entries-parts.tsx';
import { PERSON_ENTRIES } from './entries-person.tsx';
import { SENDING_ENTRIES } from './entries-sending.tsx';
import { STAFF_ENTRIES } from './entries-staff.tsx';
import type { Entry } from './entry.ts';

/** Everything there is to look at. */
export const ENTRIES: readonly Entry[] = [
  ...PERSON_ENTRIES,
  ...FIRST_ENTRIES,
  ...ASKING_ENTRIES,
  ...CAPTURE_ENTRIES,
  ...GIVING_ENTRIES,
  ...SENDING_ENTRIES,
  ...STAFF_ENTRIES,
  ...COURIER_ENTRIES,
  ...PART_ENTRIES,
];
