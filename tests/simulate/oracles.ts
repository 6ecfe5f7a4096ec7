import type { Identity, OutboxEntry, Progress } from '#client/sync/client-store';
import { NO_PROGRESS, settledUpTo } from '#client/sync/merge-progress';
import { safetyOf } from '#client/views/safety';
import { type Scope, scopeOf } from '#domain/ids';
import type { PullReply, PullRequest, PushReply, PushRequest } from '#protocol/sync';
import { memoryClientStore } from '../build/memory-client-store.ts';
import type { Clockwork } from './clockwork.ts';
import { type Act, createLedger, type Ledger } from './ledger.ts';
import { allowedScopes, isMember, isRevoked } from './rights-model.ts';
import type { PhoneEars, SimPhone, Tab } from './sim-phone.ts';
import type { Commit, SimServer } from './sim-server.ts';

/** A promise that was broken: which, and what was seen. */
export interface Violation {
  readonly oracle: string;
  readonly text: string;
}

/** What a phone is known to have done and seen. */
export interface Life {
  /** The acts done on its disk, or on the disk it was copied from. */
  readonly acts: Set<string>;
  /** The acts whose effects its owner may have seen. */
  readonly known: Set<string>;
  /** Acts its owner has been told the refusal of. */
  readonly told: Set<string>;
  /** When the server gave the last answer that was applied here. */
  contact: number;
  /** More pages are to come: of what it has just been allowed to read it may have the first half only. */
  filling: boolean;
  /** Its disk has lost rows: what it shows may have holes until they are found. */
  damaged: boolean;
}

export interface Oracles {
  readonly ledger: Ledger;
  readonly ears: PhoneEars;
  readonly violation: () => Violation | undefined;
  fail(oracle: string, text: string): void;
  lifeOf(phone: SimPhone): Life;
  /** What somebody took or gave and nobody has judged stands on her screen. */
  lookAtScreen(phone: SimPhone): Promise<void>;
  meet(phone: SimPhone): void;
  cloned(phone: SimPhone, twin: SimPhone): void;
  /** Its disk is not what it was: blank, or as it was some time ago. */
  diskChanged(phone: SimPhone, why: string): void;
  rowsLost(phone: SimPhone): void;
  rowsForgotten(): void;
  setBack(lost: readonly Commit[], how: { readonly broken: boolean; readonly newEpoch: boolean }): void;
  /** From now on things may go wrong: no restore goes back beyond this moment. */
  begin(): void;
  firstCommit(): number;
  /** What cursors cannot show may have gone wrong: then rows that differ are to be found by their sums, and only then. */
  readonly mayDiffer: () => boolean;
  readonly wasSetBack: () => boolean;
}

export interface OracleDeps {
  readonly time: Clockwork;
  readonly server: SimServer;
  readonly said: (text: () => string) => void;
}

const metaOf = <T>(phone: SimPhone, name: string): T | undefined => phone.disk.meta.get(name) as T | undefined;

/** What an act is about: two acts on one subject may be each other's later word. */
const subjectOf = ({ name, args }: OutboxEntry): string => {
  const { badge, reflection, answered } = args as { badge?: string; reflection?: string; answered?: { item: string } };
  return name === 'keep-answer' ? `${reflection} ${answered?.item}` : `${name} ${badge}`;
};

export const createOracles = ({ time, server, said }: OracleDeps): Oracles => {
  const ledger = createLedger();
  const lives = new Map<SimPhone, Life>();
  const heard = new WeakMap<Tab, readonly string[]>();
  const asked = new WeakMap<Tab, number>();
  const lostAt = new Map<string, number>();
  const phones: SimPhone[] = [];
  let violation: Violation | undefined;
  let [first, mayDiffer, setBack, isBlurred] = [0, false, false, false];
  const allowedAt = new WeakMap<object, ReadonlySet<string>>();

  const fail = (oracle: string, text: string): void => {
    if (violation) return;
    violation = { oracle, text };
    said(() => `VIOLATION (${oracle}): ${text}`);
  };
  const lifeOf = (phone: SimPhone): Life => {
    const known = lives.get(phone);
    if (!known) throw new Error(`${phone.name} was never met`);
    return known;
  };
  const isJudged = (id: string): boolean => server.judged().has(id.slice(-17));
  const carriers = (id: string): readonly SimPhone[] =>
    phones.filter(({ disk }) => [...disk.outbox.values()].some(({ action }) => action.id === id));
  const excuse = (id: string, why: string): void => {
    const act = ledger.acts.get(id);
    if (act && !act.excused) act.excused = why;
  };

  /** Everything a phone shows must be true, after each of its transactions. */
  const look = (phone: SimPhone): void => {
    const progress = metaOf<Progress>(phone, 'progress') ?? NO_PROGRESS;
    const identity = metaOf<Identity>(phone, 'identity');
    const life = lifeOf(phone);
    for (const { n, action } of phone.disk.outbox.values()) {
      life.acts.add(action.id);
      const safety = safetyOf(n, progress);
      if (safety === 'kept-here' || isJudged(action.id)) continue;
      const lost = lostAt.get(action.id);
      if (lost === undefined || life.contact > lost)
        fail('safety', `${phone.name} says "${safety}" of act ${n} (${action.name}), and the server has not judged it`);
    }
    const lost = new Set(metaOf<readonly string[]>(phone, 'lost') ?? []);
    for (const { n, action, name, args } of phone.disk.outbox.values()) {
      if (name !== 'give-badge' || n <= progress.last || phone.disk.aside.has(action.id)) continue;
      const scope = scopeOf('p', (args as { person: string }).person);
      if (lost.has(scope)) fail('rights', `${phone.name} still predicts act ${n} on ${scope}, of which it may read nothing`);
    }
    // Nobody's any more: what was acknowledged left it, what was not is set aside.
    if (!identity) {
      for (const id of life.acts)
        if (ledger.acts.get(id)?.acknowledged && !isJudged(id) && carriers(id).length === 0) excuse(id, 'ended after the server lost it');
      life.acts.clear();
      // Whoever comes next sees nothing of them here: what she says is no answer to them.
      life.known.clear();
      return;
    }
    for (const id of life.acts) {
      const act = ledger.acts.get(id);
      if (!act || act.excused || life.damaged || isBlurred || life.told.has(id)) continue;
      if (!isVisible(phone, identity, progress, act))
        fail('vanished', `${phone.name} no longer shows what act ${act.entry.n} (${act.entry.name}) did, and tells no refusal`);
    }
  };

  /** Is the badge somebody took or gave still there: as a row, as a prediction, or with the reason why not? */
  const isVisible = (phone: SimPhone, identity: Identity, progress: Progress, act: Act): boolean => {
    const { entry } = act;
    if (entry.name !== 'claim-badge' && entry.name !== 'give-badge') return true;
    const { badge, person } = entry.args as { badge: string; person?: string };
    const scope = person ? scopeOf('p', person) : (act.owner as Scope);
    const { disk } = phone;
    const { id } = entry.action;
    // Told is told, even where the act is also set aside: on a copy that goes on under another key the refusal is not told again.
    if (disk.rows.get(scopeOf('d', identity.device))?.get('refusal')?.has(id)) {
      lifeOf(phone).told.add(id);
      return true;
    }
    if (disk.rows.get(scope)?.get('badge')?.has(badge) || disk.aside.has(id)) return true;
    const held = disk.outbox.get(entry.n);
    if (held?.action.id === id && entry.n > progress.last) return true;
    // An advisor who has lost sight of somebody sees nothing of her any more, and then page by page.
    if (person !== undefined && lifeOf(phone).filling) return true;
    return person !== undefined && !Object.hasOwn(metaOf<object>(phone, 'cursors') ?? {}, scope);
  };

  /** Nothing is judged that could not be: of a device that was ended, or for somebody who is none of an advisor's people. */
  server.onCommit = ({ patches, acts }) => {
    const device = patches.find(({ kind }) => kind === 'head')?.scope.slice(2);
    if (acts.length > 0 && device && isRevoked(server, device)) fail('rights', `acts of ${device} were judged after it had been ended`);
    for (const tail of acts) {
      const act = ledger.acts.get(ledger.byTail(tail) ?? '');
      if (act?.entry.name !== 'give-badge') continue;
      const { badge, person } = act.entry.args as { badge: string; person: string };
      const isGiven = patches.some(({ kind, id }) => kind === 'badge' && id === badge);
      if (isGiven && !isMember(server, act.owner.slice(2), person)) fail('rights', `${act.phone} gave a badge to somebody it may not`);
    }
  };

  const answered = (tab: Tab, phone: SimPhone, request: PullRequest, reply: PullReply): void => {
    // Rights may change while it is being answered.
    const [before, after] = [allowedAt.get(request), allowedScopes(server, request.device)];
    for (const { scope, rows } of reply.scopes)
      if (!before?.has(scope) && !after.has(scope))
        fail('rights', `${phone.name} is told of ${scope} (${rows.length} rows), which is not its to read`);
    asked.set(tab, time.now());
    const cursors = new Map(reply.scopes.map(({ scope, cursor }) => [scope, cursor]));
    const ids: string[] = [];
    for (const { acts, after } of server.commits()) {
      if (acts.length === 0) continue;
      const isTold = [...after].every(([scope, seq]) => !cursors.has(scope) || seq <= (cursors.get(scope) ?? 0));
      if (isTold) for (const tail of acts) ids.push(ledger.byTail(tail) ?? '');
    }
    heard.set(tab, ids);
  };

  const ears: PhoneEars = {
    onAct: (phone, entry, { actor }) => {
      const { known, damaged } = lifeOf(phone);
      const subject = subjectOf(entry);
      const owner = actor.role === 'person' ? scopeOf('p', actor.person) : scopeOf('s', actor.structure);
      // Where a row is lost its stamps are, too: no phone can put an act after what it does not hold.
      const seen = new Set(damaged ? [] : [...known].filter((id) => ledger.acts.get(id)?.subject === subject));
      ledger.add({ entry, phone: phone.name, owner, subject, known: seen, kept: false, acknowledged: false, excused: undefined });
      known.add(entry.action.id);
      said(() => `${phone.name}: act ${entry.n} ${entry.name} ${entry.action.id.slice(-4)} ${JSON.stringify(entry.args).slice(0, 90)}`);
    },
    onKept: (_phone, entry) => {
      const act = ledger.acts.get(entry.action.id);
      if (act) act.kept = true;
    },
    onChange: look,
    onBroken: (error) => {
      if (error instanceof Error && error.name === 'QuotaExceededError') return;
      fail('broken', error instanceof Error ? (error.stack ?? error.message) : String(error));
    },
    // Whether it is taken whole, only the store knows.
    onApplying: (phone) => {
      lifeOf(phone).filling = true;
    },
    onApplied: (phone, tab, { whole, more }) => {
      const life = lifeOf(phone);
      // What was not taken tells the phone nothing.
      if (whole) life.contact = Math.max(life.contact, asked.get(tab) ?? 0);
      // Where another tab was quicker nothing was taken of the scopes concerned, and they are asked for again at once.
      life.filling = !whole || more;
      if (whole) for (const id of heard.get(tab) ?? []) life.known.add(id);
      if (whole) look(phone);
    },
    // It may be older than what the phone has heard since: the next contact tells.
    onRead: (phone) => {
      lifeOf(phone).contact = 0;
    },
    onDiffering: (phone, scopes) => {
      if (scopes.length > 0 && !mayDiffer)
        fail('sums', `${phone.name} holds other rows than the server of ${scopes.join(', ')}, and nothing had happened to them`);
    },
    onAsked: (path, question) => {
      if (path === '/api/sync/pull') allowedAt.set(question as object, allowedScopes(server, (question as PullRequest).device));
    },
    onAnswer: (phone, tab, path, question, answer) => {
      const { type, body } = answer as { type: string; body?: unknown };
      if (path === '/api/sync/pull' && type === 'answer') answered(tab, phone, question as PullRequest, body as PullReply);
    },
    onHeard: (_phone, _tab, path, question, answer) => {
      const { type, body } = answer as { type: string; body?: unknown };
      if (path !== '/api/sync/push' || type !== 'answer') return;
      for (const { device, last } of (body as PushReply).acknowledged)
        for (const segment of (question as PushRequest).segments)
          if (segment.device === device)
            for (const { id, n } of segment.actions) {
              const act = ledger.acts.get(id);
              if (act && n <= last) act.acknowledged = true;
            }
    },
  };

  const lookAtScreen = async (phone: SimPhone): Promise<void> => {
    const { disk } = phone;
    const progress = metaOf<Progress>(phone, 'progress') ?? NO_PROGRESS;
    const life = lifeOf(phone);
    if (!metaOf(phone, 'identity') || life.damaged || life.filling || isBlurred) return;
    const waiting = [...disk.outbox.values()].filter(
      ({ n, name, action }) => n > progress.last && (name === 'claim-badge' || name === 'give-badge') && !disk.aside.has(action.id),
    );
    const store = memoryClientStore(disk);
    for (const { n, name, args, facts, action } of waiting) {
      const { badge, person, mould } = args as { badge: string; person?: string; mould?: string };
      const scope = person ? scopeOf('p', person) : (ledger.acts.get(action.id)?.owner as Scope);
      const shown = (await store.read([{ scope, kind: 'badge' }])).list(scope, 'badge');
      // Taken or given by somebody else meanwhile, it will be refused: until then the other one stands there.
      const event = facts.ticket?.ticket.event;
      const isThere = shown.some(({ id, body }) => id === badge || (event ? body.event === event : body.mould === mould));
      if (!isThere) fail('vanished', `${phone.name} does not show what act ${n} (${name}) did, though nobody has judged it`);
    }
  };

  return {
    ledger,
    ears,
    lookAtScreen,
    fail,
    lifeOf,
    violation: () => violation,
    mayDiffer: () => mayDiffer,
    wasSetBack: () => setBack,
    begin: () => {
      first = server.commits().length;
    },
    firstCommit: () => first,
    meet: (phone) => {
      phones.push(phone);
      lives.set(phone, { acts: new Set(), known: new Set(), told: new Set(), contact: 0, filling: false, damaged: false });
    },
    cloned: (phone, twin) => {
      const { acts, known, told, contact, damaged } = lifeOf(phone);
      lives.set(twin, { acts: new Set(acts), known: new Set(known), told: new Set(told), contact, filling: false, damaged });
    },
    rowsForgotten: () => {
      mayDiffer = true;
    },
    rowsLost: (phone) => {
      mayDiffer = true;
      lifeOf(phone).damaged = true;
    },
    diskChanged: (phone, why) => {
      const life = lifeOf(phone);
      const progress = metaOf<Progress>(phone, 'progress') ?? NO_PROGRESS;
      const held = new Set<string>([...phone.disk.outbox.values()].map(({ action }) => action.id));
      for (const id of [...life.acts]) {
        const act = ledger.acts.get(id);
        if (held.has(id) || (act && metaOf(phone, 'identity') && act.entry.n <= settledUpTo(progress))) continue;
        life.acts.delete(id);
        life.told.delete(id);
        // What the server has now it keeps; what it has not, nobody has any more.
        if (!isJudged(id) && carriers(id).length === 0) excuse(id, why);
      }
      // What it had set aside is gone, too.
      for (const [id, act] of ledger.acts)
        if (act.phone === phone.name && !isJudged(id) && carriers(id).length === 0 && !phones.some(({ disk }) => disk.aside.has(id)))
          excuse(id, why);
      life.contact = 0;
      life.known.clear();
      for (const id of held) life.known.add(id);
      said(() => `${phone.name}: ${why}; ${held.size} acts are left in its outbox`);
    },
    setBack: (lost, { broken, newEpoch }) => {
      setBack = true;
      mayDiffer ||= !newEpoch || broken;
      // Written to again in one and the same history, old cursors mean other rows until the sums are compared.
      isBlurred ||= !newEpoch;
      for (const tail of lost.flatMap(({ acts }) => acts)) {
        const id = ledger.byTail(tail);
        if (!id || isJudged(id)) continue;
        lostAt.set(id, time.now());
        if (carriers(id).length === 0) excuse(id, broken ? 'the server lost more than its backup' : 'lost by its phone and by the server');
        else if (broken) excuse(id, 'the server lost more than its backup');
      }
    },
  };
};
