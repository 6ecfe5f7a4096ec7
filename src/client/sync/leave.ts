import { type PackDeps, packAll } from './pack-box.ts';

// Somebody who touches the screen meanwhile does one more act: it goes with the rest.
const TRIES = 3;

/**
 * Leaves a shared device. What has arrived is wiped; what has not stays, closed for the server and for nobody here, and goes with the next
 * sync of whoever uses the device. `no-key`: it cannot be closed, and nothing was changed; `busy`: try again.
 */
export const leave = async (deps: PackDeps): Promise<'left' | 'no-key' | 'busy'> => {
  const { device } = deps.identity;
  for (let tries = 0; tries < TRIES; tries++) {
    const packed = await packAll(deps);
    if (!packed) return 'no-key';
    const at = deps.clock();
    // In their order: the server takes none before the one it continues.
    const boxes = packed.boxes.map(({ id, box }, i) => ({ id, box, from: 'left' as const, at: at + i }));
    if (await deps.store.leave(device, packed.upTo, boxes)) return 'left';
  }
  return 'busy';
};
