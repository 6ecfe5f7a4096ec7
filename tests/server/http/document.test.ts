import { expect, it } from 'vitest';
import { openOutsideWorld } from '../../build/outside-world.ts';
import { jsonOf, openWorld, verdictOf } from '../../build/server-world.ts';

const CREDENTIAL = { type: ['VerifiableCredential'], id: 'urn:x:1' };

/** Our server, and another host it may ask. */
const openBoth = async () => {
  const elsewhere = await openOutsideWorld((request, response) => {
    if (request.url === '/page') response.writeHead(200, { 'content-type': 'text/html', 'set-cookie': 'a=b' }).end('<script>1</script>');
    else if (request.url === '/inside') response.writeHead(302, { location: 'https://127.0.0.2/' }).end();
    else response.writeHead(200, { 'content-type': 'application/json', 'set-cookie': 'a=b', 'x-a': 'b' }).end(JSON.stringify(CREDENTIAL));
  });
  const world = await openWorld({}, {}, { outside: elsewhere.outside });
  const ask = (path: string, headers: Readonly<Record<string, string>> = {}) =>
    world.ask(`/api/document?url=${encodeURIComponent(elsewhere.address(path))}`, { headers });
  return { elsewhere, world, ask };
};

it('a page gets a document of another host through its own server: the JSON, whence and when, and nothing else of that host', async () => {
  const { ask, elsewhere, world } = await openBoth();
  const answer = await ask('/1');
  expect(await jsonOf(answer.clone())).toEqual({ address: elsewhere.address('/1'), asOf: world.clock(), document: CREDENTIAL });
  expect(answer.headers.get('content-type')).toBe('application/vnd.pepites+json');
  expect([answer.headers.get('set-cookie'), answer.headers.get('x-a'), answer.headers.get('access-control-allow-origin')]).toEqual([
    null,
    null,
    null,
  ]);
  expect(elsewhere.seen[0]?.headers['cookie']).toBeUndefined();
});

it('what is no document is refused with a code and nothing of what it said', async () => {
  const { ask, world } = await openBoth();
  expect(await verdictOf(ask('/page'))).toBe('502 NoDocument');
  expect(await verdictOf(ask('/inside'))).toBe('400 AddressRefused');
  expect(await verdictOf(world.ask('/api/document?url=https%3A%2F%2Fnowhere.example'))).toBe('504 OutsideSilent');
  expect(await jsonOf(ask('/page'))).toEqual({
    type: 'urn:pepites:problem:NoDocument',
    title: 'NoDocument',
    status: 502,
    code: 'NoDocument',
  });
});

it('another site cannot send its visitors’ questions through here', async () => {
  const { ask, elsewhere } = await openBoth();
  for (const headers of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }])
    expect(await verdictOf(ask('/1', headers))).toBe('403 NotAllowed');
  expect(elsewhere.seen).toEqual([]);
  expect(await verdictOf(ask('/1', { 'sec-fetch-site': 'same-origin' }))).toBe('200');
});

it('the log says nothing of the address', async () => {
  const { ask, world } = await openBoth();
  await ask('/1');
  expect(world.lines.at(-1)).toMatchObject({ route: '/api/document', status: 200 });
  expect(JSON.stringify(world.lines)).not.toContain('school.example');
});
