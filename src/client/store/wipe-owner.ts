import type { Tables } from './tables.ts';

const OF_ONE_OWNER = [
  'key',
  'identity',
  'progress',
  'sealed',
  'next',
  'cursors',
  'renewing',
  'lost',
  'successor',
  'sentBoxes',
  'compared',
] as const;

/** Nothing of the device's owner stays, within one transaction, but acts set aside and boxes closed by now. */
export const wipeOwner = async ({ meta, rows, outbox, segments, checks }: Tables): Promise<void> => {
  await rows.removeScopes(Object.keys((await meta.get('cursors')) ?? {}));
  await outbox.removeUpTo(Number.MAX_SAFE_INTEGER);
  await segments.removeUpTo(Number.MAX_SAFE_INTEGER);
  await checks.clear();
  for (const name of OF_ONE_OWNER) await meta.remove(name);
};
