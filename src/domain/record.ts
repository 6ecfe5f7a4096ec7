import type { Json } from '#base/canonical-json';
import type { Badge, HeldCredential } from './badge.ts';
import type { BoxKey } from './box-key.ts';
import type { Consent } from './consent.ts';
import type { Card, Device, DeviceKey, Invitation } from './device.ts';
import type { Claim, Event, Plan } from './event.ts';
import type { Evidence } from './evidence.ts';
import type { Scope } from './ids.ts';
import type { Link, Opening } from './link.ts';
import type { Media } from './media.ts';
import type { Mould, Road } from './mould.ts';
import type { Person } from './person.ts';
import type { Questionnaire } from './questionnaire.ts';
import type { Reflection } from './reflection.ts';
import type { Refusal } from './refusal.ts';
import type { Request } from './request.ts';
import type { Page, SealingJob, StatusCounter } from './sealing.ts';
import type { Staff } from './staff.ts';
import type { Stamps } from './stamp.ts';
import type { Issuer, Member, Structure } from './structure.ts';
import type { Witness } from './witness.ts';

/** Every kind of record and its body. A kind nobody here knows (a newer server's) is kept untouched. */
export interface Bodies {
  readonly person: Person;
  readonly badge: Badge;
  readonly credential: HeldCredential;
  readonly event: Event;
  readonly claim: Claim;
  readonly plan: Plan;
  readonly mould: Mould;
  readonly road: Road;
  readonly questionnaire: Questionnaire;
  readonly reflection: Reflection;
  readonly evidence: Evidence;
  readonly request: Request;
  readonly witness: Witness;
  readonly media: Media;
  readonly link: Link;
  readonly consent: Consent;
  readonly structure: Structure;
  readonly member: Member;
  readonly staff: Staff;
  readonly issuer: Issuer;
  readonly 'box-key': BoxKey;
  readonly device: Device;
  readonly key: DeviceKey;
  readonly refusal: { readonly n: number; readonly action: string; readonly refusal: Refusal };
  /** The end of a segment: the chain hash there, and the ends of its acts' ids. */
  readonly head: { readonly hash: string; readonly ids?: readonly string[] };
  readonly card: Card;
  readonly invitation: Invitation;
  readonly opening: Opening;
  readonly job: SealingJob;
  readonly counter: StatusCounter;
  readonly page: Page;
}
export type Kind = keyof Bodies;

/** One stored record. `seq` grows by one with each write in its scope; a deleted row keeps its place with an empty body. */
export interface Row {
  readonly scope: Scope;
  readonly kind: string;
  readonly id: string;
  /** Version of the body's schema. */
  readonly v: number;
  readonly body: Json;
  readonly stamps: Stamps;
  readonly seq: number;
  readonly deleted: boolean;
}

/** A change a rule asks for; `body: null` removes. */
export interface Patch {
  readonly scope: Scope;
  readonly kind: Kind;
  readonly id: string;
  readonly body: Json;
  readonly stamps?: Stamps;
}

/** What a rule must be shown: one record, or all of a kind in a scope. */
export interface Need {
  readonly scope: Scope;
  readonly kind: Kind;
  readonly id?: string;
}

/** Records a rule may look at. Reading what was not asked for by a `Need` gives nothing. */
export interface Records {
  get<K extends Kind>(scope: Scope, kind: K, id: string): Bodies[K] | undefined;
  list<K extends Kind>(scope: Scope, kind: K): readonly { readonly id: string; readonly body: Bodies[K] }[];
  stamps(scope: Scope, kind: Kind, id: string): Stamps;
}

/** The patch that stores `body`. */
export const put = <K extends Kind>(scope: Scope, kind: K, id: string, body: Bodies[K], stamps?: Stamps): Patch => ({
  scope,
  kind,
  id,
  // Bodies are plain JSON by construction; TypeScript cannot see it through `unknown` members.
  body: body as unknown as Json,
  ...(stamps && { stamps }),
});

/** The patch that removes a record. */
export const remove = (scope: Scope, kind: Kind, id: string): Patch => ({ scope, kind, id, body: null });
