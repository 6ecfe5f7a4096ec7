import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { toBase64url } from '#base/bytes';
import { DEMO_PEOPLE } from '#content/demo';
import { scopeOf } from '#domain/ids';
import { proofBytes } from '#protocol/entry';
import { UPLOADS_PATH, uploadPath } from '#protocol/media';
import { start } from '#server/main';
import { signerOfNumber } from '../build/field.ts';
import { aPhoto, sha256Hex, TUS } from '../build/media.ts';
import { CODE, cardOf } from '../build/server-world.ts';

const HERS = scopeOf('q', DEMO_PEOPLE[0].id);

const listening = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pepites-'));
  const running = await start({ PORT: '0', PEPITES_DATA: folder }, { said: () => undefined });
  onTestFinished(async () => {
    await running.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const post = (path: string, body: unknown) =>
    fetch(`${running.origin}${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const signer = await signerOfNumber(1);
  const { nonce } = (await (await post('/api/challenge', {})).json()) as { nonce: string };
  const signature = toBase64url(await signer.sign(proofBytes('enrol', signer.publicKey, nonce)));
  const entered = await post('/api/enrol', { with: 'card', secret: cardOf(0), code: CODE, device: signer.publicKey, nonce, signature });
  return { ...running, cookie: entered.headers.get('set-cookie')?.split(';')[0] ?? '' };
};

it('an upload whose connections are cut one after the other arrives, and no byte that had come is sent twice', async () => {
  const { origin, port, cookie } = await listening();
  const bytes = aPhoto(400_000);
  const path = uploadPath(HERS, sha256Hex(bytes));
  const metadata = [`scope ${btoa(HERS)}`, `sha256 ${btoa(sha256Hex(bytes))}`, `type ${btoa('image/jpeg')}`].join(',');
  const headers = { ...TUS, cookie, 'upload-length': String(bytes.length), 'upload-metadata': metadata };
  expect((await fetch(`${origin}${UPLOADS_PATH}`, { method: 'POST', headers })).status).toBe(201);
  const offsetNow = async (): Promise<number> =>
    Number((await fetch(`${origin}${path}`, { method: 'HEAD', headers: { ...TUS, cookie } })).headers.get('upload-offset'));
  let sent = 0;
  const sendAndCut = async (offset: number, count: number): Promise<void> => {
    const socket = connect(port, 'localhost');
    await once(socket, 'connect');
    const lines = [`PATCH ${path} HTTP/1.1`, 'Host: localhost', `Cookie: ${cookie}`, 'Tus-Resumable: 1.0.0', `Upload-Offset: ${offset}`];
    socket.write(
      `${[...lines, 'Content-Type: application/offset+octet-stream', `Content-Length: ${bytes.length - offset}`].join('\r\n')}\r\n\r\n`,
    );
    await new Promise((done) => socket.write(bytes.slice(offset, offset + count), done));
    sent += count;
    socket.destroySoon();
    await once(socket, 'close');
  };
  for (let cut = 1; cut <= 5; cut++) {
    const before = await offsetNow();
    await sendAndCut(before, 50_000);
    while ((await offsetNow()) === before) await new Promise(setImmediate);
  }
  const rest = await offsetNow();
  const ended = await fetch(`${origin}${path}`, {
    method: 'PATCH',
    headers: { ...TUS, cookie, 'upload-offset': String(rest), 'content-type': 'application/offset+octet-stream' },
    body: bytes.slice(rest),
  });
  sent += bytes.length - rest;
  expect([ended.status, await offsetNow()]).toEqual([204, 400_000]);
  expect(sent).toBe(400_000);
});
