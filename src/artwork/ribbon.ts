import { INK, mix, type Tones } from './hues.ts';

/** `open`: given on this phone, the signature has not come yet. `closed`: the signed badge is here. */
export type Ribbon = 'none' | 'open' | 'closed';

const TAIL = 'M-58 68L-88 75L-80 87L-86 101L-54 95Z';
const BAND = 'M-66 64Q-34 72 2 72L-7 84L2 97Q-36 97-66 89Z';

const half = (side: 'left' | 'right', open: boolean, tones: Tones): string => {
  const mirror = side === 'right' ? ' transform="scale(-1 1)"' : '';
  const pull = open ? 'rotate(5 -66 76)translate(-31 0)scale(.53 1)' : '';
  const fold = mix(tones.main, '#ffffff', 0.42);
  return (
    `<g class="ribbon-${side}"${mirror}><path d="${TAIL}" fill="${fold}"/>` +
    `<path class="ribbon-band" d="${BAND}" fill="${tones.light}"${pull === '' ? '' : ` transform="${pull}"`}/></g>`
  );
};

const PHONE =
  `<g class="ribbon-phone"><rect x="-15" y="56" width="30" height="47" rx="7" fill="${INK}" stroke="#fff" stroke-width="3"/>` +
  '<path fill="#9fd3e6" d="M-9 64H9V91H-9Z"/><path fill="#fff" d="M-4 95H4V97.5H-4Z"/></g>';

const seal = (tones: Tones): string =>
  `<g class="ribbon-seal"><circle cy="82" r="20" fill="${tones.deep}" stroke="#fff" stroke-width="3"/>` +
  '<path d="M-9 82L-3 89L9 75" fill="none" stroke="#fff" stroke-width="5.5" stroke-linecap="round" stroke-linejoin="round"/></g>';

/**
 * The ribbon across the foot of a badge, around (0, 0). Both halves, the phone and the seal are groups with class names
 * (`ribbon-left`, `ribbon-right`, `ribbon-phone`, `ribbon-seal`), so that a screen can draw the two halves together.
 */
export const ribbonMarkup = (ribbon: Ribbon, tones: Tones): string => {
  if (ribbon === 'none') return '';
  const open = ribbon === 'open';
  return (
    `<g class="ribbon ribbon-${ribbon}" stroke="${tones.deep}" stroke-width="3" stroke-linejoin="round">` +
    `${half('left', open, tones)}${half('right', open, tones)}</g>${open ? PHONE : seal(tones)}`
  );
};
