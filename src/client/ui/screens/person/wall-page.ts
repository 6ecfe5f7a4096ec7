/** Badges on one page of the wall. */
export const PER_PAGE = 4;

/** The address of the page of the wall where the `index`th badge stands. */
export const wallPage = (index: number): string => {
  const page = Math.floor(Math.max(0, index) / PER_PAGE);
  return page === 0 ? '/badges' : `/badges?n=${page}`;
};
