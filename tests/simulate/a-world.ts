import type { Identity } from '#client/sync/client-store';
import type { Clockwork } from './clockwork.ts';
import type { Oracles } from './oracles.ts';
import type { Step } from './plan.ts';
import type { Profile } from './profile.ts';
import type { SimPhone } from './sim-phone.ts';
import type { SimServer } from './sim-server.ts';

/** A whole world: people with phones, their structure, a server, and all that can befall them. */
export interface World {
  readonly profile: Profile;
  readonly time: Clockwork;
  readonly server: SimServer;
  readonly phones: readonly SimPhone[];
  readonly oracles: Oracles;
  perform(step: Step): Promise<void>;
  /** Everything works again, and everybody is given time. Returns the rounds it took until nobody had anything to say; 0 = too many. */
  heal(): Promise<number>;
}

/** Whose device it is, as its own disk says. */
export const identityOf = (phone: SimPhone): Identity | undefined => phone.disk.meta.get('identity') as Identity | undefined;
