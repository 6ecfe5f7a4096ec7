import { type MenuWay, menuWay } from './install-way.ts';

/** Chromium's offer to install, in no standard. */
interface InstallEvent extends Event {
  prompt(): Promise<void>;
  readonly userChoice: Promise<{ readonly outcome: 'accepted' | 'dismissed' }>;
}

export interface Install {
  way(): MenuWay | 'touch';
  /** True when it was put on the screen. */
  ask(): Promise<boolean>;
}

const isOffer = (event: Event): event is InstallEvent => 'prompt' in event && 'userChoice' in event;

const isApp = (): boolean => matchMedia('(display-mode: standalone), (display-mode: fullscreen)').matches;

/** Listens for the browser's offer from now on, and keeps it from being made before somebody asks; `changed` when there is another way. */
export const watchInstall = (changed: () => void): Install => {
  let offer: InstallEvent | undefined;
  addEventListener('beforeinstallprompt', (event) => {
    if (!isOffer(event)) return;
    event.preventDefault();
    offer = event;
    changed();
  });
  addEventListener('appinstalled', () => {
    offer = undefined;
    changed();
  });
  return {
    way: () => {
      if (isApp()) return 'none';
      return offer ? 'touch' : menuWay(navigator.userAgent, navigator.maxTouchPoints);
    },
    ask: async () => {
      const asked = offer;
      // It can be made once.
      offer = undefined;
      try {
        await asked?.prompt();
        return (await asked?.userChoice)?.outcome === 'accepted';
      } catch {
        return false;
      } finally {
        changed();
      }
    },
  };
};
