import type { HeldMedia } from './media-store.ts';

/** What a device knows of its network: does a byte cost money, and is it slow? */
export interface Link {
  readonly cost: 'free' | 'unknown' | 'paid';
  readonly speed: 'fast' | 'middling' | 'slow';
}

/** The parts of `navigator` that say so, where a browser has them. */
export interface LinkSigns {
  readonly connection?: { readonly type?: string; readonly effectiveType?: string; readonly saveData?: boolean };
  readonly userAgentData?: { readonly mobile?: boolean };
  readonly userAgent: string;
}

const SPEEDS: { readonly [name: string]: Link['speed'] } = { 'slow-2g': 'slow', '2g': 'slow', '3g': 'middling' };

/** The link as it is now. Browsers on computers do not say its kind; a telephone that does not may well be on mobile data. */
export const linkOf = ({ connection, userAgentData, userAgent }: LinkSigns): Link => {
  const speed = SPEEDS[connection?.effectiveType ?? ''] ?? 'fast';
  if (connection?.type === 'cellular' || connection?.saveData === true) return { cost: 'paid', speed };
  if (connection?.type === 'wifi' || connection?.type === 'ethernet') return { cost: 'free', speed };
  const isPhone = userAgentData?.mobile ?? /Android|iPhone|iPad|Mobile/.test(userAgent);
  return { cost: isPhone ? 'unknown' : 'free', speed };
};

/** On a link of unknown cost, what is this small leaves all the same: a photo, a voice. */
const SMALL = 300_000;

/** May it leave over this link? What somebody asked for always may. */
const mayLeave = ({ asked, size, kind }: Pick<HeldMedia, 'asked' | 'size' | 'kind'>, { cost }: Link): boolean =>
  asked || cost === 'free' || (cost === 'unknown' && size <= SMALL && kind !== 'video');

const ORDER: { readonly [kind in HeldMedia['kind']]: number } = { photo: 0, attestation: 0, voice: 1, video: 2 };

/** What may leave now: what was asked for first, then photos, voices, films; of one kind the smaller first, then the older. */
export const inOrder = (held: readonly HeldMedia[], link: Link): readonly HeldMedia[] =>
  held
    .filter((one) => mayLeave(one, link))
    .toSorted((a, b) => Number(b.asked) - Number(a.asked) || ORDER[a.kind] - ORDER[b.kind] || a.size - b.size || a.at - b.at);

const PART: { readonly [speed in Link['speed']]: number } = { fast: 1024 * 1024, middling: 256 * 1024, slow: 64 * 1024 };

/** Bytes of one part: acts of the same device get a word in between two. */
export const partSize = ({ speed }: Link): number => PART[speed];
