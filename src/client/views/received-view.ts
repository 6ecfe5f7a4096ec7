import type { Voice } from '#domain/evidence';
import { type BadgeId, type PersonId, scopeOf } from '#domain/ids';
import type { Face } from '#domain/person';
import type { Records } from '#domain/record';

/** A badge that was given to me and that I have not taken in my hands yet. */
export interface ReceivedView {
  readonly badge: BadgeId;
  /** Who gave it, with a voice if there is one; nobody in particular for what a witness or a road gave. */
  readonly by?: { readonly face: Face; readonly voice?: Voice & { readonly scope: string } };
  /** The key badge at the end of a road. */
  readonly isKey: boolean;
}

/** What waits to be received, earliest first; a key badge after the one that completed its road. `records`: of `badgesNeeds`. */
export const receivedView = (person: PersonId, records: Records): readonly ReceivedView[] => {
  const scope = scopeOf('p', person);
  return (
    records
      .list(scope, 'badge')
      // What was taken at an event, or given to oneself, is in hand already.
      .filter(({ body: { from, received } }) => received === undefined && from !== undefined && from.how !== 'herself')
      .toSorted((a, b) => a.body.at - b.body.at || Number(a.body.from?.how === 'road') - Number(b.body.from?.how === 'road'))
      .map(({ id, body: { from } }) => ({
        badge: id as BadgeId,
        isKey: from?.how === 'road',
        ...(from?.how === 'staff' && { by: { face: from.by.face, ...(from.by.voice && { voice: { ...from.by.voice, scope } }) } }),
      }))
  );
};
