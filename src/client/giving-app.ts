import { createSignal, getOwner, onCleanup } from 'solid-js';
import type { GivingApp } from '#client/ui/app-giving';
import type { ToSeeView } from '#client/views/to-see-view';
import type { WitnessPage } from '#client/views/witness-view';
import type { MediaId } from '#domain/ids';
import type { GivingEngine } from './giving-engine.ts';
import { keepSame } from './keep-same.ts';
import type { Seen } from './seen.ts';
import type { WitnessDevice } from './witness-device.ts';

interface GivingDeps {
  readonly origin: string;
  readonly locale: () => string;
  readonly life: {
    engine(): Promise<{ giving(): Promise<GivingEngine> }>;
    /** What the device holds, as screens show it. */
    now(): Seen | undefined;
  };
  readonly witnessSecret: () => string | undefined;
}

/** The part of the App that gives, receives and asks who saw it. */
export const givingApp = (deps: GivingDeps): GivingApp => {
  const giving = async (): Promise<GivingEngine> => (await deps.life.engine()).giving();
  return { ...advising(deps, giving), ...receiving(deps, giving), ...witnessing(deps, giving) };
};

type Giving = () => Promise<GivingEngine>;

const advising = ({ locale }: GivingDeps, giving: Giving): Pick<GivingApp, 'toSee' | 'asked' | 'dossier' | 'give' | 'reply'> => {
  let toSee: (() => ToSeeView | null | undefined) | undefined;
  return {
    // Kept as long as the app: an advisor goes back to it all day.
    toSee: () => {
      toSee ??= followed(giving, (engine, tell) => engine.toSee(tell), 'for good');
      return toSee() ?? undefined;
    },
    asked: (person, request) => followed(giving, (engine, tell) => engine.asked(person, request, locale, tell)),
    dossier: (person) => followed(giving, (engine, tell) => engine.dossier(person, locale, tell)),
    give: async ({ voice, ...gift }) => (await giving()).give({ ...gift, voice: voiceOf(voice) }),
    reply: async ({ voice, ...said }) => (await giving()).reply({ ...said, voice: voiceOf(voice) }),
  };
};

// The rule parses it again.
const voiceOf = (voice: { readonly media: string; readonly ms: number } | undefined) =>
  voice && { media: voice.media as MediaId, ms: Math.round(voice.ms) };

/** What a view tells, as a signal; it is followed while its screen stands, or for good. */
const followed = <T>(
  giving: Giving,
  start: (engine: GivingEngine, tell: (view: T) => void) => () => void,
  until: 'left' | 'for good' = 'left',
): (() => T | undefined) => {
  const [view, setView] = createSignal<T>();
  let stop: (() => void) | undefined;
  let left = false;
  const begin = async (): Promise<void> => {
    const engine = await giving();
    if (!left) stop = start(engine, (now) => void setView((before) => keepSame(before, now)));
  };
  void begin();
  if (until === 'left' && getOwner())
    onCleanup(() => {
      left = true;
      stop?.();
    });
  return view;
};

const receiving = ({ life }: GivingDeps, giving: Giving): Pick<GivingApp, 'received' | 'receive' | 'putOff'> => {
  const [later, setLater] = createSignal<readonly string[]>([]);
  return {
    received: () => (life.now()?.received ?? []).filter(({ badge }) => !later().includes(badge)),
    receive: async (badge) => (await giving()).receive(badge),
    putOff: (badge) => void setLater((before) => [...before, badge]),
  };
};

type Witnessing = Pick<GivingApp, 'askWitness' | 'saySeenHere' | 'witnessSecret' | 'witnessPage' | 'lookAgain' | 'saySeen'>;

const witnessing = ({ origin, locale, witnessSecret }: GivingDeps, giving: Giving): Witnessing => {
  const pages = new Map<string, { readonly page: () => WitnessPage; readonly device: Promise<WitnessDevice | undefined> }>();
  const open = (secret: string) => {
    const [page, setPage] = createSignal<WitnessPage>({ state: 'loading' });
    const device = import('./witness-device.ts').then(
      ({ openWitnessDevice }) => openWitnessDevice({ origin, secret, locale, tell: (now) => void setPage(() => now) }),
      () => void setPage({ state: 'no-network' }),
    );
    const opened = { page, device };
    pages.set(secret, opened);
    return opened;
  };
  const of = (secret: string) => pages.get(secret) ?? open(secret);
  return {
    askWitness: async (asked) => {
      const done = await (await giving()).askWitness(asked);
      return done.ok ? done.value : done.error;
    },
    saySeenHere: async (witness, who) => (await giving()).saySeen(witness, who),
    witnessSecret,
    witnessPage: (secret) => of(secret).page,
    lookAgain: (secret) => void of(secret).device.then((device) => device?.look()),
    saySeen: async (secret, who) => (await of(secret).device)?.say(who),
  };
};
