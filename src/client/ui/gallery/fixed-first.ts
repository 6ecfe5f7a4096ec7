import type { FirstApp } from '../app-first.ts';

/** Somebody past her first minutes, on a browser without a way to the home screen. */
export const fixedFirst: FirstApp = {
  greeted: () => true,
  greet: () => undefined,
  consentDue: () => false,
  askConsent: () => undefined,
  consents: async () => ({}),
  sayConsent: async () => undefined,
  installWay: () => 'none',
  installDue: () => false,
  installAsked: () => undefined,
  install: async () => true,
  takeAway: async () => ({ name: 'pepites.zip', share: async () => undefined }),
  erase: async () => undefined,
};
