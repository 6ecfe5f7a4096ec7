/** Things on one page of what I show; the fourth place adds one more. */
export const SHOWN_PER_PAGE = 3;

/** The address of the page on which the `index`th thing stands. */
export const shownPage = (index: number): string => {
  const page = Math.floor(Math.max(0, index) / SHOWN_PER_PAGE);
  return page === 0 ? '/me/shown' : `/me/shown?n=${page}`;
};
