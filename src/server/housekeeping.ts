import { TOMBSTONE_MS } from '#protocol/limits';
import { publishIssuers } from '#server/actions/publish-issuer';
import type { Receiver } from '#server/actions/receive-media';
import { type SealDeps, sealLeftovers } from '#server/actions/seal-badge';
import type { ServerStore } from '#server/storage/server-store';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

interface HouseDeps extends SealDeps {
  readonly store: ServerStore;
  readonly receiver: Pick<Receiver, 'sweep'>;
}

/**
 * What nobody asks for: sealing jobs left by a crash, issuers' lists grown a day old, records removed and uploads left long ago. Gives the way to stop it.
 */
export const keepHouse = (deps: HouseDeps, said: (line: object) => void): (() => Promise<void>) => {
  let running: Promise<void> = Promise.resolve();
  const task = (name: string, work: () => Promise<void>) => () => {
    // One after the other: a slow run is never overtaken by the next.
    running = running
      .then(work)
      .catch((error: unknown) => said({ level: 'error', task: name, error: error instanceof Error ? error.message : 'unknown' }));
  };
  const seal = task('seal', async () => {
    for (const { type } of await sealLeftovers(deps)) said({ level: 'error', task: 'seal', error: type });
  });
  const publish = task('publish', () => publishIssuers(deps));
  const forget = task('forget', async () => {
    await deps.store.forgetRemoved(deps.clock() - TOMBSTONE_MS);
    await deps.receiver.sweep();
  });
  seal();
  const timers = [setInterval(seal, MINUTE_MS), setInterval(publish, HOUR_MS), setInterval(forget, DAY_MS)];
  for (const timer of timers) timer.unref();
  return async () => {
    for (const timer of timers) clearInterval(timer);
    await running;
  };
};
