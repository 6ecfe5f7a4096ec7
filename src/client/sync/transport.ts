import type { Json } from '#base/canonical-json';
import type { ProblemCode } from '#protocol/problem';
import type { SNAPSHOT_PATH } from '#protocol/snapshot-path';

/**
 * What came back. `answer`: from our server, well formed as JSON, its content not looked at yet. `problem`: our server refuses.
 * `silence`: nothing that counts: no network, a captive portal, a cut or foreign answer. Whether the request arrived is then unknown.
 */
export type Answer =
  | { readonly type: 'answer'; readonly body: unknown }
  | { readonly type: 'problem'; readonly code: ProblemCode }
  | { readonly type: 'silence'; readonly why: Silence };

/** Why nothing counts as an answer, for the log of a worried advisor; the engine treats all alike. */
export type Silence = 'unreachable' | 'too-slow' | 'foreign' | 'cut';

/** One request and its answer; never throws. The only way out of the device. */
export interface Transport {
  post(path: ApiPath, body: Json): Promise<Answer>;
  /** Fetches what is the same for everybody, maybe out of a cache. Without it all rows come by `post`. */
  get?(path: `${typeof SNAPSHOT_PATH}/${string}`): Promise<Answer>;
}

/** The addresses a device posts to. */
export type ApiPath =
  | '/api/sync/push'
  | '/api/sync/pull'
  | '/api/sync/box'
  | '/api/challenge'
  | '/api/sign-in'
  | '/api/card/open'
  | '/api/witness/open'
  | '/api/link/open'
  | '/api/enrol'
  | '/api/media/links';
