import type { TakeView } from '#client/ui/app-capture';
import type { CaptureEngine } from './capture-engine.ts';
import type { Addresses } from './media-addresses.ts';

/** Held by every page that has made something, for as long as it lives: what another tab is at is not unfinished. */
const TAKING_LOCK = 'pepites-taking';

let isHeld = false;

/** Says to other tabs that something is being made here. */
export const holdTaking = (): void => {
  if (isHeld || !('locks' in navigator)) return;
  isHeld = true;
  navigator.locks.request(TAKING_LOCK, { mode: 'shared' }, () => new Promise(() => undefined)).catch(() => undefined);
};

/** The latest take that an earlier life of the app has left, if any; older ones, and what has no byte, are let go. */
export const findUnfinished = async (capture: () => Promise<CaptureEngine>, addresses: Addresses): Promise<TakeView | undefined> => {
  const isBusy = 'locks' in navigator && ((await navigator.locks.query()).held ?? []).some(({ name }) => name === TAKING_LOCK);
  if (isBusy) return undefined;
  const { takes } = await capture();
  const [last, ...older] = [...(await takes.takes())].sort((a, b) => b.at - a.at);
  for (const { id } of older) await takes.drop(id);
  if (!last) return undefined;
  const address = await addresses.local(last);
  if (address !== null) return { id: last.id, kind: last.kind, address, ms: last.ms };
  await takes.drop(last.id);
  return undefined;
};
