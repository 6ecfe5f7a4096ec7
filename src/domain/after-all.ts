import type { Millis } from '#base/ambient';
import type { Need, Records } from './record.ts';

/** The first moment later than every stamp in sight: what is done now is done after what is seen, whatever the clocks say. */
export const afterAll = (records: Records, needs: readonly Need[]): Millis => {
  const seen = needs.flatMap(({ scope, kind, id }) => (id === undefined ? [] : Object.values(records.stamps(scope, kind, id))));
  return Math.max(0, ...seen.map((stamp) => Number.parseInt(stamp.slice(0, 12), 16) + 1));
};
