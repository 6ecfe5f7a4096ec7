// Lighthouse on a phone's first visit of the start page and of an event's address: the median of three runs each.
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { DEMO_INVITATION } from '#content/demo';
import { browserFlags, findInstalledBrowser } from '#tools/find-browser';
import { makeOrganiser } from '../journeys/kit/organiser.ts';
import { median } from './kit/figures.ts';
import { openTown } from './kit/town.ts';

const GOALS = { performance: 98, accessibility: 100, 'best-practices': 100 } as const;
const CATEGORIES = ['performance', 'accessibility', 'best-practices'] as const;

const town = await openTown();
const organiser = await makeOrganiser(`${town.origin}/o#${DEMO_INVITATION}`);
const addresses = { 'start page': `${town.origin}/`, 'claim page': await organiser.ticket() };
const chromePath = findInstalledBrowser();

for (const [name, address] of Object.entries(addresses)) {
  const scores = { performance: [], accessibility: [], 'best-practices': [] } as Record<(typeof CATEGORIES)[number], number[]>;
  for (let run = 0; run < 3; run++) {
    const chrome = await launch({ ...(chromePath && { chromePath }), chromeFlags: ['--headless=new', ...browserFlags] });
    const result = await lighthouse(address, { port: chrome.port, onlyCategories: [...CATEGORIES], logLevel: 'error' });
    chrome.kill();
    const failed = result ? result.lhr.runtimeError : { message: 'no result' };
    if (failed) console.log(`  ${name}, run ${run + 1}: Lighthouse itself failed (${failed.message})`);
    for (const category of CATEGORIES) scores[category].push((result?.lhr.categories[category]?.score ?? 0) * 100);
    if (run === 0) {
      for (const audit of Object.values(result?.lhr.audits ?? {}))
        if (audit.score !== null && audit.score < 0.9 && audit.scoreDisplayMode !== 'informative')
          console.log(`  ${name}: ${audit.id} ${audit.score} ${audit.displayValue ?? ''}`);
    }
  }
  for (const category of CATEGORIES) {
    const middle = median(scores[category]);
    console.log(
      `Lighthouse ${name} ${category}: ${middle} (goal ${GOALS[category]}: ${middle >= GOALS[category] ? 'reached' : 'MISSED'}; runs ${scores[category].map(Math.round).join(' ')})`,
    );
  }
}
await town.close();
