import type { AskingApp } from '#client/ui/app-asking';
import type { CaptureApp } from '#client/ui/app-capture';
import type { CourierApp } from '#client/ui/app-courier';
import type { GivingApp } from '#client/ui/app-giving';
import type { LeavingApp } from '#client/ui/app-leaving';
import type { SendingApp } from '#client/ui/app-sending';
import { askingApp } from './asking-app.ts';
import { captureApp } from './capture-app.ts';
import { courierApp } from './courier-app.ts';
import { givingApp } from './giving-app.ts';
import { leavingApp } from './leaving-app.ts';
import { sendingApp } from './sending-app.ts';

/** What the App can do beyond its first screens. */
export type LaterApp = AskingApp & CaptureApp & CourierApp & GivingApp & LeavingApp & SendingApp;

type LaterDeps = Parameters<typeof givingApp>[0] & {
  readonly linkSecret: () => string | undefined;
  readonly life: Parameters<typeof askingApp>[0]['life'] &
    Parameters<typeof captureApp>[0] &
    Parameters<typeof courierApp>[0] &
    Parameters<typeof leavingApp>[0] &
    Parameters<typeof sendingApp>[0]['life'];
};

/** The App's later parts, in one chunk: asking, capturing, carrying, giving, sending. */
export const laterApp = (deps: LaterDeps): LaterApp => ({
  ...askingApp(deps),
  ...captureApp(deps.life),
  ...courierApp(deps.life),
  ...givingApp(deps),
  ...leavingApp(deps.life),
  ...sendingApp(deps),
});
