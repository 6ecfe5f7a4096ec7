import type { Answer, Transport } from '#client/sync/transport';
import type { Clockwork } from './clockwork.ts';
import type { Dice } from './dice.ts';
import { NET_FAULTS, type NetFault, type Profile } from './profile.ts';
import type { Jar, SimServer } from './sim-server.ts';

/** One phone's way to the server. */
export interface Link {
  /** Is there any network? */
  online: boolean;
  /** Once everything is healed nothing bad happens any more. */
  healed: boolean;
  /** A peer of another version: the server adds what this phone does not know, or leaves out what an older one would not say. */
  skew: 'none' | 'newer' | 'older';
}

export interface NetworkDeps {
  readonly world: Clockwork;
  readonly server: SimServer;
  readonly profile: Profile;
  readonly dice: Dice;
  readonly link: Link;
  readonly jar: Jar;
  /** Is the process that asks still there? Nobody answers the dead. */
  readonly isAlive: () => boolean;
  readonly said: (text: () => string) => void;
  /** A question has reached the server. */
  readonly onAsked: (path: string, question: unknown) => void;
  /** What the server has answered to whom, before anything happens to it on the way. */
  readonly onAnswer: (path: string, question: unknown, answer: Answer) => void;
  /** What has reached the phone whole. */
  readonly onHeard: (path: string, question: unknown, answer: Answer) => void;
}

const silence = (why: 'unreachable' | 'too-slow' | 'cut'): Answer => ({ type: 'silence', why });

const faultOf = ({ dice, profile, link }: NetworkDeps): NetFault | undefined =>
  link.healed ? undefined : NET_FAULTS.find((fault) => dice.roll(profile.net[fault]));

/** A transport that does to each request what the dice say. */
export const badNetwork = (deps: NetworkDeps): Transport => {
  const { world, server, profile, dice, link, said } = deps;
  const past = new Map<string, Answer>();
  const pause = (low: number, high: number): Promise<void> => world.sleep(link.healed ? 1 : dice.between(low, high));
  // Tabs that all sync meet each other only where answers take their time.
  const travel = (): Promise<void> => pause(5, profile.calamities.has('no-locks') ? 3000 : 200);

  /** The request arrives at the server and is answered there; what happens to the answer is another matter. */
  const arrive = async (
    path: Parameters<Transport['post']>[0],
    body: unknown,
    isAwaited = true,
  ): Promise<{ answer: Answer; cookie: string | undefined }> => {
    const jar = { cookie: deps.jar.cookie };
    const question = link.skew === 'newer' ? { ...(body as object), fromTheFuture: { a: [1] } } : body;
    deps.onAsked(path, body as object);
    const answer = skewed(await server.handle(path, question, jar), path, link.skew);
    past.set(path, answer);
    // What nobody waits for any more tells the phone nothing of how the server stands.
    if (isAwaited) deps.onAnswer(path, body, answer);
    return { answer, cookie: jar.cookie };
  };

  const post: Transport['post'] = async (path, body) => {
    if (!link.online) {
      await pause(5, 50);
      return silence('unreachable');
    }
    const fault = faultOf(deps);
    if (fault) said(() => `${path} ${fault}`);
    await travel();
    switch (fault) {
      case 'lost':
        await pause(1000, 15_000);
        return silence('too-slow');
      case 'portal':
        return { type: 'answer', body: { welcome: 'accept the conditions' } };
      case 'busy':
        return { type: 'problem', code: 'TooMany' };
      case 'old':
        return past.get(path) ?? silence('cut');
      case 'late':
        // Nobody waits any more when it arrives, and something else has been said in between.
        world.after(dice.between(16_000, 120_000), () => void arrive(path, body, false));
        await pause(15_000, 15_000);
        return silence('too-slow');
      default:
    }
    // A server that dies in the middle never answers: the phone has its own patience.
    const arrived = arrive(path, body);
    if (fault === 'twice') world.after(dice.between(1, 60_000), () => void arrive(path, body, false));
    const first = await inTime(world, arrived, 15_000);
    if (!first) return silence('too-slow');
    await travel();
    if (fault === 'unheard') return silence('too-slow');
    if (fault === 'cut') return silence('cut');
    deps.jar.cookie = first.cookie;
    if (fault === 'half') return half(first.answer);
    if (deps.isAlive()) deps.onHeard(path, body, first.answer);
    return first.answer;
  };
  const get = async (path: string): Promise<Answer> => {
    if (!link.online) return silence('unreachable');
    const fault = faultOf(deps);
    if (fault) said(() => `${path} ${fault}`);
    await travel();
    if (fault === 'portal') return { type: 'answer', body: { welcome: 'accept the conditions' } };
    if (fault === 'half') return half(server.fetch(path));
    return fault && fault !== 'twice' ? silence('cut') : server.fetch(path);
  };
  const orNever = async <T>(work: Promise<T>): Promise<T> => {
    const answer = await work;
    return deps.isAlive() ? answer : new Promise(() => undefined);
  };
  return {
    post: (path, body) => orNever(post(path, body)),
    ...(profile.calamities.has('snapshots') && { get: (path: string) => orNever(get(path)) }),
  };
};

const half = (answer: Answer): Answer => (answer.type === 'answer' ? { type: 'answer', body: halfOf(answer.body) } : answer);

const inTime = <T>(world: Clockwork, work: Promise<T>, patience: number): Promise<T | undefined> =>
  new Promise((resolve, reject) => {
    const cancel = world.after(patience, () => resolve(undefined));
    work.then(resolve, reject).finally(cancel);
  });

// As far as it came, still well formed: a clumsy proxy, not a cut connection.
const halfOf = (body: unknown): unknown => {
  const members = Object.entries(body as object);
  return Object.fromEntries(members.slice(0, Math.ceil(members.length / 2)));
};

const skewed = (answer: Answer, path: string, skew: Link['skew']): Answer => {
  if (answer.type !== 'answer' || skew === 'none') return answer;
  const body = answer.body as Record<string, unknown>;
  if (skew === 'newer') return { type: 'answer', body: { ...body, fromTheFuture: [{ anything: 1 }] } };
  // A server of version one says no head, no sum and no snapshot.
  if (path !== '/api/sync/pull') return answer;
  const { head: _, ...rest } = body;
  return { type: 'answer', body: rest };
};
