import { leaveDevice } from '#client/media/leave-device';
import { openDexieMedia } from '#client/store/dexie-media';
import { makeKey } from '#client/sync/make-key';
import { openSession, type SyncDeps } from '#client/sync/session';
import { signerOf } from '#client/sync/signer-of';
import type { Left } from '#client/ui/app-leaving';
import { makeAgreementPair } from '#credentials/agreed-key';

/** Leaving this device, over its own store. */
export interface LeavingEngine {
  leave(): Promise<Left>;
}

export const createLeavingEngine = (deps: Omit<SyncDeps, 'signerOf' | 'makeKey'>): LeavingEngine => ({
  leave: async () => {
    const identity = await deps.store.identity();
    if (!identity) return 'left';
    const media = openDexieMedia();
    try {
      return await leaveDevice({ ...(await openSession({ ...deps, signerOf, makeKey }, identity)), makePair: makeAgreementPair }, media);
    } finally {
      media.close();
    }
  },
});
