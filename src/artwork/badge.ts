import { ENDED_TONES, HUES, type Hue, INK, LIGHT, mix, type Tones } from './hues.ts';
import { type Ribbon, ribbonMarkup } from './ribbon.ts';
import { facets, outline, type Shape } from './shapes.ts';
import { at, escapeXml, prefixIds, shortHash } from './svg-text.ts';

/**
 * What stands in the middle of a badge. `href` is a file on screen; `body` is SVG markup of our own making, embedded where an image
 * must stand alone (public page, baked file, print) and never text from outside. `photo` fills the whole disc.
 */
export type Picture = { readonly href: string; readonly photo?: boolean } | { readonly body: string; readonly viewBox: string };

export type Level = 0 | 1 | 2 | 3;

/** Everything that decides how a badge looks. Without `level` the ring is plain: this kind of badge has no levels. */
export type BadgeLook = {
  readonly shape: Shape;
  readonly hue: Hue;
  readonly picture: Picture;
  readonly level?: Level;
  readonly ribbon: Ribbon;
  readonly state: 'held' | 'to-win' | 'ended';
  /** Spoken name of the badge. */
  readonly title: string;
  /** Width and height in CSS pixels; without it the drawing takes the size it is given. */
  readonly size?: number;
};

const DISC = 58;
const RING = 67;
const SEGMENT_GAP = 0.022;

const onRing = (turns: number): string => at(RING * Math.sin(turns * 2 * Math.PI), -RING * Math.cos(turns * 2 * Math.PI));

const segment = (index: number): string =>
  `M${onRing(index / 3 + SEGMENT_GAP)}A${RING} ${RING} 0 0 1 ${onRing((index + 1) / 3 - SEGMENT_GAP)}`;

const arcs = (from: number, to: number): string => Array.from({ length: to - from }, (_, i) => segment(from + i)).join('');

const ring = (level: Level | undefined, tones: Tones, lit: string): string => {
  const groove = `<circle r="${RING}" fill="none" stroke="${tones.deep}" stroke-width="15"/>`;
  if (level === undefined)
    return `${groove}<circle r="${RING}" fill="none" stroke="${mix(tones.main, '#ffffff', 0.28)}" stroke-width="3"/>`;
  const line = (path: string, colour: string, name: string): string =>
    path === '' ? '' : `<path class="${name}" d="${path}" stroke="${colour}"/>`;
  return (
    `${groove}<g fill="none" stroke-width="9" stroke-linecap="round">` +
    `${line(arcs(level, 3), mix(tones.deep, '#ffffff', 0.22), 'level-empty')}${line(arcs(0, level), lit, 'level-full')}</g>`
  );
};

const pictureMarkup = (picture: Picture, id: string): string => {
  if ('href' in picture) {
    const [box, fit] = picture.photo === true ? [DISC * 2, 'slice'] : [84, 'meet'];
    const clip = picture.photo === true ? `<clipPath id="${id}d"><circle r="${DISC - 1.5}"/></clipPath>` : '';
    const clipped = clip === '' ? '' : ` clip-path="url(#${id}d)"`;
    return `${clip}<image href="${escapeXml(picture.href)}" x="${-box / 2}" y="${-box / 2}" width="${box}" height="${box}" preserveAspectRatio="xMidYMid ${fit}"${clipped}/>`;
  }
  return `<svg x="-42" y="-42" width="84" height="84" viewBox="${escapeXml(picture.viewBox)}">${prefixIds(picture.body, id)}</svg>`;
};

const defs = (id: string, shape: Shape, tones: Tones): string =>
  `<defs><path id="${id}o" d="${outline(shape)}"/><clipPath id="${id}c"><use href="#${id}o" transform="scale(.93)"/></clipPath>` +
  `<linearGradient id="${id}g" x2=".5" y2="1"><stop stop-color="${mix(tones.main, '#ffffff', 0.2)}"/><stop offset="1" stop-color="${tones.main}"/></linearGradient>` +
  `<linearGradient id="${id}r" x2="0" y2="1"><stop stop-color="#fff" stop-opacity=".75"/><stop offset=".7" stop-color="#fff" stop-opacity=".1"/></linearGradient>` +
  `<radialGradient id="${id}l" cy=".36"><stop offset=".2" stop-color="#fff"/><stop offset="1" stop-color="${tones.light}"/></radialGradient></defs>`;

const enamel = (look: BadgeLook, id: string, tones: Tones): string =>
  `<use href="#${id}o" y="4" fill="${mix(tones.deep, '#000000', 0.35)}"/><use href="#${id}o" fill="${tones.deep}"/>` +
  `<g clip-path="url(#${id}c)"><path fill="url(#${id}g)" d="M-99-99H99V99H-99Z"/>${facets(look.shape)}</g>` +
  `<use href="#${id}o" transform="scale(.9)" fill="none" stroke="url(#${id}r)" stroke-width="2"/>${ring(look.level, tones, look.state === 'ended' ? '#D6D1CB' : LIGHT)}` +
  `<circle r="${DISC}" fill="${mix(tones.light, tones.deep, 0.35)}"/><circle cy="1.5" r="${DISC - 1.5}" fill="url(#${id}l)"/>`;

const toWin = (look: BadgeLook, id: string, tones: Tones): string =>
  `<path d="${outline(look.shape)}" transform="scale(.95)" fill="#fff" stroke="${tones.main}" stroke-width="6" stroke-dasharray="13 10" stroke-linecap="round"/>` +
  `<g opacity=".42">${pictureMarkup(look.picture, id)}</g>`;

const STOP_BAR =
  '<g class="stop-bar" stroke-linecap="round"><path d="M-64 64L64-64" stroke="#fff" stroke-width="25"/>' +
  `<path d="M-64 64L64-64" stroke="${INK}" stroke-width="14"/></g>`;

/** What stands inside a badge's SVG, around (0, 0) and within 100 units of it, its ids beginning with a text of its own. */
export const badgeMarkup = (look: BadgeLook): string => {
  const id = `b${shortHash(JSON.stringify(look))}`;
  if (look.state === 'to-win') return toWin(look, id, HUES[look.hue]);
  const ended = look.state === 'ended';
  const tones = ended ? ENDED_TONES : HUES[look.hue];
  const body = `${defs(id, look.shape, tones)}${enamel(look, id, tones)}`;
  const picture = pictureMarkup(look.picture, id);
  if (!ended) return `${body}${picture}${ribbonMarkup(look.ribbon, tones)}`;
  const grey = `<filter id="${id}f"><feColorMatrix type="saturate" values="0"/></filter><g filter="url(#${id}f)" opacity=".6">${picture}</g>`;
  return `${body}${grey}${STOP_BAR}`;
};

/**
 * A badge as a standalone SVG document: the same drawing on screen, on paper, in a shared image and in the baked file.
 * The same look gives the same text, byte for byte, and ids of its own.
 */
export const badgeSvg = (look: BadgeLook): string => {
  const size = look.size === undefined ? '' : ` width="${look.size}" height="${look.size}"`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200"${size} role="img" class="badge badge-${look.state}">` +
    `<title>${escapeXml(look.title)}</title><g transform="translate(100 97)">${badgeMarkup(look)}</g></svg>`
  );
};
