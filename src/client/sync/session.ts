import type { Chance, Clock, Signer } from '#base/ambient';
import type { ClientStore, DeviceKey, Identity } from './client-store.ts';
import type { Transport } from './transport.ts';

/** What the engine works over. */
export interface SyncDeps {
  readonly store: ClientStore;
  readonly transport: Transport;
  readonly signerOf: (key: DeviceKey) => Promise<Signer>;
  /** Makes the key of a device that must go on under another one. */
  readonly makeKey: () => Promise<DeviceKey>;
  readonly clock: Clock;
  readonly chance: Chance;
}

/** The engine acting as one device: it may become another one between two sessions. */
export interface Session extends SyncDeps {
  readonly identity: Identity;
  /** Signs with the key of that identity. */
  readonly signer: Signer;
}

export const openSession = async (deps: SyncDeps, identity: Identity): Promise<Session> => ({
  ...deps,
  identity,
  signer: await deps.signerOf(identity.keyPair),
});
