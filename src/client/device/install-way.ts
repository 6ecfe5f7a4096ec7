/** How a browser puts a web app on the home screen: by its menu. `none`: it is there already, or this browser cannot. */
export type MenuWay = 'ios' | 'firefox' | 'samsung' | 'none';

/** By the name a browser gives itself: nothing else tells where its menu is. A wrong guess costs a picture that does not fit, nothing more. */
export const menuWay = (userAgent: string, touchPoints: number): MenuWay => {
  // An iPad calls itself a Macintosh; no Macintosh has a screen to touch. Other browsers of iOS have the same share sheet since iOS 16.4.
  if (/iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && touchPoints > 1)) return 'ios';
  if (/SamsungBrowser/.test(userAgent)) return 'samsung';
  return /Android/.test(userAgent) && /Firefox/.test(userAgent) ? 'firefox' : 'none';
};
