import type { Result } from '#base/result';
import type { Device } from '#domain/device';
import type { DeviceId, Scope } from '#domain/ids';
import type { BoxReply, BoxRequest } from '#protocol/courier';
import type { FetchedDocument } from '#protocol/document';
import type { Challenge, Enrol, Enrolled, OpenedCard, OpenedLink, OpenedQuestion, SignIn } from '#protocol/entry';
import type { LinksReply, LinksRequest } from '#protocol/media';
import type { ProblemCode } from '#protocol/problem';
import type { PullReply, PullRequest, PushReply, PushRequest } from '#protocol/sync';
import type { Poked } from '#server/actions/pokes';
import type { OpenedMedia } from '#server/actions/read-media';
import type { Part, Progress } from '#server/actions/receive-media';
import type { PackedSnapshot } from '#server/actions/snapshots';
import type { Announced, Wanted } from '#server/actions/upload-store';

/** A device that has signed in. */
export interface Signed {
  readonly id: DeviceId;
  readonly device: Device;
}

/** A device has entered: what it is told, and the value of its cookie. */
export interface Entered {
  readonly reply: Enrolled;
  readonly token: string;
}

type Answer<T> = Promise<Result<T, ProblemCode>>;

/** What the routes may ask for, already given its store, keys and clock; `main` puts server/actions behind it. */
export interface Actions {
  openCard(secret: string): Answer<OpenedCard>;
  openQuestion(secret: string): Answer<OpenedQuestion>;
  openLink(secret: string): Answer<OpenedLink>;
  challenge(): Challenge;
  enrol(said: Enrol): Answer<Entered>;
  signIn(said: SignIn): Answer<Entered>;
  signedIn(token: string | undefined): Answer<Signed>;
  push(request: PushRequest): Answer<PushReply>;
  pull(who: Signed, request: PullRequest): Answer<PullReply>;
  /** What another device closed, brought by `who`. */
  box(who: Signed, request: BoxRequest): Answer<BoxReply>;
  /** Pokes a device until the returned function is called; undefined when too many are listening already. */
  listen(who: Signed, poked: Poked): Promise<(() => void) | undefined>;
  snapshot(epoch: string, scope: Scope, cursor: number): PackedSnapshot | undefined;
  /** Public things; null when there is none, or none that is shown: nobody can tell which. */
  badgeCredential(badge: string): Promise<object | null>;
  /** A badge as a token for other readers; for its holder, who may have signed in, also while it is not shown. */
  badgeToken(badge: string, asker: Signed | undefined): Promise<string | null>;
  badgeImage(badge: string): Promise<string | null>;
  structureDocument(structure: string): Promise<object | null>;
  personDocument(part: string): Promise<object | null>;
  statusList(structure: string): Promise<object | null>;
  achievement(mould: string): Promise<object | null>;
  mouldImage(mould: string): Promise<string | null>;
  beginUpload(who: Signed, announced: Announced): Answer<Progress>;
  uploadProgress(who: Signed, wanted: Wanted): Answer<Progress>;
  appendUpload(who: Signed, wanted: Wanted, part: Part): Answer<Progress>;
  abandonUpload(who: Signed, wanted: Wanted): Answer<void>;
  mediaLinks(who: Signed, request: LinksRequest): Answer<LinksReply>;
  /** What an address given before leads to; null when it leads nowhere (any more). */
  openMedia(link: string): OpenedMedia | null;
  /** A public document from another host. */
  fetchDocument(address: string): Answer<FetchedDocument>;
  /** Resolves when the records can be read. */
  health(): Promise<void>;
}
