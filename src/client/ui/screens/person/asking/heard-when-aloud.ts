import type { App } from '../../../app.ts';

/** What was touched is said, to whoever chose to hear the app. */
export const heardWhenAloud = (app: Pick<App, 'sound' | 'say'>, key: string): void => {
  if (app.sound() === 'aloud' || app.sound() === 'earphones') app.say([key]);
};
