import type { ClientStore } from '#client/sync/client-store';
import { isOver, isOvertaken, NO_PROGRESS } from '#client/sync/merge-progress';
import { isSummedWhole, type Summed, sumOf } from '#protocol/scope-sum';
import { applyPage } from './apply-page.ts';
import { boxParts } from './box-parts.ts';
import { loadRecords, pendingActs } from './load-records.ts';
import { setAside } from './set-aside.ts';
import type { Place, Tables } from './tables.ts';
import { wipeOwner } from './wipe-owner.ts';

type Who = Pick<
  ClientStore,
  'key' | 'keepKey' | 'forgetKey' | 'identity' | 'adopt' | 'keepCertificate' | 'keepSuccessor' | 'forgetSuccessor' | 'succeed' | 'end'
>;
type Acts = Pick<ClientStore, 'read' | 'act' | 'outbox' | 'unsealed' | 'sealed' | 'keepSegment' | 'segments' | 'aside' | 'forgetAside'>;
type Server = Pick<ClientStore, 'acknowledge' | 'progress' | 'cursors' | 'applyPull' | 'renew' | 'sums' | 'compared' | 'keepCompared'>;
type Checks = Pick<ClientStore, 'checks' | 'keepCheck'>;

/** The rules of what a device keeps, over any place that can keep tables. */
export const createClientStore = (place: Place): ClientStore => ({
  ...whoParts(place),
  ...actParts(place),
  ...serverParts(place),
  ...checkParts(place),
  ...boxParts(place),
  subscribe: place.subscribe,
});

const sealedIn = async ({ meta }: Tables) => (await meta.get('sealed')) ?? { n: 0, head: '' };
const progressIn = async ({ meta }: Tables) => (await meta.get('progress')) ?? NO_PROGRESS;

const whoParts = ({ look, change }: Place): Who => ({
  key: () => look(({ meta }) => meta.get('key')),
  keepKey: (fresh) =>
    change(async ({ meta }) => {
      const kept = await meta.get('key');
      if (kept) return kept;
      await meta.put('key', fresh);
      return fresh;
    }),
  forgetKey: () =>
    change(async ({ meta }) => {
      if (await meta.get('identity')) return false;
      await meta.remove('key');
      return true;
    }),
  identity: () => look(({ meta }) => meta.get('identity')),
  adopt: (identity) =>
    change(async ({ meta }) => {
      const held = await meta.get('identity');
      if (held && held.device !== identity.device) return false;
      await meta.put('key', identity.keyPair);
      await meta.put('identity', identity);
      return true;
    }),
  keepCertificate: (of, certificate) =>
    change(async ({ meta }) => {
      const held = await meta.get('identity');
      if (held?.device === of) await meta.put('identity', { ...held, certificate });
    }),
  keepSuccessor: (of, fresh) =>
    change(async (tables) => {
      const { meta, outbox } = tables;
      if ((await meta.get('identity'))?.device !== of) return undefined;
      // Acts that left are settled, on this server or on one that was set back since: the new chain begins with those that are here.
      const [first] = await outbox.after(0, 1);
      const last = (first?.n ?? (await meta.get('next')) ?? 1) - 1;
      const kept = await meta.get('successor');
      // One that was kept for another beginning may be enrolled with it already.
      if (kept?.of === of && kept.last === last) return kept;
      const successor = { of, key: fresh, last };
      await meta.put('successor', successor);
      return successor;
    }),
  forgetSuccessor: ({ of, last }) =>
    change(async ({ meta }) => {
      const kept = await meta.get('successor');
      if (kept?.of === of && kept.last === last) await meta.remove('successor');
    }),
  succeed: ({ of, last }, identity) =>
    change(async (tables) => {
      const { meta, segments } = tables;
      if ((await meta.get('identity'))?.device !== of) return;
      await meta.put('key', identity.keyPair);
      await meta.put('identity', identity);
      await meta.remove('sentBoxes');
      await meta.remove('successor');
      await segments.removeUpTo(Number.MAX_SAFE_INTEGER);
      await meta.put('sealed', { n: last, head: '' });
      await meta.put('progress', { ...(await progressIn(tables)), acknowledged: last });
    }),
  end: (of) => change((tables) => endDevice(tables, of)),
});

const endDevice = async (tables: Tables, of: string): Promise<void> => {
  const { meta, outbox, aside } = tables;
  if ((await meta.get('identity'))?.device !== of) return;
  const { acknowledged } = await progressIn(tables);
  await aside.put((await outbox.after(acknowledged)).map((entry) => ({ id: entry.action.id, entry, scopes: [] })));
  await wipeOwner(tables);
};

const actParts = ({ look, change }: Place): Acts => ({
  read: (needs) => look((tables) => loadRecords(tables, needs)),
  act: (needs, pending, decide) =>
    change(async (tables) => {
      const { meta, outbox } = tables;
      const [kept, records] = await Promise.all([meta.get('next'), loadRecords(tables, needs)]);
      const next = kept ?? 1;
      const { keep, answer } = decide(records);
      if (keep) {
        await Promise.all([outbox.add(pending(next)), meta.put('next', next + 1)]);
        // What says that a scope was lost may be here before what says so of its records.
        await setAside(tables);
      }
      return answer;
    }),
  outbox: () => look(pendingActs),
  unsealed: (limit) => look(async (tables) => tables.outbox.after((await sealedIn(tables)).n, limit)),
  sealed: () => look(sealedIn),
  keepSegment: (kept) =>
    change(async (tables) => {
      const { n, head } = await sealedIn(tables);
      const { device, prev, actions } = kept.segment;
      if (prev !== head || actions[0]?.n !== n + 1 || (await tables.meta.get('identity'))?.device !== device) return;
      await tables.segments.add(kept);
      await tables.meta.put('sealed', { n: kept.last, head: kept.head });
    }),
  segments: () => look(({ segments }) => segments.all()),
  aside: () => look(async ({ aside }) => [...(await aside.all())].sort((a, b) => a.entry.at - b.entry.at)),
  forgetAside: (ids) => change(({ aside }) => aside.remove(ids)),
});

const serverParts = ({ look, change }: Place): Server => ({
  acknowledge: (of, last, basedOn) =>
    change(async (tables) => {
      const held = await progressIn(tables);
      if (last <= held.acknowledged || isOver(basedOn, held) || isOvertaken(basedOn, held)) return;
      if ((await tables.meta.get('identity'))?.device !== of) return;
      await tables.meta.put('progress', { ...held, acknowledged: last });
    }),
  progress: () => look(progressIn),
  cursors: () => look(async ({ meta }) => (await meta.get('cursors')) ?? {}),
  applyPull: (page) => change((tables) => applyPage(tables, page)),
  renew: (scopes) =>
    change(async ({ meta }) => {
      const [cursors, renewing] = [(await meta.get('cursors')) ?? {}, (await meta.get('renewing')) ?? {}];
      const known = scopes.filter((scope) => Object.hasOwn(cursors, scope));
      await meta.put('cursors', { ...cursors, ...Object.fromEntries(known.map((scope) => [scope, 0])) });
      await meta.put('renewing', { ...renewing, ...Object.fromEntries(known.map((scope) => [scope, []])) });
    }),
  sums: (scopes) =>
    look(async (tables) => {
      const sums = scopes.map(async (scope) => [scope, sumOf(await rowsToSum(tables, scope))] as const);
      return new Map(await Promise.all(sums));
    }),
  compared: () => look(async ({ meta }) => (await meta.get('compared')) ?? 0),
  keepCompared: (at) => change(({ meta }) => meta.put('compared', at)),
});

// Large bodies are not read for it.
const rowsToSum = async ({ rows }: Tables, scope: string): Promise<readonly Summed[]> => {
  const marks = await rows.marks(scope, 0, Number.MAX_SAFE_INTEGER);
  const whole = [...new Set(marks.map(({ kind }) => kind))].filter(isSummedWhole);
  const lists = await Promise.all(whole.map((kind) => rows.ofKind(scope, kind)));
  return [...lists.flat(), ...marks.filter(({ kind }) => !isSummedWhole(kind))];
};

const checkParts = ({ look, change }: Place): Checks => ({
  checks: () => look(({ checks }) => checks.all()),
  keepCheck: (badge, check) => change(({ checks }) => checks.put(badge, check)),
});
