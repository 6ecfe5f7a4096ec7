import { batch, createSignal } from 'solid-js';
import { isOnline, makeOnline } from '#client/device/online';
import { askToKeep } from '#client/device/persist';
import { makeClipPlayer } from '#client/device/play-clips';
import { makeScan, scanFile } from '#client/device/scan-qr';
import type { Brought } from '#client/device/secret-from-address';
import { readSettings, writeSettings } from '#client/device/settings';
import { share } from '#client/device/share';
import type { App } from '#client/ui/app';
import { TICKET_STEP_MS } from '#domain/event';
import { makeWakeLock } from '#client/device/wake-lock';
import { clipPath } from '#i18n/sound';
import { BADGE_PATH, sortScan } from '#protocol/scan';
import type { Engine } from './engine.ts';
import type { Seen } from './project.ts';
import { makePublicBadges } from './public-badge.ts';

export interface AppDeps {
  readonly origin: string;
  readonly brought: Brought | null;
  /** The languages there are; the device's own is taken when it is one of them and nobody chose. */
  readonly locales: readonly string[];
  readonly readyOffline: () => boolean;
  /** Tells the service worker to keep the staff's screens too. */
  readonly keepStaff: () => void;
}

/** The real App: screens above, device and engine below. The engine is started by the first screen that asks who this device is. */
export const createApp = (deps: AppDeps): App => {
  const settings = readSettings();
  const [seen, setSeen] = createSignal<Seen>();
  const [online, setOnline] = createSignal(isOnline());
  const [sound, setSound] = createSignal(settings.sound);
  const [locale, setLocale] = createSignal(settings.locale ?? ownLocale(deps.locales));
  const [forgotten, setForgotten] = createSignal(settings.forgotten);
  const [secret, setSecret] = createSignal(deps.brought && deps.brought.kind !== 'ticket' ? deps.brought.secret : undefined);
  const [kept, setKept] = createSignal(deps.brought?.kind === 'ticket' ? deps.brought.text : undefined);
  makeOnline(setOnline);

  let starting: Promise<Engine> | undefined;
  let running: Engine | undefined;
  const engine = (): Promise<Engine> => {
    starting ??= begin();
    return starting;
  };
  const begin = async (): Promise<Engine> => {
    const { startEngine } = await import('./engine.ts');
    running = await startEngine({ origin: deps.origin, locale: locale(), onSeen: (now) => batch(() => setSeen(now)) });
    return running;
  };
  const entered = <T>(outcome: T, staff: boolean): T => {
    if (outcome !== 'enrolled') return outcome;
    void askToKeep();
    if (staff) deps.keepStaff();
    return outcome;
  };
  const now = (): Seen | undefined => {
    void engine();
    return seen();
  };
  const player = makeClipPlayer((key) => clipPath(locale(), key));

  return {
    who: () => {
      const at = now();
      return at ? (at.identity?.actor.role ?? 'nobody') : 'unknown';
    },
    me: () => now()?.person,
    badges: () => now()?.badges ?? [],
    roads: () => now()?.roads ?? [],
    events: () => now()?.events ?? [],
    safety: () => now()?.safety ?? 'arrived',
    online,
    readyOffline: deps.readyOffline,
    locale,
    setLocale: (chosen) => {
      writeSettings({ locale: chosen });
      setLocale(chosen);
      void engine().then((started) => started.locale(chosen));
    },
    sound,
    setSound: (chosen) => {
      writeSettings({ sound: chosen });
      setSound(chosen);
    },
    say: (keys) => {
      if (sound() !== 'quiet') player.play(keys);
    },
    hush: player.hush,
    cardSecret: secret,
    openCard: async (secret) => (await engine()).openCard(secret),
    enrol: async (secret, code) => entered(await (await engine()).enrol(secret, code), false),
    enrolOrganiser: async (secret) => entered(await (await engine()).enrolOrganiser(secret), true),
    keptTicket: () => kept() ?? now()?.keptScan ?? undefined,
    keepTicket: async (text) => {
      setKept(text);
      return (await engine()).scans.keep(text);
    },
    dropTicket: () => {
      setKept(undefined);
      void engine().then((started) => started.scans.drop());
    },
    scan: (view, on) => makeScan(view, on),
    scanFile,
    bringCard: (text) => {
      const scanned = sortScan(text, deps.origin);
      if (scanned.kind === 'card') setSecret(scanned.secret);
    },
    look: async (text) => (await engine()).look(text),
    refusals: () => (now()?.refusals ?? []).filter(({ n }) => n > forgotten()),
    forgetRefusal: (n) => {
      writeSettings({ forgotten: n });
      setForgotten(n);
    },
    claim: async (text) => (await engine()).claim(text),
    show: async (badge, to) => void (await (await engine()).show(badge, to)),
    addressOf: (badge) => `${deps.origin}${BADGE_PATH}/${badge}`,
    share,
    qr: async (text) => (await import('#client/device/qr-code')).qrSvg(text),
    ticket: async (event, poster) => (await engine()).ticket(event, poster),
    untilNextStep: () => running?.untilNextStep() ?? TICKET_STEP_MS,
    publicBadge: makePublicBadges(deps.origin),
    keepAwake: makeWakeLock,
    reload: () => location.reload(),
  };
};

/** The first of the device's languages that there is, else French. */
const ownLocale = (locales: readonly string[]): string =>
  navigator.languages.map((tag) => locales.find((locale) => locale === tag || locale === tag.split('-')[0])).find((found) => found !== undefined) ?? 'fr';
