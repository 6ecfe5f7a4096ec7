/**
 * A new element for what is about to be drawn, where an earlier picture of it may stand (`first-screen`): it takes that place with the first
 * thing drawn in it, in the same frame, so that nothing blinks.
 */
export const takePlace = (stood: HTMLElement): HTMLElement => {
  if (stood.childElementCount === 0) return stood;
  const place = stood.cloneNode(false) as HTMLElement;
  const drawn = new MutationObserver(() => {
    drawn.disconnect();
    stood.replaceWith(place);
  });
  drawn.observe(place, { childList: true });
  return place;
};
