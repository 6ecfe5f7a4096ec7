/** Something that can be ended at once, as a transaction. */
interface Cuttable {
  abort(): void;
}

const underWay = new Set<Cuttable>();
let back: Promise<void> = Promise.resolve();

const cut = (begun: Cuttable): void => {
  try {
    begun.abort();
  } catch {
    // It is ending by itself.
  }
};

// WebKit keeps a page that is left as it stands, for the way back, and with it a transaction under way: frozen, that one bars the database
// to every other page for as long as the first is kept. (Workers have no such event.)
if (typeof addEventListener === 'function')
  addEventListener('pagehide', () => {
    back = new Promise((resolve) => addEventListener('pageshow', () => resolve(), { once: true }));
    for (const begun of underWay) cut(begun);
  });

/** Does some work, told by `note`, that ends when this page is left; should somebody come back to the page, it is done then, whole. */
export const whileShown = async <T>(work: (note: (begun: Cuttable) => void) => PromiseLike<T>): Promise<T> => {
  const shown = back;
  await shown;
  let mine: Cuttable | undefined;
  try {
    return await work((begun) => {
      mine = begun;
      underWay.add(begun);
    });
  } catch (error) {
    if (back === shown) throw error;
    return whileShown(work);
  } finally {
    if (mine) underWay.delete(mine);
  }
};
