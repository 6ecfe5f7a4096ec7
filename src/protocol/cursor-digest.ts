import { toBase64url, utf8 } from '#base/bytes';
import { sha256 } from '#credentials/sha256';

/** One hash of where all scopes stand, in any order: equal on both sides, nothing is new and no right has changed. */
export const digestOf = async (cursors: Iterable<readonly [scope: string, cursor: number]>): Promise<string> =>
  toBase64url(
    await sha256(
      utf8(
        [...cursors]
          .map(([scope, cursor]) => `${scope} ${cursor}\n`)
          .sort()
          .join(''),
      ),
    ),
  );
