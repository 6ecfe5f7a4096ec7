import { createClientStore } from '#client/store/create-client-store';
import type { ClientStore } from '#client/sync/client-store';
import { blankDisk, type Disk, memoryPlace, type Taps } from './memory-place.ts';

/** The app's own store over a disk in memory. */
export const memoryClientStore = (disk: Disk = blankDisk(), taps: Taps = {}): ClientStore => createClientStore(memoryPlace(disk, taps));
