import type { Clock } from '#base/ambient';
import type { Sync } from '#client/sync/sync';
import type { NotedRun } from './courier-engine.ts';

const MOST = 20;

/** A sync whose latest runs can be looked at. */
export const noteRuns = (sync: Sync, clock: Clock): { readonly sync: Sync; readonly runs: () => readonly NotedRun[] } => {
  let runs: readonly NotedRun[] = [];
  const run = async () => {
    const outcome = await sync.run();
    runs = [...runs, { at: clock(), outcome }].slice(-MOST);
    return outcome;
  };
  return { sync: { run }, runs: () => runs };
};
