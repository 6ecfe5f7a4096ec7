import type { Scanning, ScanReports, ScanState } from './scan-reports.ts';

/** Looks for QR codes with the camera, shown in `view`. The camera and decoder code is loaded only now. */
export const makeScan = (view: HTMLElement, on: ScanReports): Scanning => {
  let stopped = false;
  let live: Scanning | undefined;
  let last: ScanState | undefined;
  const state = (now: ScanState): void => {
    if (!stopped && now !== last) on.state(now);
    last = now;
  };
  const text = (found: string): void => {
    if (!stopped) on.text(found);
  };
  const start = async (): Promise<void> => {
    // Nobody is called back before makeScan has returned: screens use what it returns when they are told.
    await Promise.resolve();
    state('starting');
    try {
      const { makeLiveScan } = await import('./live-scan.ts');
      if (!stopped) live = makeLiveScan(view, { text, state });
    } catch {
      // The chunk is not on this phone and there is no network: no camera for now.
      state('missing');
    }
  };
  void start();
  return {
    stop: () => {
      stopped = true;
      live?.stop();
    },
    get torch() {
      return live?.torch ?? null;
    },
  };
};

/** The text of the QR in a photo or a picture file; null when there is none, or when it is no picture. */
export const scanFile = async (file: Blob): Promise<string | null> => (await import('./live-scan.ts')).readFile(file);
