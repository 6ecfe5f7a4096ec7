import type { Take } from '#client/media/media-store';
import type { CaptureEngine } from './capture-engine.ts';

/** Addresses by which media can be seen and heard. */
export interface Addresses {
  /** Of what is kept here, else of the server; null while it is nowhere to be had. */
  of(scope: string, media: string): Promise<string | null>;
  /** Of a take; null when nothing was written under it. */
  local(take: Take): Promise<string | null>;
  /** Of bytes that are at hand. */
  make(bytes: Blob): string;
  /** Nobody looks at it any more. */
  release(address: string): void;
}

/** More than a screen shows at once: the one asked for the longest time ago is let go. */
const MOST = 24;
/** A link is not given out in its last minute. */
const MARGIN = 60_000;

export const makeAddresses = (capture: () => Promise<CaptureEngine>): Addresses => {
  const local = new Map<string, string>();
  const remote = new Map<string, { readonly path: string; readonly until: number }>();
  const keepLocal = (media: string, address: string): string => {
    local.delete(media);
    local.set(media, address);
    const [oldest] = local.size > MOST ? local : [];
    if (oldest) {
      local.delete(oldest[0]);
      URL.revokeObjectURL(oldest[1]);
    }
    return address;
  };
  return {
    of: async (scope, media) => {
      const known = local.get(media);
      if (known !== undefined) return keepLocal(media, known);
      const engine = await capture();
      const held = await engine.local(media);
      if (held) return keepLocal(media, URL.createObjectURL(held));
      const given = remote.get(`${scope} ${media}`);
      if (given && given.until - MARGIN > engine.now()) return given.path;
      const link = await engine.remote(scope, media);
      if (link) remote.set(`${scope} ${media}`, link);
      return link?.path ?? null;
    },
    local: async ({ id, type }) => {
      const bytes = await (await capture()).takes.bytesOf(id);
      return bytes.length > 0 ? URL.createObjectURL(new Blob([bytes], { type })) : null;
    },
    make: (bytes) => URL.createObjectURL(bytes),
    release: (address) => URL.revokeObjectURL(address),
  };
};
