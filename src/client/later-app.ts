import type { AskingApp } from '#client/ui/app-asking';
import type { CaptureApp } from '#client/ui/app-capture';
import type { CourierApp } from '#client/ui/app-courier';
import type { GivingApp } from '#client/ui/app-giving';
import { askingApp } from './asking-app.ts';
import { captureApp } from './capture-app.ts';
import { courierApp } from './courier-app.ts';
import { givingApp } from './giving-app.ts';

/** What the App can do beyond its first screens. */
export type LaterApp = AskingApp & CaptureApp & CourierApp & GivingApp;

type LaterDeps = Parameters<typeof givingApp>[0] & {
  readonly life: Parameters<typeof askingApp>[0]['life'] & Parameters<typeof captureApp>[0] & Parameters<typeof courierApp>[0];
};

/** The App's later parts, in one chunk: asking, capturing, carrying, giving. */
export const laterApp = (deps: LaterDeps): LaterApp => ({
  ...askingApp(deps),
  ...captureApp(deps.life),
  ...courierApp(deps.life),
  ...givingApp(deps),
});
