import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../journeys/kit/free-port.ts';
import { startServer } from '../../journeys/kit/server.ts';

/** A server of its own with the demonstration data, for one bench. */
export const openTown = async () => {
  const data = await mkdtemp(join(tmpdir(), 'pepites-bench-'));
  const port = await freePort();
  const server = await startServer({ port, data });
  return {
    origin: `http://localhost:${port}`,
    port,
    data,
    server,
    close: async () => {
      await server.stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
};
