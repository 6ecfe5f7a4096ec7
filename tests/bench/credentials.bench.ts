// Complete verification and issuing of a rich badge, ours against @digitalbazaar/vc and against the raw Ed25519 rate of WebCrypto, in
// Node and in Chromium. Rates and ratios are medians over paired rounds. On a machine that others use, processor time is the figure to
// trust; a browser only has the clock.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { chromium } from '@playwright/test';
import { browserFlags, findInstalledBrowser } from '#tools/find-browser';
import { knownDocuments, offlineLoader } from '../credentials/offline-loader.ts';
import { serveBenchPage } from './kit/bench-page.ts';
import { credentialContenders } from './kit/credential-contenders.ts';
import { median } from './kit/figures.ts';
import type { Round } from './kit/paired-rounds.ts';
import { pairedRounds } from './kit/paired-rounds.ts';

const PLAN = { rounds: 40, roundMs: 40, warmUpMs: 3000 };

type Column = readonly [title: string, of: (round: Round, name: string) => number, over: (values: readonly number[]) => number];

const byClock: Column = ['by the clock', (round, name) => round[name]?.clock ?? Number.NaN, median];
const byProcessor: Column = ['by processor time', (round, name) => round[name]?.cpu ?? Number.NaN, median];

/** Rates in the middle of the rounds, and ratios in the middle of each round's ratio; last, what the best round of each gave. */
const tell = (rounds: readonly Round[], columns: readonly Column[], ofRaw: string): void => {
  const line = (name: string, texts: readonly string[], aim = ''): void =>
    console.log(`${name.padEnd(34)}${texts.map((text) => text.padStart(18)).join('')}${aim}`);
  const best = (name: string): number => Math.min(...rounds.map((round) => round[name]?.clock ?? Number.NaN));
  line(`${rounds.length} paired rounds`, [...columns.map(([title]) => title), 'best rounds']);
  for (const name of Object.keys(rounds[0] ?? {})) {
    const rates = [...columns.map(([, of, over]) => 1e6 / over(rounds.map((round) => of(round, name)))), 1e6 / best(name)];
    line(
      name,
      rates.map((rate) => `${Math.round(rate)}/s`),
    );
  }
  const compare = (what: string, cheap: string, dear: string, aim: string): void => {
    const ratios = columns.map(([, of, over]) => over(rounds.map((round) => of(round, dear) / of(round, cheap))));
    line(
      what,
      [...ratios, best(dear) / best(cheap)].map((ratio) => ratio.toFixed(2)),
      `   aim ${aim}`,
    );
  };
  compare('verify, times @digitalbazaar/vc', 'verify, ours', 'verify, @digitalbazaar/vc', '20');
  compare('verify, part of the raw rate', 'verify, ours', 'raw WebCrypto Ed25519 verify', ofRaw);
  compare('issue, times @digitalbazaar/vc', 'issue, ours', 'issue, @digitalbazaar/vc', '20');
};

// Whoever makes garbage sweeps it before the next one's turn; a full collection would throw away compiled code too.
setFlagsFromString('--expose-gc');
const collect: (options: { readonly type: 'minor' }) => void = runInNewContext('gc');
const tidy = (): void => collect({ type: 'minor' });
const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

console.log(`Node ${process.version}`);
tell(await pairedRounds(await credentialContenders(offlineLoader), PLAN, { cpu, tidy }), [byClock, byProcessor], '0.40');

const executablePath = findInstalledBrowser();
const browser = await chromium.launch({ args: [...browserFlags], ...(executablePath && { executablePath }) });
try {
  const page = await browser.newPage();
  await serveBenchPage(page, 'tests/bench/kit/credential-page.ts');
  const rounds = await page.evaluate(([documents, plan]) => Reflect.get(globalThis, 'measure')(documents, plan) as Promise<Round[]>, [
    knownDocuments,
    PLAN,
  ] as const);
  console.log(`Chromium ${browser.version()}`);
  tell(rounds, [byClock], '0.25');
} finally {
  await browser.close();
}
