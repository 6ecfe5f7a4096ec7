import { createSignal } from 'solid-js';
import type { FirstScreen } from '#client/device/first-screen';
import { isOnline, makeOnline } from '#client/device/online';
import { askToKeep } from '#client/device/persist';
import { makeClipPlayer } from '#client/device/play-clips';
import { type Held, makePocket, type Pocket } from '#client/device/pocket';
import { makeScan, scanFile } from '#client/device/scan-qr';
import { makeScreenMemory } from '#client/device/screen-memory';
import { type Brought, takeFromAddress } from '#client/device/secret-from-address';
import { readSettings, writeSettings } from '#client/device/settings';
import { share } from '#client/device/share';
import { makeWakeLock } from '#client/device/wake-lock';
import { afterPaint, whenQuiet } from '#client/device/when-quiet';
import type { App } from '#client/ui/app';
import { TICKET_STEP_MS } from '#domain/event';
import { clipPath } from '#i18n/sound';
import { BADGE_PATH, sortScan } from '#protocol/scan';
import type { Engine } from './engine.ts';
import { firstApp } from './first-app.ts';
import type { KeptOffline } from './keep-offline.ts';
import type { LaterApp } from './later-app.ts';
import { lookAsNobody } from './look-as-nobody.ts';
import { makePublicBadges } from './public-badge.ts';
import { NOBODY, type Seen } from './seen.ts';

export interface AppDeps {
  readonly origin: string;
  readonly brought: Brought | null;
  /** The languages there are; the device's own is taken when it is one of them and nobody chose. */
  readonly locales: readonly string[];
  readonly offline: KeptOffline;
  readonly home: FirstScreen;
}

/** What home, the claim and the wall may ask for; the rest comes with the first screen that wants it. */
type FirstScreensApp = Omit<App, keyof LaterApp> & Pick<App, 'pending' | 'received' | 'found'>;

/** The real App: screens above, device and engine below. */
export const createApp = (deps: AppDeps): App => {
  const speech = createSpeech(deps);
  const pocket = makePocket();
  const held = pocket.read();
  const tickets = createTickets(deps.brought, pocket, held);
  const life = createLife(deps, speech.locale, pocket, held);
  const doors = doorway(deps, life, tickets);
  const [online, setOnline] = createSignal(isOnline());
  makeOnline(setOnline);
  const setLocale = (chosen: string): void => {
    speech.setLocale(chosen);
    void life.engine().then((engine) => engine.locale(chosen));
  };
  const [later, setLater] = createSignal<LaterApp>();
  const comeWhole = once(async () => {
    const { laterApp } = await import('./later-app.ts');
    const whole = laterApp({
      origin: deps.origin,
      locale: speech.locale,
      life,
      witnessSecret: doors.secretOf('witness'),
      linkSecret: doors.secretOf('link'),
    });
    const { pending: _pending, received: _received, found: _found, ...rest } = whole;
    Object.assign(app, rest);
    setLater(() => whole);
  });
  // A film that was cut off by a kill is looked for once the first screen stands.
  life.onEngine(() => whenQuiet(comeWhole));
  const app: FirstScreensApp = {
    ...speech,
    ...whatIsHeld(life),
    ...doors.app,
    ...acts(deps.origin, life),
    ...firstApp({ life, locale: speech.locale, setLocale }),
    setLocale,
    online,
    readyOffline: deps.offline.ready,
    scan: (view, on) => makeScan(view, on),
    scanFile,
    addressOf: (badge) => `${deps.origin}${BADGE_PATH}/${badge}`,
    share,
    qr: async (text) => (await import('#client/device/qr-code')).qrSvg(text),
    keepAwake: makeWakeLock,
    publicBadge: makePublicBadges(deps.origin),
    checkBadge: createCheck(deps.origin, life),
    packed: async (badge) => (await life.engine()).packed(badge).catch(() => null),
    reload: () => location.reload(),
    homeStands: () => (isShared() ? () => undefined : deps.home.stands()),
    pending: () => life.now()?.pending ?? [],
    received: () => later()?.received() ?? life.now()?.received ?? [],
    found: () => later()?.found(),
    isWhole: () => later() !== undefined,
    comeWhole,
  };
  // Screens that do more wait until it is whole (`saying`).
  return app as App;
};

/** Loaded with its first use: only who checks other people's badges needs its weight. */
const createCheck = (origin: string, { isNobodys, engine }: Life): App['checkBadge'] => {
  const catalogue = async () => ((await isNobodys()) ? undefined : (await engine()).catalogue());
  let check: App['checkBadge'] | undefined;
  return async (brought) => {
    try {
      check ??= (await import('./check-badge.ts')).makeCheckBadge(origin, catalogue);
      return await check(brought);
    } catch {
      // The code is not on this device and there is no network; or the file is gone since it was chosen.
      return { state: 'nothing', problems: ['to-ask'] };
    }
  };
};

/** The engine, and what it last told. */
interface Life {
  /** Starts it if nobody has yet. */
  engine(): Promise<Engine>;
  running(): Engine | undefined;
  /** Called when the engine runs. */
  onEngine(listener: () => void): void;
  /** What the device holds, as screens show it; the first screen that asks starts the engine. */
  now(): Seen | undefined;
  /** Is it, as far as is known without the store, nobody's? */
  isNobodys(): Promise<boolean>;
}

const createLife = ({ origin, home, offline: { isKept } }: AppDeps, locale: () => string, pocket: Pocket, held: Promise<Held>): Life => {
  const memory = makeScreenMemory<Seen>(import.meta.url);
  const remembered = memory.read();
  const [seen, setSeen] = createSignal(remembered);
  let shown = JSON.stringify(remembered);
  let starting: Promise<Engine> | undefined;
  let running: Engine | undefined;
  const listeners: (() => void)[] = [];
  let someone: boolean | undefined;
  const tell = (now: Seen): void => {
    const is = now.who !== 'nobody';
    if (is !== someone) void pocket.put({ someone: is });
    someone = is;
    const told = JSON.stringify(now);
    // As after every cold start: what the store says has been drawn already.
    if (told === shown) return;
    shown = told;
    memory.write(now.who === 'person' && !isShared() ? now : undefined);
    setSeen(now);
    if (is && !isShared()) home.changed();
    else home.forget();
  };
  const begin = async (): Promise<Engine> => {
    const { startEngine } = await import('./engine.ts');
    running = await startEngine({ origin, locale: locale(), onSeen: tell });
    for (const listener of listeners) listener();
    return running;
  };
  const engine = (): Promise<Engine> => {
    starting ??= begin();
    return starting;
  };
  // A first visit shows its page before the store is loaded: nobody has been here, as far as this device remembers.
  const wake = once(async () => {
    if (remembered) return afterPaint(() => void engine());
    // Started from its own precache the app is no first visit: the store costs no request, and somebody waits for it.
    if (isKept) return void engine();
    someone = (await held).someone;
    if (someone) return void engine();
    setSeen((now) => now ?? NOBODY);
    whenQuiet(() => void engine());
  });
  return {
    engine,
    running: () => running,
    onEngine: (listener) => (running ? listener() : void listeners.push(listener)),
    now: () => {
      wake();
      return seen();
    },
    isNobodys: async () => (await held).someone !== true && starting === undefined,
  };
};

/** On a phone that goes from hand to hand nothing is drawn before one knows whose it is. */
const isShared = (): boolean => readSettings().phone === 'shared';

/** What failed (not on this device yet, and no network) is tried again by whoever asks next. */
const once = (work: () => Promise<void>): (() => void) => {
  let begun = false;
  return () => {
    if (begun) return;
    begun = true;
    work().catch(() => {
      begun = false;
    });
  };
};

type Speech = Pick<App, 'locale' | 'setLocale' | 'sound' | 'setSound' | 'say' | 'hush'>;

const createSpeech = ({ locales, offline, home }: AppDeps): Speech => {
  const settings = readSettings();
  const [sound, setSound] = createSignal(settings.sound);
  const [locale, setLocale] = createSignal(settings.locale ?? ownLocale(locales));
  const player = makeClipPlayer((key) => clipPath(locale(), key));
  const isHeard = (): boolean => sound() === 'aloud' || sound() === 'earphones';
  const keepVoice = (): void => {
    if (isHeard()) offline.keepVoice(locale());
  };
  keepVoice();
  return {
    locale,
    setLocale: (chosen) => {
      writeSettings({ locale: chosen });
      setLocale(chosen);
      home.changed();
      keepVoice();
    },
    sound,
    setSound: (chosen) => {
      writeSettings({ sound: chosen });
      setSound(chosen);
      home.changed();
      keepVoice();
    },
    say: (keys, on) => {
      if (sound() !== 'quiet') player.play(keys, on);
      else on?.(null);
    },
    hush: player.hush,
  };
};

type Holdings = Pick<App, 'who' | 'me' | 'badges' | 'roads' | 'events' | 'safety' | 'refusals' | 'forgetRefusal'>;

const whatIsHeld = ({ now }: Life): Holdings => {
  const [forgotten, setForgotten] = createSignal(readSettings().forgotten);
  return {
    who: () => now()?.who ?? 'unknown',
    me: () => now()?.person,
    badges: () => now()?.badges ?? [],
    roads: () => now()?.roads ?? [],
    events: () => now()?.events ?? [],
    safety: () => now()?.safety ?? 'arrived',
    refusals: () => (now()?.refusals ?? []).filter(({ n }) => n > forgotten()),
    forgetRefusal: (n) => {
      writeSettings({ forgotten: n });
      setForgotten(n);
    },
  };
};

/** The ticket that waits: opened before the device was somebody's, or put aside. A ticket is no secret. */
interface Tickets {
  readonly now: () => string | undefined;
  keep(text: string | undefined): Promise<void>;
}

const createTickets = (brought: Brought | null, pocket: Pocket, held: Promise<Held>): Tickets => {
  const [now, setNow] = createSignal<string>();
  const keep = (text: string | undefined): Promise<void> => {
    setNow(text);
    return pocket.put({ ticket: text });
  };
  if (brought?.kind === 'ticket') void keep(brought.text);
  else void held.then(({ ticket }) => setNow((known) => known ?? ticket));
  return { now, keep };
};

type Doorway = Pick<App, 'cardSecret' | 'bringCard' | 'openCard' | 'enrol' | 'enrolOrganiser' | 'keptTicket' | 'keepTicket' | 'dropTicket'>;

/** Cards, invitations and tickets that come by the address or the camera. */
const doorway = ({ origin, brought, offline }: AppDeps, { engine }: Life, tickets: Tickets) => {
  const [held, setHeld] = createSignal(brought && brought.kind !== 'ticket' ? brought : undefined);
  // A second card or ticket opened in this same tab changes only the fragment.
  addEventListener('hashchange', () => {
    const found = takeFromAddress();
    if (found?.kind === 'ticket') void tickets.keep(found.text);
    else if (found) setHeld(found);
  });
  const secretOf = (kind: 'card' | 'invitation' | 'witness' | 'link') => () => (held()?.kind === kind ? held()?.secret : undefined);
  const app: Doorway = {
    cardSecret: () => secretOf('card')() ?? secretOf('invitation')(),
    bringCard: (text) => {
      const scanned = sortScan(text, origin);
      if (scanned.kind === 'card' || scanned.kind === 'witness' || scanned.kind === 'link') setHeld(scanned);
    },
    openCard: async (of) => (await engine()).openCard(of),
    enrol: async (of, code) => {
      const outcome = await (await engine()).enrol(of, code);
      if (outcome === 'enrolled') void askToKeep();
      return outcome;
    },
    enrolOrganiser: async (of) => {
      const outcome = await (await engine()).enrolOrganiser(of);
      if (outcome === 'enrolled') offline.keepStaff();
      return outcome;
    },
    keptTicket: tickets.now,
    keepTicket: async (text) => {
      if (sortScan(text, origin).kind !== 'ticket') return false;
      await tickets.keep(text);
      return true;
    },
    dropTicket: () => void tickets.keep(undefined),
  };
  return { app, secretOf };
};

type Acts = Pick<App, 'look' | 'claim' | 'show' | 'ticket' | 'untilNextStep'>;

const acts = (origin: string, { engine, running, isNobodys }: Life): Acts => ({
  look: async (text) => ((await isNobodys()) ? lookAsNobody(text, origin) : (await engine()).look(text)),
  claim: async (text) => (await engine()).claim(text),
  show: async (badge, to) => void (await (await engine()).show(badge, to)),
  ticket: async (event, poster) => (await engine()).ticket(event, poster),
  untilNextStep: () => running()?.untilNextStep() ?? TICKET_STEP_MS,
});

/** The first of the device's languages that there is, else French. */
const ownLocale = (locales: readonly string[]): string =>
  navigator.languages
    .map((tag) => locales.find((locale) => locale === tag || locale === tag.split('-')[0]))
    .find((found) => found !== undefined) ?? 'fr';
