import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createEnrol } from '#client/actions/enrol';
import { createHttpTransport } from '#client/sync/http-transport';
import { signerOf } from '#client/sync/signer-of';
import { createSync } from '#client/sync/sync';
import { DEMO_ADVISOR, DEMO_PEOPLE } from '#content/demo';
import { start } from '#server/main';
import { chanceOf } from '../build/field.ts';
import { memoryClientStore } from '../build/memory-client-store.ts';
import { blankDisk } from '../build/memory-place.ts';

/** The real server on a port, and a wire to it that counts every byte of TCP payload both ways and every question. */
const openWire = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pepites-'));
  const server = await start({ PEPITES_DATA: folder, PORT: '0', HOST: 'localhost' }, { said: () => undefined });
  const told = { bytes: 0, questions: 0 };
  const wire = createServer((near) => {
    const far = connect(server.port, 'localhost');
    near.on('data', (bytes) => {
      told.bytes += bytes.length;
      told.questions += bytes.toString('latin1').split('POST /api/').length - 1;
      far.write(bytes);
    });
    far.on('data', (bytes) => {
      told.bytes += bytes.length;
      near.write(bytes);
    });
    for (const [one, other] of [[near, far] as const, [far, near] as const]) {
      one.on('close', () => other.destroy());
      one.on('error', () => other.destroy());
    }
  });
  await new Promise<void>((resolve) => wire.listen(0, 'localhost', resolve));
  onTestFinished(async () => {
    wire.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const { port } = wire.address() as AddressInfo;
  return { told, origin: server.origin, at: `http://localhost:${port}` };
};

/** The app's own engine and transport; of a browser it has the cookie. */
const aDevice = async () => {
  const { told, origin, at } = await openWire();
  let cookie = '';
  const fetchByWire = async (address: string, init: RequestInit): Promise<Response> => {
    const answer = await fetch(address.replace(origin, at), {
      ...init,
      headers: { ...(init.headers as object), ...(cookie && { cookie }) },
    });
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    return answer;
  };
  const transport = createHttpTransport({ origin, fetch: fetchByWire });
  const [store, chance] = [memoryClientStore(blankDisk()), chanceOf(5)];
  const makeKey = async () => ({ seed: chance(32) });
  const enter = createEnrol({ store, post: transport.post, makeKey, signerOf });
  return { told, enter, sync: createSync({ store, transport, signerOf, makeKey, clock: Date.now, chance }) };
};

it.each([
  ['a person’s', 1024, ({ enrol }: ReturnType<typeof createEnrol>) => enrol(DEMO_PEOPLE[0].card, [3, 1, 4, 1])],
  ['an advisor’s', 4096, ({ enrolOrganiser }: ReturnType<typeof createEnrol>) => enrolOrganiser(DEMO_ADVISOR.invitation)],
])('%s device to which nothing is new asks once, in %i bytes on the wire at most, headers of HTTP included', async (_whose, most, how) => {
  const { told, enter, sync } = await aDevice();
  expect(await how(enter)).toBe('enrolled');
  // The first takes everything, the second has nothing left to compare.
  for (let runs = 0; runs < 2; runs++) expect(await sync.run()).toMatchObject({ type: 'done' });
  Object.assign(told, { bytes: 0, questions: 0 });
  expect(await sync.run()).toMatchObject({ type: 'done', rows: 0 });
  expect(told.questions).toBe(1);
  expect(told.bytes).toBeGreaterThan(300);
  expect(told.bytes).toBeLessThanOrEqual(most);
});
