/** The `name` of the error a promise rejects with when the disk is full: nothing was written, and reading goes on. */
export const STORAGE_FULL = 'StorageFull';
/** The same, when a database or another server that keeps bytes cannot be reached now. What was asked may have been done all the same. */
export const STORAGE_AWAY = 'StorageAway';

/** An error under one of these names. */
export const storageError = (name: typeof STORAGE_FULL | typeof STORAGE_AWAY, cause: unknown): Error =>
  Object.assign(new Error(name === STORAGE_FULL ? 'the disk is full' : 'what keeps the data cannot be reached', { cause }), { name });
