import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { toHex, utf8 } from '#base/bytes';
import { DEMO_PEOPLE, DEMO_STRUCTURE } from '#content/demo';
import { STARTER_ROADS } from '#content/starter-kit';
import { sha256 } from '#credentials/sha256';
import type { MouldId } from '#domain/ids';
import type { Action } from '#protocol/action';
import { PullReply } from '#protocol/sync';
import { evidenceId, mediaId, reflectionId, requestId, witnessId } from '../../build/asking.ts';
import { badgeId } from '../../build/field.ts';
import { advisorOf, enrolled, jsonOf, openWorld, type Phone, phoneOf, push, type World } from '../../build/server-world.ts';

const [AMINA, KARIM] = [DEMO_PEOPLE[0].id, DEMO_PEOPLE[1].id];
const structure = DEMO_STRUCTURE.id;
const MOULDS = STARTER_ROADS['savoir-etre']?.moulds ?? [];
const TEAM = 'en-equipe' as MouldId;

const scopesFor = async (phone: Phone) => v.parse(PullReply, await jsonOf(phone.pull())).scopes;
const rowsOf = async (phone: Phone, kind: string) =>
  (await scopesFor(phone)).flatMap(({ scope, rows }) =>
    rows.filter((row) => row.kind === kind && !row.deleted).map((row) => ({ scope, id: row.id, body: row.body as never })),
  );
const credentialsOf = async (phone: Phone) =>
  (await rowsOf(phone, 'credential')).map(({ body }) => (body as { credential: Credential }).credential);

interface Credential {
  readonly id: string;
  readonly issuer: { readonly id: string };
  readonly validFrom: string;
  readonly credentialStatus: { readonly statusListIndex: string };
  readonly credentialSubject: {
    readonly achievement: { readonly id: string };
    readonly result?: readonly { readonly achievedLevel: string }[];
  };
}

const answered = (item: string, ...chosen: readonly string[]) => ({
  name: 'keep-answer',
  args: { reflection: reflectionId(1), mould: TEAM, here: 'show', answered: { item, chosen, with: 'self', heard: 'fr' } },
});

/** All that Amina does, with no network, from the first picture to *demander*. */
const asking = [
  answered('how-help', 'alone'),
  { name: 'add-evidence', args: { evidence: evidenceId(1), shown: { kind: 'photo', media: mediaId(1), faces: 'none' }, with: 'self' } },
  answered('show-photo', evidenceId(1)),
  answered('means-feel', 'well'),
  {
    name: 'send-request',
    args: { request: requestId(1), reflection: reflectionId(1), mould: TEAM, structure, badge: badgeId(1), key: badgeId(2) },
  },
];

const giving = (n: number, mould: string, level: number, more: object = {}) => ({
  name: 'give-badge',
  args: { person: AMINA, mould, level, badge: badgeId(10 + n), key: badgeId(30 + n), ...more },
});

const both = async () => {
  const world = await openWorld();
  return { world, amina: await phoneOf(world, 0), nadia: await advisorOf(world) };
};
const doing = async (world: World, phone: Phone, ...acts: readonly Pick<Action, 'name' | 'args'>[]) =>
  push(world, await phone.seal(...acts));

describe('a badge asked for', () => {
  it('reaches her advisor with what she shows, and nothing she keeps to herself', async () => {
    const { world, amina, nadia } = await both();
    await doing(world, amina, ...asking);
    expect(await rowsOf(nadia, 'request')).toMatchObject([
      { id: requestId(1), body: { step: 'sent', level: 2, evidence: [evidenceId(1)] } },
    ]);
    expect(await rowsOf(nadia, 'evidence')).toMatchObject([{ scope: `p:${AMINA}`, id: evidenceId(1) }]);
    expect(JSON.stringify(await scopesFor(nadia))).not.toMatch(/means-feel|"q:/);
    expect(await rowsOf(amina, 'reflection')).toMatchObject([{ scope: `q:${AMINA}`, body: { step: 'sent' } }]);
  });

  it('is given at the level the giver chose, and sealed as an Open Badge with its result', async () => {
    const { world, amina, nadia } = await both();
    await doing(world, amina, ...asking);
    await doing(world, nadia, giving(1, TEAM, 3, { request: requestId(1) }));
    expect(await rowsOf(amina, 'badge')).toMatchObject([
      { id: badgeId(1), body: { step: 'sealed', level: 3, structure, from: { how: 'staff', by: { face: { firstName: 'Nadia' } } } } },
    ]);
    expect(await rowsOf(amina, 'request')).toMatchObject([{ body: { step: 'given' } }]);
    const [credential] = await credentialsOf(amina);
    expect(credential).toMatchObject({ issuer: { id: `did:web:localhost%3A8787:s:${structure}` } });
    expect(credential?.credentialSubject.result?.[0]?.achievedLevel).toBe(`${world.origin}/m/${TEAM}#level-3`);
  });

  it('is nobody else’s to decide: not her own, not a colleague’s', async () => {
    const { world, amina } = await both();
    const karim = await phoneOf(world, 1);
    await doing(world, amina, ...asking);
    for (const phone of [amina, karim]) await doing(world, phone, giving(1, TEAM, 3, { request: requestId(1) }));
    expect((await rowsOf(karim, 'refusal')).map(({ body }) => (body as { refusal: object }).refusal)).toEqual([{ type: 'NotYours' }]);
    expect(await rowsOf(amina, 'badge')).toEqual([]);
    expect((await scopesFor(karim)).map(({ scope }) => scope)).toContain(`q:${KARIM}`);
    expect(JSON.stringify(await scopesFor(karim))).not.toContain(AMINA);
  });
});

describe('a road walked to its end', () => {
  it('ends in its key badge, sealed with the last badge it needs', async () => {
    const { world, amina, nadia } = await both();
    await doing(world, nadia, ...MOULDS.slice(0, 4).map((mould, i) => giving(i, mould, 1)));
    const credentials = await credentialsOf(amina);
    expect(credentials.map(({ credentialSubject }) => credentialSubject.achievement.id.split('/').at(-1)).toSorted()).toEqual(
      [...MOULDS.slice(0, 4), 'savoir-etre-au-travail'].toSorted(),
    );
    const places = credentials.map(({ credentialStatus }) => credentialStatus.statusListIndex);
    expect(new Set(places).size).toBe(5);
  });
});

describe('the next level of a badge', () => {
  it('is the same badge signed anew: same address, same place in the status list, newer', async () => {
    const { world, amina, nadia } = await both();
    await doing(world, nadia, giving(1, TEAM, 1));
    const [before] = await credentialsOf(amina);
    world.clock.tick(86_400_000);
    await nadia.signIn();
    await amina.signIn();
    await doing(world, nadia, giving(2, TEAM, 2));
    const [after, ...others] = await credentialsOf(amina);
    expect(others).toEqual([]);
    expect([after?.id, after?.credentialStatus]).toEqual([before?.id, before?.credentialStatus]);
    expect(after?.credentialSubject.result?.[0]?.achievedLevel).toBe(`${world.origin}/m/${TEAM}#level-2`);
    expect(Date.parse(after?.validFrom ?? '')).toBeGreaterThan(Date.parse(before?.validFrom ?? ''));
  });

  it('given twice at once is signed once, as it is in the end', async () => {
    const { world, amina, nadia } = await both();
    await doing(world, nadia, giving(1, TEAM, 1), giving(2, TEAM, 2), giving(3, TEAM, 3));
    expect((await credentialsOf(amina)).map(({ credentialSubject }) => credentialSubject.result?.[0]?.achievedLevel)).toEqual([
      `${world.origin}/m/${TEAM}#level-3`,
    ]);
    expect(await rowsOf(amina, 'badge')).toMatchObject([{ body: { step: 'sealed', level: 3 } }]);
  });
});

describe('a witness without an account', () => {
  const SECRET = 'a-witness-opens-this-1';
  const asks = async () => ({
    name: 'ask-witness',
    args: {
      witness: witnessId(1),
      about: reflectionId(1),
      mould: TEAM,
      structure,
      by: 'link',
      secret: toHex(await sha256(utf8(SECRET))),
    },
  });
  const says = (person = AMINA) => ({
    name: 'say-seen',
    args: { person, witness: witnessId(1), structure, who: { firstName: 'Idriss', voice: { media: mediaId(5), ms: 2000 } } },
  });

  it('opens the address, says it once, and reads nothing of anybody', async () => {
    const { world, amina } = await both();
    await doing(world, amina, await asks());
    const idriss = await enrolled(world, 70, { with: 'invitation', secret: SECRET });
    expect(await jsonOf(idriss.answer)).toMatchObject({ actor: { role: 'witness', person: AMINA, witness: witnessId(1) } });
    await doing(world, idriss, says(), says(KARIM));
    expect(await rowsOf(amina, 'witness')).toMatchObject([{ body: { step: 'seen', on: 'theirs', who: { firstName: 'Idriss' } } }]);
    expect((await rowsOf(idriss, 'refusal')).map(({ body }) => (body as { refusal: object }).refusal)).toEqual([{ type: 'NotYours' }]);
    expect((await scopesFor(idriss)).map(({ scope }) => scope[0]).toSorted()).toEqual(['c', 'd']);
    const second = await enrolled(world, 71, { with: 'invitation', secret: SECRET });
    expect(second.answer.ok).toBe(false);
  });
});
