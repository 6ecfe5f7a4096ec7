import type { Result } from '#base/result';
import type { Device } from '#domain/device';
import type { DeviceId } from '#domain/ids';
import type { Challenge, Enrol, Enrolled, OpenedCard, SignIn } from '#protocol/entry';
import type { ProblemCode } from '#protocol/problem';
import type { PullReply, PullRequest, PushReply, PushRequest } from '#protocol/sync';

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
  challenge(): Challenge;
  enrol(said: Enrol): Answer<Entered>;
  signIn(said: SignIn): Answer<Entered>;
  signedIn(token: string | undefined): Answer<Signed>;
  push(request: PushRequest): Answer<PushReply>;
  pull(who: Signed, request: PullRequest): Answer<PullReply>;
  /** Public things; null when there is none, or none that is shown: nobody can tell which. */
  badgeCredential(badge: string): Promise<object | null>;
  badgeImage(badge: string): Promise<string | null>;
  structureDocument(structure: string): Promise<object | null>;
  personDocument(part: string): Promise<object | null>;
  statusList(structure: string): Promise<object | null>;
  achievement(mould: string): Promise<object | null>;
  mouldImage(mould: string): Promise<string | null>;
  /** Resolves when the records can be read. */
  health(): Promise<void>;
}
