import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from 's3rver';
import { afterAll, beforeAll } from 'vitest';

/** A real S3 server of the tests' own, in a folder, gone with them. */
export interface S3Server {
  /** The address of an empty place of its own, as PEPITES_MEDIA takes it. */
  freshAddress(): string;
  stop(): Promise<void>;
  start(): Promise<void>;
}

export const withS3 = (): S3Server => {
  const folder = mkdtempSync(join(tmpdir(), 'pepites-s3-'));
  let running: S3rver | undefined;
  let port = 0;
  let places = 0;
  const server: S3Server = {
    freshAddress: () => `s3://S3RVER:S3RVER@pepites/place-${places++}?endpoint=http://127.0.0.1:${port}`,
    start: async () => {
      running = new S3rver({
        address: '127.0.0.1',
        port,
        silent: true,
        directory: folder,
        configureBuckets: [{ name: 'pepites', configs: [] }],
      });
      ({ port } = await running.run());
    },
    stop: async () => running?.close(),
  };
  beforeAll(server.start);
  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  return server;
};
