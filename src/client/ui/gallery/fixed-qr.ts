const SIDE = 57;
const QUIET = 4;

/** Is this module inside one of the three squares by which a reader finds a code, and dark? Undefined: elsewhere. */
const finder = (x: number, y: number): boolean | undefined => {
  const corners = [
    [0, 0],
    [SIDE - 7, 0],
    [0, SIDE - 7],
  ] as const;
  const corner = corners.find(([left, top]) => x >= left - 1 && x <= left + 7 && y >= top - 1 && y <= top + 7);
  if (!corner) return undefined;
  const ring = Math.max(Math.abs(x - corner[0] - 3), Math.abs(y - corner[1] - 3));
  return ring !== 2 && ring < 4;
};

/** Looks like the QR of a ticket and says nothing: the gallery has no code library, and its codes must never be taken for real ones. */
export const fixedQr = (text: string): string => {
  let seed = [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7);
  const chance = (): boolean => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed > 0x7fff_ffff;
  };
  const cells = Array.from({ length: SIDE * SIDE }, (_, i) => ({ x: i % SIDE, y: Math.floor(i / SIDE) }));
  const dark = cells.filter(({ x, y }) => finder(x, y) ?? chance());
  const path = dark.map(({ x, y }) => `M${x + QUIET} ${y + QUIET}h1v1h-1z`).join('');
  const side = SIDE + 2 * QUIET;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path d="${path}"/></svg>`;
};
