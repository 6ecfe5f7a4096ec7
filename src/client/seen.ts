import type { Identity } from '#client/sync/client-store';
import type { BadgeView, RoadView, Safety } from '#client/views/badge-view';
import type { EventView } from '#client/views/events-view';
import type { RefusalView } from '#client/views/refusals-view';
import type { Person } from '#domain/person';

/** All that screens show of what the device keeps, at one moment. */
export interface Seen {
  readonly identity: Identity | undefined;
  readonly person: Person | undefined;
  readonly badges: readonly BadgeView[];
  readonly roads: readonly RoadView[];
  readonly events: readonly EventView[];
  readonly refusals: readonly RefusalView[];
  readonly safety: Safety;
  /** Is there a signed credential this device has not checked yet, or could not decide about? */
  readonly toCheck: boolean;
}

/** What a device holds that is nobody's. */
export const NOBODY: Seen = {
  identity: undefined,
  person: undefined,
  badges: [],
  roads: [],
  events: [],
  refusals: [],
  safety: 'arrived',
  toCheck: false,
};
