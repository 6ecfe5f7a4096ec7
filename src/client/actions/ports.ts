import type { Json } from '#base/canonical-json';
import type { WebKeyPair } from '#credentials/web-key';
import type { Actor } from '#domain/device';
import type { DeviceId } from '#domain/ids';
import type { Need, Records } from '#domain/record';
import type { Pending } from '#domain/replay';
import type { Action } from '#protocol/action';
import type { ProblemCode } from '#protocol/problem';

// What acts need of the rest, as narrow as they use it. The ClientStore and the Transport of client/sync fit; main puts them together.

/** A look at the records as the screen shows them. */
export interface ReadRecords {
  read(needs: readonly Need[]): Promise<Records>;
}

/** An act in the outbox. */
export interface Entry extends Pending {
  readonly action: Action;
}

/** One transaction: look, decide, and keep the act if it was decided so; `pending` is asked after `decide`. */
export interface KeepAct {
  act<T>(
    needs: readonly Need[],
    pending: (next: number) => Entry,
    decide: (records: Records) => { readonly keep: boolean; readonly answer: T },
  ): Promise<T>;
}

export type Key = WebKeyPair | { readonly seed: Uint8Array };

/** Who the device acts for. */
export interface Who {
  readonly device: DeviceId;
  readonly actor: Actor;
  readonly certificate?: string;
}

export interface KnowsWho {
  identity(): Promise<Who | undefined>;
}

/** A question to the server and what came back: never throws. */
export type Post = (path: EntryPath, body: Json) => Promise<Posted>;
export type EntryPath = '/api/card/open' | '/api/challenge' | '/api/enrol';
export type Posted =
  | { readonly type: 'answer'; readonly body: unknown }
  | { readonly type: 'problem'; readonly code: ProblemCode }
  | { readonly type: 'silence' };
