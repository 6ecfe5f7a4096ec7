import type { ClientStore } from '#client/sync/client-store';
import { signIn } from '#client/sync/sign-in';
import { signerOf } from '#client/sync/signer-of';
import type { Sync } from '#client/sync/sync';
import type { Transport } from '#client/sync/transport';
import { type LinkSigns, linkOf } from './link.ts';
import type { MediaStore } from './media-store.ts';
import { createTusWire, type TusDeps } from './tus-wire.ts';
import { createUploads, type UploadDeps } from './uploads.ts';

export interface OpenUploads extends TusDeps, Pick<UploadDeps, 'onWhole' | 'onAnswer'> {
  readonly store: Pick<ClientStore, 'read' | 'identity' | 'keepCertificate'>;
  readonly media: MediaStore;
  readonly transport: Transport;
  /** The browser's own word on its network. */
  readonly signs: () => LinkSigns;
}

/** Uploads of this device, in the page and in the service worker. */
export const openUploads = ({ store, media, transport, signs, ...rest }: OpenUploads): Sync =>
  createUploads({
    ...rest,
    store: media,
    wire: createTusWire(rest),
    link: () => linkOf(signs()),
    arrived: () => arrivedOf(store, media),
    signIn: async () => {
      const identity = await store.identity();
      if (!identity) return false;
      return (await signIn({ store, transport, signer: await signerOf(identity.keyPair) }, identity)).type === 'answer';
    },
  });

/** Hashes of what has arrived, as the server's own records tell, of all that is held here. */
export const arrivedOf = async (store: Pick<ClientStore, 'read'>, media: Pick<MediaStore, 'held'>): Promise<ReadonlySet<string>> => {
  const held = await media.held();
  const scopes = [...new Set(held.map(({ scope }) => scope))];
  const records = await store.read(scopes.map((scope) => ({ scope, kind: 'media' as const })));
  return new Set(held.flatMap(({ id, scope }) => (records.get(scope, 'media', id) ? [id] : [])));
};
