import { uuidv7 } from '#base/uuid';
import { type EventId, scopeOf } from '#domain/ids';
import { put, remove } from '#domain/record';
import { signCertificate } from '#protocol/certificate';
import { TOMBSTONE_MS } from '#protocol/limits';
import { signTicket } from '#protocol/ticket';
import { revokeDevice } from '#server/actions/revoke-device';
import { aTicket, HOST, MOULD, ORIGIN, STRUCTURE, uuidOf } from '../build/field.ts';
import { blankDisk, copyOf, type Disk, loseWrites } from '../build/memory-place.ts';
import { identityOf, type World } from './a-world.ts';
import { type Clockwork, createClockwork } from './clockwork.ts';
import { type Dice, diceOf } from './dice.ts';
import { fastSigner } from './fast-signer.ts';
import { heal } from './heal.ts';
import { createOracles } from './oracles.ts';
import type { Step } from './plan.ts';
import type { Profile } from './profile.ts';
import { survivorsOf } from './rights-model.ts';
import { DAY, eventOf, GIVEN_MOULDS, personOf, reflectionOf, START, secretOf, seed } from './seed-world.ts';
import { createPhone, type SimPhone } from './sim-phone.ts';
import { openSimServer, type SimServer } from './sim-server.ts';

export interface WorldOptions {
  readonly profile: Profile;
  /** Takes the story, line by line; absent = nobody listens, and nothing is put into words. */
  readonly tell?: ((line: string) => void) | undefined;
}

export const openWorld = async ({ profile, tell }: WorldOptions): Promise<World> => {
  const time = createClockwork(START);
  const said = (text: () => string): void => tell?.(`${stamp(time.now())} ${text()}`);
  const server = openSimServer({ world: time, profile, said });
  const oracles = createOracles({ time, server, said });
  const dice = diceOf(profile.seed, 'world');
  await seed(server, profile, dice);
  const tickets = await ticketsOf(profile);
  const phones: SimPhone[] = [];
  const deps = { world: time, server, profile, ears: oracles.ears, said };
  const add = (who: Parameters<typeof createPhone>[1], disk: Disk = blankDisk()): SimPhone => {
    const phone = createPhone(deps, who, disk);
    phones.push(phone);
    oracles.meet(phone);
    return phone;
  };
  for (let i = 0; i < profile.phones; i++) {
    const person = i % profile.people;
    add({ name: `phone ${i} (person ${person})`, role: 'person', secret: secretOf('card', person) });
  }
  if (profile.organisers > 1) add({ name: 'organiser', role: 'organiser', secret: secretOf('invite', 0) });
  add({ name: 'advisor', role: 'advisor', secret: secretOf('invite', 1) });
  for (const phone of phones) await enterFirst(time, phone);
  oracles.begin();

  const world: World = {
    profile,
    time,
    server,
    phones,
    oracles,
    perform: async (step) => {
      await time.until(time.now() + step.wait);
      if (oracles.violation()) return;
      said(() => `— ${textOf(step)}`);
      await perform({ world, step, dice, tickets, add, said });
      await time.until(time.now());
      await oracles.lookAtScreen(dice.pick(phones));
    },
    heal: () => heal(world, said),
  };
  return world;
};

const stamp = (now: number): string => {
  const since = now - START;
  const days = Math.floor(since / DAY);
  return `${days > 0 ? `day ${days} ` : ''}${new Date(since - days * DAY).toISOString().slice(11, 23)}`;
};

const textOf = (deed: Step): string =>
  Object.entries(deed)
    .flatMap(([name, value]) => (name === 'wait' ? [] : [value]))
    .map((value) => (typeof value === 'object' ? JSON.stringify(value) : String(value)))
    .join(' ');

type Tickets = (event: number, kind: string) => string;

const ticketsOf = async ({ seed: world, events }: Profile): Promise<Tickets> => {
  const organisation = fastSigner(diceOf(world, 'organisation').bytes(32));
  const organiser = fastSigner(diceOf(world, 'organiser key').bytes(32));
  const certificate = await signCertificate(organisation, HOST, {
    device: organiser.publicKey,
    structure: STRUCTURE,
    expires: START + 5000 * DAY,
  });
  const window = { opens: START - DAY, closes: START + 4000 * DAY };
  const sign = (event: EventId, step: number | null) => signTicket(organiser, certificate, ORIGIN, aTicket({ event, ...window, step }));
  const made = new Map<string, string>();
  for (let i = 0; i < events; i++) {
    const good = await sign(eventOf(i), START);
    made.set(`${i} good`, good).set(`${i} poster`, await sign(eventOf(i), null));
    made.set(`${i} forged`, `${good.slice(0, -4)}AAAA`).set(`${i} unknown`, await sign(uuidOf(555) as EventId, START));
    made.set(`${i} over`, await sign(eventOf(i), window.closes + DAY));
  }
  return (event, kind) => made.get(`${event} ${kind}`) ?? '';
};

/** Before anything goes wrong everybody has entered and has pulled once. */
const enterFirst = async (time: Clockwork, phone: SimPhone): Promise<void> => {
  phone.link.healed = true;
  const tab = phone.aside();
  let done = false;
  void (async () => {
    const entered = await tab.acts.enter();
    const outcome = await tab.sync.run();
    done = outcome.type === 'done';
    if (!done) throw new Error(`${phone.name} does not enter: ${entered}, ${JSON.stringify(outcome)}`);
  })();
  await time.while(() => done, 600_000);
  phone.close();
  tab.alive = false;
  phone.link.healed = false;
};

interface Performing {
  readonly world: World;
  readonly step: Step;
  readonly dice: Dice;
  readonly tickets: Tickets;
  readonly add: (who: Parameters<typeof createPhone>[1], disk?: Disk) => SimPhone;
  readonly said: (text: () => string) => void;
}

const at = <T>(list: readonly T[], i: number): T => list[i % list.length] as T;

// What somebody does goes on by itself: it may wait for a slow disk, fail for want of space, or die half way.
const doing = (work: Promise<unknown>): void => {
  work.catch((error: unknown) => {
    if (!(error instanceof Error && error.name === 'QuotaExceededError')) throw error;
  });
};

const opened = (phone: SimPhone, tabs = 1) => {
  const tab = phone.open(Math.max(tabs, phone.tabs.length));
  if (!identityOf(phone)) doing(tab.acts.enter());
  return tab;
};

const perform = async (context: Performing): Promise<void> => {
  const { world, step } = context;
  const { server } = world;
  switch (step.do) {
    case 'server-crash':
      return server.die();
    case 'server-start':
      return server.start();
    case 'server-dies':
      return server.armDeath(step.commits, step.moment);
    case 'server-clock':
      server.clockError = step.error;
      return;
    case 'back-up':
      return server.backUp();
    case 'stir':
      return stir(context);
    case 'sealing':
      server.sealing = step.on;
      return;
    case 'restore':
      return restore(context, step);
    case 'plan':
    case 'unplan':
    case 'join':
    case 'leave':
      return changeRights(context, step);
    case 'leap':
      // Nobody looks at a phone for so long.
      for (const phone of world.phones) phone.close();
      await world.time.until(world.time.now() + step.ms);
      // By a clock that is wrong, nobody can tell who was away for too long.
      if (
        (await server.store().forgetRemoved(world.time.now() + server.clockError - TOMBSTONE_MS)) > 0 &&
        world.profile.calamities.has('server-clock')
      )
        world.oracles.rowsForgotten();
      return;
    default:
      return performOnPhone(context, step);
  }
};

/** As when a train leaves its tunnel: everybody's tabs look for news within the same moment. */
const stir = ({ world, dice }: Pick<Performing, 'world' | 'dice'>): void => {
  for (const phone of world.phones)
    for (const tab of phone.tabs) world.time.after(dice.between(0, 300), () => (tab.alive ? tab.leader?.wake() : undefined));
};

type PhoneStep = Extract<Step, { readonly phone: number }>;

const performOnPhone = async (context: Performing, step: PhoneStep): Promise<void> => {
  const { world } = context;
  // What is done is done by those who can.
  const able = step.do === 'give' ? 'advisor' : step.do === 'claim' || step.do === 'show' || step.do === 'answer' ? 'person' : undefined;
  const phone = at(able ? world.phones.filter(({ role }) => role === able) : world.phones, step.phone);
  switch (step.do) {
    case 'open':
      opened(phone, step.tabs);
      return;
    case 'close':
      return phone.close();
    case 'offline':
      phone.link.online = false;
      return;
    case 'online':
      phone.link.online = true;
      for (const tab of phone.tabs) tab.leader?.wake();
      return;
    case 'phone-clock':
      phone.clockError = step.error;
      return;
    case 'die':
      opened(phone);
      return phone.armDeath(step.ops);
    case 'quota':
      phone.quota = step.full;
      return;
    case 'skew':
      phone.link.skew = step.to;
      return;
    case 'hand-over':
    case 'bring-back':
      return carry(context, phone, step);
    case 'claim':
    case 'show':
    case 'answer':
    case 'give':
      return act(context, phone, step);
    default:
      return befall(context, phone, step);
  }
};

/** A box goes from hand to hand, and its answer back: no network, no server. */
const carry = async (
  { world }: Performing,
  phone: SimPhone,
  step: Extract<PhoneStep, { readonly do: 'hand-over' | 'bring-back' }>,
): Promise<void> => {
  const others = world.phones.filter(({ disk }) => [...disk.boxes.values()].some(({ answer }) => answer));
  const courier = at(step.do === 'bring-back' && others.length > 0 ? others : world.phones, step.courier);
  if (courier === phone || !identityOf(phone) || !identityOf(courier)) return;
  const [own, other] = [opened(phone), opened(courier)];
  const handOver = async (): Promise<void> => {
    // Who has to be carried has no network, and may never have any again.
    phone.link.online = false;
    const packed = await own.boxes.pack();
    if (packed?.type === 'box') await other.boxes.take(packed.sent.box);
    other.leader?.wake();
  };
  const bringBack = async (): Promise<void> => {
    for (const { answer } of await other.store.boxes()) if (answer) await own.boxes.read(answer);
  };
  return doing(step.do === 'hand-over' ? handOver() : bringBack());
};

const befall = async (
  { world, add, said }: Performing,
  phone: SimPhone,
  step: Extract<PhoneStep, { readonly do: 'lose-writes' | 'lose-rows' | 'evict' | 'clone' | 'end' }>,
): Promise<void> => {
  switch (step.do) {
    case 'lose-writes':
      phone.close();
      loseWrites(phone.disk, step.count);
      return world.oracles.diskChanged(phone, 'its disk lied');
    case 'lose-rows': {
      phone.close();
      const rows = [...phone.disk.rows.values()].flatMap((kinds) => [...kinds.values()]).filter((map) => map.size > 0);
      if (rows.length === 0) return;
      const map = at(rows, step.which);
      const [id] = [...map.keys()];
      said(() => `${phone.name} loses the row ${id}`);
      if (id !== undefined) map.delete(id);
      return world.oracles.rowsLost(phone);
    }
    case 'evict':
      phone.close();
      phone.disk = blankDisk();
      return world.oracles.diskChanged(phone, 'evicted');
    case 'clone': {
      if (world.phones.length > 12 || !identityOf(phone)) return;
      phone.close();
      const twin = add(
        { name: `copy ${world.phones.length} of ${phone.name}`, role: phone.role, secret: phone.secret },
        copyOf(phone.disk),
      );
      twin.jar.cookie = phone.jar.cookie;
      twin.clockError = phone.clockError;
      return world.oracles.cloned(phone, twin);
    }
    case 'end': {
      const device = identityOf(phone)?.device;
      if (!device || phone.role !== 'person') return;
      await revokeDevice(administration(world.server), device);
      const [survivor] = survivorsOf(world.server, device);
      if (survivor) world.oracles.fail('rights', `${survivor} came out of ${device} and was not ended with it`);
    }
  }
};

/** The server's records as an administrator's program writes them: beside the running server, and whole. */
const administration = (server: SimServer) => ({
  ...server.store(),
  judge: (async (needs, rule) => {
    let answer: unknown;
    const store = server.store();
    const patches = await store.judge(needs, (records) => {
      const verdict = rule(records);
      answer = verdict.answer;
      return { patches: [], answer: verdict.patches };
    });
    await server.write(patches);
    return answer;
  }) as ReturnType<SimServer['store']>['judge'],
});

const act = async (
  { world, dice, tickets }: Performing,
  phone: SimPhone,
  step: Extract<PhoneStep, { readonly do: 'claim' | 'show' | 'answer' | 'give' }>,
): Promise<void> => {
  const tab = opened(phone);
  const actor = identityOf(phone)?.actor;
  if (!actor) return;
  if (step.do === 'claim') return doing(tab.acts.claim(tickets(step.event % world.profile.events, step.ticket)));
  if (step.do === 'give') {
    const args = {
      person: personOf(step.person % world.profile.people),
      mould: at(GIVEN_MOULDS, step.mould),
      badge: newId(world, dice),
      key: newId(world, dice),
    };
    return doing(tab.acts.do('give-badge', args));
  }
  if (actor.role !== 'person') return;
  if (step.do === 'answer') {
    const answered = {
      item: at(['did-order', 'did-freq', 'means-freq'], step.item),
      chosen: [newId(world, dice)],
      with: 'self',
      heard: 'fr',
    };
    return doing(tab.acts.do('keep-answer', { reflection: reflectionOf(actor.person), mould: MOULD, here: 'did', answered }));
  }
  const scope = scopeOf('p', actor.person);
  const show = async (): Promise<void> => {
    const badges = (await tab.store.read([{ scope, kind: 'badge' }])).list(scope, 'badge');
    const badge = badges.length > 0 ? at(badges, step.badge).id : undefined;
    if (badge) await tab.acts.show(badge as Parameters<typeof tab.acts.show>[0], step.to);
  };
  return doing(show());
};

const newId = ({ time }: World, dice: Dice): string => uuidv7(time.now, dice.bytes);

const restore = async ({ world, dice, said }: Performing, step: Extract<Step, { readonly do: 'restore' }>): Promise<void> => {
  const { server, oracles, profile } = world;
  const total = server.commits().length;
  // The first commit is what the world began with, entering included.
  const floor = Math.min(oracles.firstCommit(), total);
  if (!step.old && !profile.backedUp) return;
  const from = step.old ? floor : Math.max(floor, server.backedUp());
  // A restore brings back the backup; a file copied back, a disk that lied, anything after it.
  const count = step.newEpoch && !step.old ? from : dice.between(from, total);
  if (count >= total) return;
  const broken = count < server.backedUp() || !profile.backedUp;
  // Where all tabs sync, some hear from before it while others hear from after it.
  const straddles = profile.calamities.has('no-locks');
  if (straddles) {
    stir({ world, dice });
    await world.time.until(world.time.now() + dice.between(500, 2500));
  }
  const lost = await server.setBackTo(count, step.newEpoch);
  said(() => `the server is set back by ${lost.length} commits${broken ? ', beyond its backup' : ''}`);
  oracles.setBack(lost, { broken, newEpoch: step.newEpoch });
  server.start();
  if (straddles) stir({ world, dice });
};

const changeRights = async (
  { world }: Performing,
  step: Extract<Step, { readonly do: 'plan' | 'unplan' | 'join' | 'leave' }>,
): Promise<void> => {
  const house = scopeOf('s', STRUCTURE);
  if ('event' in step) {
    const event = eventOf(step.event % world.profile.events);
    return world.server.write([step.do === 'plan' ? put(house, 'plan', event, { event }) : remove(house, 'plan', event)]);
  }
  const person = personOf(step.person % world.profile.people);
  return world.server.write([step.do === 'join' ? put(house, 'member', person, { person }) : remove(house, 'member', person)]);
};
