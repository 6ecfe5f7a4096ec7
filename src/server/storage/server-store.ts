import type { RecordStore } from '#domain/record-store';

/** Facts about the installation itself, kept beside the records: `host` (credentials are bound to it), `epoch`, `seed`. */
export type MetaKey = 'host' | 'epoch' | 'seed';

/** What the composition root needs of an engine: the records, and the few facts about the installation. */
export interface ServerStore extends RecordStore {
  meta(key: MetaKey): Promise<string | undefined>;
  /** Durable when it resolves. */
  setMeta(key: MetaKey, value: string): Promise<void>;
}

/** The `name` of the error a promise rejects with when the disk is full: nothing was written, and reading goes on. */
export const STORAGE_FULL = 'StorageFull';
