import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, devices, type Page } from '@playwright/test';
import { browserFlags, findInstalledBrowser } from '#tools/find-browser';
import type { FilmStyle, Shot } from './qr-film.ts';
import { makeWatch, type Watch } from './watch.ts';
import { makeWire, type Wire } from './wire.ts';
import { writeFilm } from './y4m.ts';

export interface PhoneOptions {
  readonly origin: string;
  /** Width and height in CSS pixels; 320×568 by default, the smallest phone we serve. */
  readonly screen?: { readonly width: number; readonly height: number };
  readonly camera?: 'granted' | 'refused';
}

/** One person's phone: a Chromium with a profile that survives its process. */
export interface Phone {
  page(): Page;
  context(): BrowserContext;
  watch(): Watch;
  /** What the camera sees from its next opening on. */
  sees(shots: readonly Shot[], style?: Partial<FilmStyle>): void;
  /** Airplane mode: nothing gets out, pages and service worker alike, and the browser knows it. It outlasts a kill. */
  airplane(on: boolean): Promise<void>;
  /** This phone's network, to cut, delay, or lose answers on. */
  readonly wire: Wire;
  /** Folder of what the browser keeps. */
  readonly profile: string;
  /** SIGKILL of the browser, as a phone that runs out of memory does. */
  kill(): Promise<void>;
  /** Starts the browser again on the same profile, without opening any address. */
  start(): Promise<Page>;
  /** Every complaint since the beginning, all starts together. */
  complaints(): readonly string[];
  /** A screenshot for whoever reads the failure. */
  keepPicture(path: string): Promise<void>;
  throwAway(): Promise<void>;
}

interface Parts {
  readonly profile: string;
  readonly film: string;
  readonly wire: Wire;
  readonly airplane: boolean;
}

const launch = ({ profile, film, wire, airplane }: Parts, options: PhoneOptions): Promise<BrowserContext> => {
  const executablePath = findInstalledBrowser();
  const screen = options.screen ?? { width: 320, height: 568 };
  return chromium.launchPersistentContext(profile, {
    ...devices['Pixel 5'],
    viewport: screen,
    screen,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    permissions: ['background-sync', ...(options.camera === 'refused' ? [] : ['camera', 'microphone'])],
    offline: airplane,
    proxy: { server: wire.address },
    ...(executablePath ? { executablePath } : {}),
    args: [...browserFlags, '--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${film}`],
  });
};

/** Process id of the browser itself; its children end with it. */
const pidOf = async (context: BrowserContext): Promise<number> => {
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('this browser tells nothing of its processes');
  const { processInfo } = (await session.send('SystemInfo.getProcessInfo')) as { processInfo: readonly { type: string; id: number }[] };
  const pid = processInfo.find(({ type }) => type === 'browser')?.id;
  if (pid === undefined) throw new Error('no browser process');
  return pid;
};

const refuseCamera = async (context: BrowserContext, origin: string): Promise<void> => {
  const session = await context.browser()?.newBrowserCDPSession();
  await session?.send('Browser.setPermission', { permission: { name: 'camera' }, setting: 'denied', origin });
};

/** Gives someone a phone. Nothing is opened yet. */
export const makePhone = async (options: PhoneOptions): Promise<Phone> => {
  const home = await mkdtemp(join(tmpdir(), 'pepites-phone-'));
  const film = join(home, 'camera.y4m');
  writeFilm(film, [{ shows: null, seconds: 0.5 }]);
  const watches: Watch[] = [];
  const wire = await makeWire(options.origin);
  let airplane = false;
  let context: BrowserContext | undefined;
  let page: Page | undefined;
  const here = (): BrowserContext => {
    if (!context) throw new Error('this phone is off');
    return context;
  };
  const start: Phone['start'] = async () => {
    context = await launch({ profile: join(home, 'profile'), film, wire, airplane }, options);
    if (options.camera === 'refused') await refuseCamera(context, options.origin);
    watches.push(makeWatch(context, options.origin));
    page = context.pages()[0] ?? (await context.newPage());
    return page;
  };
  await start();
  return {
    page: () => {
      if (!page) throw new Error('this phone is off');
      return page;
    },
    context: here,
    watch: () => {
      const watch = watches.at(-1);
      if (!watch) throw new Error('this phone was never on');
      return watch;
    },
    sees: (shots, style) => writeFilm(film, shots, style),
    wire,
    profile: join(home, 'profile'),
    airplane: async (on) => {
      airplane = on;
      // setOffline alone lets a service worker through after a restart (tried); the wire alone leaves navigator.onLine true.
      if (on) wire.cut();
      else wire.mend();
      await here().setOffline(on);
    },
    kill: async () => {
      const closed = here().waitForEvent('close');
      process.kill(await pidOf(here()), 'SIGKILL');
      await closed;
      context = undefined;
      page = undefined;
    },
    start,
    complaints: () => watches.flatMap(({ complaints }) => complaints),
    keepPicture: async (path) => {
      await page?.screenshot({ path, timeout: 5_000 }).catch(() => undefined);
    },
    throwAway: async () => {
      await context?.close();
      await wire.stop();
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
};
