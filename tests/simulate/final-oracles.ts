import { canonicalJson } from '#base/canonical-json';
import type { Identity } from '#client/sync/client-store';
import { type Scope, scopeOf } from '#domain/ids';
import type { Row } from '#domain/record';
import type { World } from './a-world.ts';
import type { Act } from './ledger.ts';
import { allowedScopes } from './rights-model.ts';
import type { SimPhone } from './sim-phone.ts';

const liveRows = async ({ server }: World, scope: Scope): Promise<readonly Row[]> =>
  (await server.store().feed(scope, 0, 100_000)).rows.filter(({ deleted, kind }) => !deleted && kind !== 'head');

const identityOf = (phone: SimPhone): Identity | undefined => phone.disk.meta.get('identity') as Identity | undefined;

const heldRows = ({ disk }: SimPhone, scope: string): readonly Row[] =>
  [...(disk.rows.get(scope)?.values() ?? [])].flatMap((rows) => [...rows.values()]);

/** What must be true when everything has been healed and nobody has anything to say any more. */
export const checkTheEnd = async (world: World): Promise<void> => {
  nothingIsLost(world);
  for (const phone of world.phones) await phoneAgrees(world, phone);
  await everythingOnce(world);
  await laterWins(world);
  await noNeedlessSuccessor(world);
};

// Devices of which two may go on from one chain, or which may have forgotten a part of theirs.
const BREAK_CHAINS = ['clone', 'lost-writes', 'lost-rows', 'eviction', 'no-locks'] as const;

/** A device begins a new chain only where its own was broken: a restored server that kept what it called safe breaks none. */
const noNeedlessSuccessor = async (world: World): Promise<void> => {
  const { server, profile, oracles } = world;
  if (oracles.mayDiffer() || BREAK_CHAINS.some((one) => profile.calamities.has(one))) return;
  for (const scope of await server.store().scopes('d'))
    for (const { kind, id, body } of await liveRows(world, scope))
      if (kind === 'device' && (body as { family?: unknown }).family)
        oracles.fail('chain', `${id} is a successor, and nothing broke a chain`);
};

const isJudged = ({ server }: World, { entry }: Act): boolean => server.judged().has(entry.action.id.slice(-17));

const nothingIsLost = (world: World): void => {
  for (const act of world.oracles.ledger.acts.values()) {
    if (act.excused || isJudged(world, act)) continue;
    if (world.phones.some(({ disk }) => disk.aside.has(act.entry.action.id))) continue;
    if (act.acknowledged) world.oracles.fail('acknowledged', `${textOf(act)} was acknowledged, and the server has not judged it`);
    else if (act.kept) world.oracles.fail('kept', `${textOf(act)} was kept, and the server has not judged it`);
  }
};

const textOf = ({ entry, phone }: Act): string => `act ${entry.n} of ${phone} (${entry.name} ${entry.action.id.slice(-4)})`;

const phoneAgrees = async (world: World, phone: SimPhone): Promise<void> => {
  const { fail } = world.oracles;
  const identity = identityOf(phone);
  const allowed = identity ? allowedScopes(world.server, identity.device) : new Set<string>();
  for (const scope of phone.disk.rows.keys())
    if (!allowed.has(scope) && heldRows(phone, scope).length > 0) fail('rights', `${phone.name} still holds rows of ${scope}`);
  const cursors = (phone.disk.meta.get('cursors') ?? {}) as Record<string, number>;
  if (identity && Object.keys(cursors).sort().join() !== [...allowed].sort().join())
    fail('convergence', `${phone.name} stands in ${Object.keys(cursors).join(' ')} and may read ${[...allowed].join(' ')}`);
  for (const scope of allowed) {
    const theirs = new Map((await liveRows(world, scope as Scope)).map((row) => [`${row.kind} ${row.id}`, row]));
    const mine = new Map(heldRows(phone, scope).map((row) => [`${row.kind} ${row.id}`, row]));
    // Signed twice in two histories, both are as good, and neither is looked into when sums are compared.
    const isAsGood = (row: Row): boolean => row.kind === 'credential' && world.oracles.mayDiffer();
    const missing = [...theirs].find(([key, row]) => mine.get(key)?.seq !== row.seq || !(isAsGood(row) || sameBody(mine.get(key), row)));
    if (missing) fail('convergence', `${phone.name} lacks ${missing[0]} of ${scope} as the server has it`);
    const extra = [...mine.keys()].find((key) => !theirs.has(key));
    if (extra) fail('convergence', `${phone.name} holds ${extra} of ${scope}, which the server has not`);
  }
};

const sameBody = (a: Row | undefined, b: Row): boolean => a !== undefined && canonicalJson(a.body) === canonicalJson(b.body);

/** One badge per person and event, one credential per badge, one place in the status list for each, nothing left to be sealed. */
const everythingOnce = async (world: World): Promise<void> => {
  const { server, oracles } = world;
  const store = server.store();
  if ((await store.scopes('j')).length > 0) oracles.fail('exactly once', 'a badge is still waiting to be sealed');
  let badges = 0;
  const claimed = new Map<string, string>();
  const indexes = new Set<string>();
  for (const scope of await store.scopes('p')) {
    const rows = await liveRows(world, scope);
    const of = (kind: string) => rows.filter((row) => row.kind === kind);
    const events = of('badge').flatMap(({ body }) => (body as { event?: string }).event ?? []);
    if (new Set(events).size !== events.length) oracles.fail('exactly once', `${scope} holds two badges of one event`);
    const moulds = of('badge').flatMap(({ body }) => ((body as { event?: string }).event ? [] : [(body as { mould: string }).mould]));
    if (new Set(moulds).size !== moulds.length) oracles.fail('exactly once', `${scope} holds a given badge twice`);
    if (
      of('badge')
        .map(({ id }) => id)
        .sort()
        .join() !==
      of('credential')
        .map(({ id }) => id)
        .sort()
        .join()
    )
      oracles.fail('exactly once', `${scope} has ${of('badge').length} badges and ${of('credential').length} credentials`);
    badges += of('badge').length;
    for (const { id, body } of of('badge')) {
      const { event } = body as { event?: string };
      if (event) claimed.set(`${event} ${scope.slice(2)}`, id);
    }
    for (const { body } of of('credential'))
      indexes.add(
        String(
          (body as { credential?: { credentialStatus?: { statusListIndex?: string } } }).credential?.credentialStatus?.statusListIndex,
        ),
      );
  }
  if (indexes.size !== badges) oracles.fail('exactly once', `${badges} badges share ${indexes.size} places of the status list`);
  for (const scope of await store.scopes('e'))
    for (const { id, kind, body } of await liveRows(world, scope)) {
      if (kind !== 'claim') continue;
      const key = `${scope.slice(2)} ${id}`;
      if (claimed.get(key) !== (body as { badge: string }).badge)
        oracles.fail('exactly once', `the claim of ${key} has no badge of its own`);
      claimed.delete(key);
    }
  for (const key of claimed.keys()) oracles.fail('exactly once', `the badge of ${key} has no claim`);
  const counter = (await liveRows(world, scopeOf('l', 'atelier-des-pins'))).find(({ kind }) => kind === 'counter');
  const allotted = (counter?.body as { next?: number } | null)?.next;
  if (allotted !== badges) oracles.fail('exactly once', `${allotted} places were allotted for ${badges} badges`);
  await oneAnswerEach(world);
};

/** Every badge somebody took or gave is there, or its refusal is: never both, never neither. */
const oneAnswerEach = async (world: World): Promise<void> => {
  const { server, oracles } = world;
  const refused = new Set<string>();
  for (const scope of await server.store().scopes('d'))
    for (const { kind, id } of await liveRows(world, scope)) if (kind === 'refusal') refused.add(id);
  for (const act of oracles.ledger.acts.values()) {
    const { name, args, action } = act.entry;
    if (!isJudged(world, act) || (name !== 'claim-badge' && name !== 'give-badge')) continue;
    const { badge, person } = args as { badge: string; person?: string };
    const scope = person ? scopeOf('p', person) : (act.owner as Scope);
    const isThere = (await server.store().read([{ scope, kind: 'badge', id: badge }])).get(scope, 'badge', badge) !== undefined;
    if (isThere && refused.has(action.id)) oracles.fail('exactly once', `${textOf(act)} gave its badge and was refused`);
    if (!isThere && !refused.has(action.id)) oracles.fail('exactly once', `${textOf(act)} was judged, and left neither badge nor refusal`);
  }
};

/** The last word on a thing is never an act whose author was answered, so to say, by somebody who had seen it. */
const laterWins = async (world: World): Promise<void> => {
  const { oracles, server, profile } = world;
  // A clock years ahead is clamped when it is judged; judged a second time after a restore, it is clamped to a later moment.
  if (oracles.wasSetBack() && (profile.calamities.has('phone-clock') || profile.calamities.has('server-clock'))) return;
  const refused = new Set<string>();
  for (const scope of await server.store().scopes('d'))
    for (const { kind, id } of await liveRows(world, scope)) if (kind === 'refusal') refused.add(id);
  const bySubject = new Map<string, Act[]>();
  for (const act of oracles.ledger.acts.values()) {
    if (!isJudged(world, act) || refused.has(act.entry.action.id) || !isLastWord(act)) continue;
    bySubject.set(act.subject, [...(bySubject.get(act.subject) ?? []), act]);
  }
  for (const [subject, acts] of bySubject) {
    const answered = new Set(acts.flatMap(({ known }) => [...known]));
    const unanswered = acts.filter(({ entry }) => !answered.has(entry.action.id));
    const last = clocksAreRight(world) ? latestOf(unanswered) : unanswered;
    const value = await saidOf(world, acts[0] as Act);
    const isRight = last.some(({ entry }) => wordOf(entry) === value);
    if (!isRight)
      oracles.fail(
        'causality',
        `${subject} is ${value}; the last words were ${last.map((act) => `${wordOf(act.entry)} (${textOf(act)})`).join(', ')}`,
      );
  }
};

// Of two words of which neither knew of the other, the later one stands; where all clocks are right, everybody knows which that is.
const clocksAreRight = ({ profile }: World): boolean => !profile.calamities.has('phone-clock') && !profile.calamities.has('server-clock');

const latestOf = (acts: readonly Act[]): readonly Act[] => {
  const latest = Math.max(...acts.map(({ entry }) => entry.at));
  return acts.filter(({ entry }) => entry.at === latest);
};

const isLastWord = ({ entry: { name } }: Act): boolean => name === 'show-badge' || name === 'keep-answer';

const wordOf = ({ name, args }: Act['entry']): string | undefined => {
  const { to, answered } = args as { to?: string; answered?: { chosen: readonly string[] } };
  return name === 'show-badge' ? to : answered?.chosen[0];
};

const saidOf = async ({ server }: World, { entry: { name, args }, owner }: Act): Promise<string | undefined> => {
  const { badge, reflection, answered } = args as { badge: string; reflection: string; answered?: { item: string } };
  if (name === 'show-badge') {
    const scope = owner as Scope;
    return (await server.store().read([{ scope, kind: 'badge', id: badge }])).get(scope, 'badge', badge)?.shown;
  }
  const scope = scopeOf('q', owner.slice(2));
  const found = (await server.store().read([{ scope, kind: 'reflection', id: reflection }])).get(scope, 'reflection', reflection);
  return found?.answers[answered?.item ?? '']?.chosen[0];
};
