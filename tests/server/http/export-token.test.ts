import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { compactVerify, importJWK, type JWK } from 'jose';
import { describe, expect, it } from 'vitest';
import { DEMO_STRUCTURE } from '#content/demo';
import { parseDidDocument } from '#credentials/did-document';
import { readStatusList } from '#credentials/status-list';
import { verifyCredential } from '#credentials/verify';
import { badgeId } from '../../build/field.ts';
import { aClaim, demoTicket, jsonOf, openWorld, organiserOf, phoneOf, push, type World } from '../../build/server-world.ts';

const BADGE = badgeId(1);
const PAGE = `/b/${BADGE}`;
const TOKEN = `${PAGE}/badge.jwt`;
const DOCUMENT = `/s/${DEMO_STRUCTURE.id}/did.json`;

const withBadge = async (to: 'me' | 'world') => {
  const world = await openWorld();
  const phone = await phoneOf(world, 0);
  const ticket = await demoTicket(world, await organiserOf(world));
  await push(
    world,
    await phone.seal(aClaim(BADGE, ticket), ...(to === 'world' ? [{ name: 'show-badge', args: { badge: BADGE, to } }] : [])),
  );
  return { world, phone };
};

interface Method {
  readonly id: string;
  readonly type: string;
  readonly publicKeyJwk?: JWK;
}
interface Document {
  readonly id: string;
  readonly verificationMethod: readonly Method[];
  readonly assertionMethod: readonly string[];
}

const documentOf = (world: World): Promise<Document> => jsonOf<Document>(world.ask(DOCUMENT));
const tokenKeyOf = ({ verificationMethod }: Document): Method | undefined => verificationMethod.find(({ type }) => type === 'JsonWebKey');

describe('a badge as a token for other readers', () => {
  it('is a file anybody may have while the badge is shown, under its own address or asked for by type', async () => {
    const { world } = await withBadge('world');
    for (const answer of [await world.ask(TOKEN), await world.ask(PAGE, { headers: { accept: 'application/vc+jwt' } })]) {
      expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
        200,
        'application/vc+jwt',
        'no-store',
      ]);
      expect(answer.headers.get('content-disposition')).toBe('attachment; filename="badge.jwt"');
      expect(await answer.text()).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
    }
  });

  it('verifies with jose by the key its issuer publishes, and says what the badge says', async () => {
    const { world } = await withBadge('world');
    const text = await (await world.ask(TOKEN)).text();
    const document = await documentOf(world);
    const { id = '', publicKeyJwk = {} } = tokenKeyOf(document) ?? {};
    expect(document.assertionMethod).toContain(id);
    const { payload, protectedHeader } = await compactVerify(text, await importJWK(publicKeyJwk, 'ES256'));
    expect(protectedHeader).toEqual({ alg: 'ES256', kid: id, typ: 'JWT' });
    const { proof: _proof, ...credential } = await jsonOf<Record<string, unknown>>(world.ask(PAGE));
    expect(JSON.parse(new TextDecoder().decode(payload))).toMatchObject(credential);
  });

  it('verifies here, with nothing but the document and the list one holds', async () => {
    const { world } = await withBadge('world');
    const text = await (await world.ask(TOKEN)).text();
    const document = parseDidDocument(await documentOf(world));
    if (!document.ok) throw new Error(document.error.type);
    const dids = (did: string) => (did === document.value.id ? { document: document.value } : undefined);
    const list = await readStatusList(await jsonOf(world.ask(`/l/${DEMO_STRUCTURE.id}`)), world.clock(), dids);
    const statusLists = () => (list.ok ? list.value : undefined);
    expect(await verifyCredential(text, { at: world.clock(), dids, statusLists })).toMatchObject({
      verdict: 'valid',
      securedBy: 'ES256',
      issuer: 'known',
      status: 'active',
      problems: [],
    });
    // With nothing at hand the key in its name still says that nothing was changed, and nobody says whose it is.
    const alone = await verifyCredential(text, { at: world.clock(), dids: () => undefined, statusLists: () => undefined });
    expect(alone).toMatchObject({ verdict: 'unknown', signature: 'good', issuer: 'unknown' });
  });

  it('of a badge that is not shown is its holder’s alone', async () => {
    const { world, phone } = await withBadge('me');
    const other = await phoneOf(world, 1);
    expect((await world.ask(TOKEN, { cookie: phone.cookie() })).status).toBe(200);
    const [hidden, unknown] = await Promise.all([world.ask(TOKEN, { cookie: other.cookie() }), world.ask(`/b/${badgeId(9)}/badge.jwt`)]);
    expect([hidden.status, await hidden.text(), [...hidden.headers]]).toEqual([404, await unknown.text(), [...unknown.headers]]);
    expect((await world.ask(PAGE, { cookie: phone.cookie() })).status).toBe(404);
  });
});

describe('the key for tokens', () => {
  it('is made for data that have none, at the next start, and stays', async () => {
    const { world } = await withBadge('world');
    const file = join(world.dataFolder, 'keys', `${DEMO_STRUCTURE.id}.jwk`);
    const others = `${DEMO_STRUCTURE.id}.key`;
    const before = readFileSync(join(world.dataFolder, 'keys', others), 'utf8');
    rmSync(file);
    await world.restart();
    expect(existsSync(file)).toBe(true);
    expect(readFileSync(join(world.dataFolder, 'keys', others), 'utf8')).toBe(before);
    const made = tokenKeyOf(await documentOf(world));
    await world.restart();
    expect(tokenKeyOf(await documentOf(world))).toEqual(made);
    expect((await world.ask(TOKEN)).status).toBe(200);
  });

  it('is published without its private half', async () => {
    const { world } = await withBadge('world');
    const { publicKeyJwk } = tokenKeyOf(await documentOf(world)) ?? {};
    expect(Object.keys(publicKeyJwk ?? {}).sort()).toEqual(['crv', 'kty', 'x', 'y']);
  });
});
