import type { Page } from '@playwright/test';
import { DEMO_ADVISOR } from '#content/demo';
import type { Town } from './journey.ts';
import type { Phone } from './person.ts';

/** Nadia's own phone: an invitation, one press, and she sees who waits. */
export const openAdvisor = async (nadia: Phone, town: Town): Promise<Page> => {
  const page = nadia.page();
  await page.goto(`${town.origin}/o#${DEMO_ADVISOR.invitation}`);
  await page.locator('[data-primary]').tap();
  await page.locator('.people-list').waitFor();
  return page;
};
