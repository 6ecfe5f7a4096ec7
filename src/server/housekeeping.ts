import { publishIssuers } from '#server/actions/publish-issuer';
import { type SealDeps, sealLeftovers } from '#server/actions/seal-badge';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** What nobody asks for: sealing jobs left by a crash, and issuers' lists grown a day old. Gives the way to stop it. */
export const keepHouse = (deps: SealDeps, said: (line: object) => void): (() => Promise<void>) => {
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
  seal();
  const timers = [setInterval(seal, MINUTE_MS), setInterval(publish, HOUR_MS)];
  for (const timer of timers) timer.unref();
  return async () => {
    for (const timer of timers) clearInterval(timer);
    await running;
  };
};
