import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { aptInstall, canAptInstall } from './apt-install.ts';
import { findOnPath } from './find-browser.ts';

/** A browser engine besides Chromium, and how to come by it. */
interface Engine {
  readonly title: string;
  /** Debian packages that bring it. */
  readonly packages: readonly string[];
  /** The programs it takes, by their role; undefined where one is missing. */
  readonly find: () => Readonly<Record<string, string | undefined>>;
}

/** WebKitGTK's own small browser lies in no PATH: beside its library, under a name that tells the API's version. */
const findMiniBrowser = (): string | undefined => {
  const folders = ['/usr/libexec', '/usr/lib64', '/usr/lib'].filter((folder) => existsSync(folder));
  const inside = folders.flatMap((folder) => [folder, ...readdirSync(folder).map((name) => join(folder, name))]);
  const versions = ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0'];
  return versions.flatMap((version) => inside.map((folder) => join(folder, version, 'MiniBrowser'))).find((path) => existsSync(path));
};

/** The other engines, in the order they are tried: the one of every iPhone first. */
export const ENGINES = {
  webkit: {
    title: 'WebKitGTK',
    packages: ['webkit2gtk-driver', 'xvfb'],
    find: () => ({ driver: findOnPath(['WebKitWebDriver']), browser: findMiniBrowser(), screen: findOnPath(['Xvfb']) }),
  },
  firefox: {
    title: 'Firefox',
    packages: ['firefox-esr'],
    find: () => ({ browser: findOnPath(['firefox-esr', 'firefox']) }),
  },
} as const satisfies Readonly<Record<string, Engine>>;

export type EngineName = keyof typeof ENGINES;

const missing = ({ find }: Engine): boolean => Object.values(find()).includes(undefined);

/** Installs an engine where apt-get may and it is not here yet. Why it is not here in the end, or undefined when it is. */
export const ensureEngine = async (name: EngineName): Promise<string | undefined> => {
  const engine: Engine = ENGINES[name];
  if (!missing(engine)) return undefined;
  const wanted = engine.packages.join(' and ');
  if (!canAptInstall()) return `install ${wanted} (only root on Debian gets them installed by this command)`;
  console.error(`Installing ${wanted} with apt-get …`);
  const refusal = await aptInstall(engine.packages);
  if (refusal) return `apt-get could not install ${wanted}: ${refusal}`;
  return missing(engine) ? `${wanted} are installed, and some program of theirs is not where it is expected` : undefined;
};
