import { createSignal } from 'solid-js';
import { watchInstall } from '#client/device/install';
import { askToKeep } from '#client/device/persist';
import { readSettings, writeSettings } from '#client/device/settings';
import type { FirstApp } from '#client/ui/app-first';
import type { FirstEngine } from './first-engine.ts';
import type { Seen } from './seen.ts';

interface FirstAppDeps {
  readonly locale: () => string;
  readonly setLocale: (locale: string) => void;
  readonly life: { engine(): Promise<{ first(): Promise<FirstEngine> }>; now(): Seen | undefined };
}

/** Somebody who has just opened the app came to do something: nothing is asked of her before that. */
const CALM_MS = 20_000;

/** The part of the App that greets, asks for consent, comes on the home screen, and gives back or forgets all that is hers. */
export const firstApp = ({ locale, setLocale, life }: FirstAppDeps): FirstApp => {
  const first = async (): Promise<FirstEngine> => (await life.engine()).first();
  return {
    ...greeting(setLocale),
    ...consenting(locale, first),
    ...installing(),
    takeAway: async () => {
      try {
        const parts = await (await first()).myData(life.now()?.badges ?? [], locale());
        return parts && takenAway(new File([...parts], `pepites-${dayOf(new Date())}.zip`, { type: 'application/zip' }));
      } catch {
        // No room for it, or the code is not on this device yet.
        return null;
      }
    },
    erase: async () => {
      await (await import('#client/device/erase')).eraseDevice();
      location.replace('/');
    },
  };
};

const dayOf = (at: Date): string =>
  [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((part) => String(part).padStart(2, '0')).join('-');

const takenAway = async (file: File) => {
  const { canShareFile, saveFile, shareFile } = await import('#client/device/save-file');
  saveFile(file);
  return { name: file.name, share: canShareFile(file) ? () => shareFile(file) : null };
};

const greeting = (setLocale: (locale: string) => void): Pick<FirstApp, 'greeted' | 'greet'> => {
  const [greeted, setGreeted] = createSignal(readSettings().locale !== null);
  return {
    greeted,
    greet: (locale) => {
      setLocale(locale);
      setGreeted(true);
    },
  };
};

type Consenting = Pick<FirstApp, 'consentDue' | 'askConsent' | 'consents' | 'sayConsent'>;

const consenting = (locale: () => string, first: () => Promise<FirstEngine>): Consenting => {
  const [due, setDue] = createSignal(readSettings().consentDue);
  return {
    consentDue: due,
    askConsent: (now) => {
      writeSettings({ consentDue: now });
      setDue(now);
    },
    consents: async () => (await first()).consents(),
    sayConsent: async (topic, said) => (await first()).sayConsent(topic, said, locale()),
  };
};

type Installing = Pick<FirstApp, 'installWay' | 'installDue' | 'installAsked' | 'install'>;

const installing = (): Installing => {
  const { starts, installAsked } = readSettings();
  writeSettings({ starts: starts + 1 });
  const [asked, setAsked] = createSignal(installAsked);
  const install = watchInstall(() => setWay(install.way()));
  const [way, setWay] = createSignal(install.way());
  return {
    installWay: way,
    installDue: () => starts > 0 && !asked() && way() !== 'none' && performance.now() > CALM_MS,
    installAsked: () => {
      writeSettings({ installAsked: true });
      setAsked(true);
      // With an icon on the screen, browsers promise more readily to clear nothing.
      void askToKeep();
    },
    install: install.ask,
  };
};
