import { ask } from '#client/sync/ask';
import { createHttpTransport } from '#client/sync/http-transport';
import type { PublicBadge } from '#client/ui/app-public';
import { OpenedLink } from '#protocol/entry';
import { checkPublic } from './public-badge.ts';

/** Asks our own host what a link shows, and checks it in this very browser. The secret goes in the body, never in an address. */
export const lookAtLink = async (origin: string, secret: string, tell: (state: PublicBadge) => void): Promise<void> => {
  const transport = createHttpTransport({ origin, fetch: (address, init) => fetch(address, init) });
  const said = await ask(transport, '/api/link/open', { secret }, OpenedLink);
  // A broken secret is one that shows nothing, too.
  if (said.type === 'problem' && (said.code === 'NotFound' || said.code === 'Malformed')) return tell({ state: 'not-shown' });
  if (said.type !== 'answer') return tell({ state: 'no-network' });
  const { credential, image } = said.value;
  await checkPublic(origin, credential, `data:image/svg+xml,${encodeURIComponent(image)}`, tell);
};
