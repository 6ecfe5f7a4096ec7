/** What the app would use and does without here, each by its plain name. Runs in the page. */
export const missingPowers = async (): Promise<readonly string[]> => {
  const cameras = await navigator.mediaDevices.enumerateDevices().then((all) => all.filter(({ kind }) => kind === 'videoinput'));
  const powers: Readonly<Record<string, boolean>> = {
    'service worker': 'serviceWorker' in navigator,
    'a camera': cameras.length > 0,
    'its own QR reader': 'BarcodeDetector' in globalThis,
    'a canvas in workers': 'OffscreenCanvas' in globalThis,
    'background sync': 'SyncManager' in globalThis,
    'locks between tabs': 'locks' in navigator,
    'news between tabs': 'BroadcastChannel' in globalThis,
    'a promise to keep what is stored': 'storage' in navigator && 'persist' in navigator.storage,
    'a screen kept awake': 'wakeLock' in navigator,
    'sharing with other apps': 'share' in navigator,
    'MP3 sound': document.createElement('audio').canPlayType('audio/mpeg') !== '',
  };
  return Object.keys(powers).filter((name) => !powers[name]);
};
