import type { BadgeView, RoadView, Safety } from '#client/views/badge-view';
import type { EventView } from '#client/views/events-view';
import type { ReceivedView } from '#client/views/received-view';
import type { RefusalView } from '#client/views/refusals-view';
import type { PendingView } from '#client/views/requests-view';
import type { Actor } from '#domain/device';
import type { Person } from '#domain/person';

/** All that screens show of what the device keeps, at one moment. Plain JSON: it is also what a cold start draws from. */
export interface Seen {
  readonly who: 'nobody' | Actor['role'];
  readonly person?: Person | undefined;
  readonly badges: readonly BadgeView[];
  readonly roads: readonly RoadView[];
  readonly events: readonly EventView[];
  readonly refusals: readonly RefusalView[];
  /** Given to me, and announced until I take it in my hands. */
  readonly received?: readonly ReceivedView[];
  /** Badges I am about to ask for, or asked for. */
  readonly pending?: readonly PendingView[];
  readonly safety: Safety;
}

/** What a device holds that is nobody's. */
export const NOBODY: Seen = { who: 'nobody', badges: [], roads: [], events: [], refusals: [], safety: 'arrived' };
