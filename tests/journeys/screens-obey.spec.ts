import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { enterWith } from './kit/enter.ts';
import { expect, test } from './kit/journey.ts';
import { brokenRules, enlargeText, fixedPlaces } from './kit/obey.ts';
import { makeOrganiser } from './kit/organiser.ts';
import { ribbon, scan, screen } from './kit/steps.ts';

const SCREENS = [
  { width: 320, height: 568 },
  { width: 360, height: 640 },
] as const;

/** Names of the gallery's entries, by the group they stand in. */
const entriesOf = async (page: Page, origin: string): Promise<Readonly<Record<string, readonly string[]>>> => {
  await page.goto(`${origin}/gallery`);
  await page.locator('section li a').first().waitFor();
  return page.evaluate(() => {
    const groups = [...document.querySelectorAll('section')].map((section) => {
      const names = [...section.querySelectorAll('li > a:first-child')].map((link) => link.getAttribute('href')?.split('/').at(-1) ?? '');
      return [section.querySelector('h2')?.textContent ?? '', names] as const;
    });
    return Object.fromEntries(groups);
  });
};

/** Opens one entry and lets it come to rest: letters there, pictures there, presses done, nothing moving. */
const openEntry = async (page: Page, origin: string, name: string, locale = 'fr'): Promise<void> => {
  await page.goto(`${origin}/gallery/${name}?locale=${locale}`);
  await page.locator('[data-entry]').waitFor();
  await settle(page);
};

const settle = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
    await Promise.all(
      document
        .getAnimations()
        .map((motion) => Promise.race([motion.finished.catch(() => undefined), new Promise((end) => setTimeout(end, 400))])),
    );
  });

const accessible = async (page: Page, where: string, strict: boolean): Promise<readonly string[]> => {
  // Legacy mode: its other mode opens a second page for each look, for the sake of frames from elsewhere, and the app has none.
  const axe = new AxeBuilder({ page }).exclude('video').setLegacyMode(true);
  axe.options({ resultTypes: ['violations'], ...(strict ? { rules: { 'color-contrast-enhanced': { enabled: true } } } : {}) });
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${where}: ${id} ${target.join(' ')} ${(failureSummary ?? '').split('\n').at(1)?.trim() ?? ''}`,
    ),
  );
};

/** Fr in both sizes; the others at the smaller one, where words are likeliest not to fit: Arabic always, more by PEPITES_LOCALES=en,uk,pt. */
const LOOKS = [
  ...SCREENS.map((size) => ({ size, locale: 'fr' })),
  ...['ar', ...(process.env['PEPITES_LOCALES'] ?? '').split(',').filter(Boolean)].map((locale) => ({ size: SCREENS[0], locale })),
];

for (const { size, locale } of LOOKS) {
  test(`every person screen of the gallery obeys in ${locale} at ${size.width}×${size.height} with letters of 130 %`, async ({
    town,
    phone,
  }) => {
    test.setTimeout(300_000);
    const device = await phone({ screen: size });
    const page = device.page();
    const { person = [] } = await entriesOf(page, town.origin);
    expect(person.length).toBeGreaterThan(15);
    await enlargeText(page, 1.3);
    const broken: string[] = [];
    // Where it stands, and on which screen it was first seen there.
    const places = new Map<string, Map<string, string>>();
    for (const name of person) {
      await openEntry(page, town.origin, name, locale);
      broken.push(...(await brokenRules(page)).map((text) => `${name}: ${text}`));
      for (const [key, place] of Object.entries(await fixedPlaces(page))) {
        const known = places.get(key) ?? new Map<string, string>();
        if (!known.has(place)) known.set(place, name);
        places.set(key, known);
      }
    }
    for (const [key, found] of places)
      if (found.size > 1)
        broken.push(`rule 5: ${key} stands at ${[...found].map(([place, name]) => `${place} (${name})`).join(' and at ')}`);
    expect(broken).toEqual([]);
  });
}

// Two tests, so that both workers have something to look at.
for (const half of ['first', 'second'] as const) {
  test(`every entry of the ${half} half of the gallery is clean to axe, and a person’s text has a contrast of 7 to 1`, async ({
    town,
    phone,
  }) => {
    test.setTimeout(600_000);
    const device = await phone({ screen: { width: 360, height: 640 } });
    const page = device.page();
    const broken: string[] = [];
    for (const [group, names] of Object.entries(await entriesOf(page, town.origin))) {
      const middle = Math.ceil(names.length / 2);
      for (const name of half === 'first' ? names.slice(0, middle) : names.slice(middle)) {
        await openEntry(page, town.origin, name);
        broken.push(...(await accessible(page, name, group === 'person')));
      }
    }
    expect(broken).toEqual([]);
  });
}

test('the real screens of a person who holds a badge obey too', async ({ town, phone }) => {
  test.setTimeout(180_000);
  const organiser = await makeOrganiser(town.invitation);
  const amina = await phone();
  const page = amina.page();
  await enterWith(page, town.card(0));
  const offer = await scan(amina, await organiser.ticket());
  const broken: string[] = [];
  const look = async (where: string): Promise<void> => {
    await settle(page);
    broken.push(...(await brokenRules(page)).map((text) => `${where}: ${text}`), ...(await accessible(page, where, true)));
  };
  await look('claim');
  await offer.locator('[data-primary]').tap();
  await screen(page, 'taken').waitFor();
  await look('taken');
  await page.goto(`${town.origin}/badges`);
  await ribbon(screen(page, 'badges'), 'closed').waitFor({ timeout: 30_000 });
  const badge = await page.locator('a[href^="/badges/"]').first().getAttribute('href');
  for (const route of ['/', '/badges', badge, `${badge}/show`, '/road', '/help', '/me', '/me/sound', '/me/language', '/scan', '/nowhere']) {
    await page.goto(`${town.origin}${route}`);
    await page.locator('[data-screen] [data-primary]').first().waitFor();
    await look(route ?? '');
  }
  expect(broken).toEqual([]);
});
