import type { Outcome, Sync } from '#client/sync/sync';
import type { ProblemCode } from '#protocol/problem';
import { inOrder, type Link, partSize } from './link.ts';
import type { HeldMedia, MediaStore } from './media-store.ts';
import type { Told, UploadWire } from './tus-wire.ts';

export interface UploadDeps {
  readonly store: MediaStore;
  readonly wire: UploadWire;
  /** The network as it is now. */
  readonly link: () => Link;
  /** Hashes of what has arrived, as the server's own records tell. */
  readonly arrived: () => Promise<ReadonlySet<string>>;
  /** Signs in; false when that did not work. */
  readonly signIn: () => Promise<boolean>;
  /** Something is wholly there: its record can be pulled. */
  readonly onWhole?: () => void;
  /** Told whenever the server answered. */
  readonly onAnswer?: () => void;
}

// What only another file, other rights or more room would change; everything else is tried again.
const FOR_GOOD: ReadonlySet<ProblemCode> = new Set(['NotFound', 'TooLarge', 'MediaType', 'HashWrong', 'QuotaFull', 'Malformed']);

type Sent = { readonly type: 'whole' } | Extract<Outcome, { type: 'silence' | 'refused' }>;

/**
 * Brings what is kept here to the server, one after the other, each from where it stands. A run may end anywhere: what the server
 * acknowledged stays acknowledged. It shares nothing with the acts' own sync, so neither waits for the other.
 */
export const createUploads = (deps: UploadDeps): Sync => ({
  run: async () => {
    let pushed = 0;
    const tried = new Set<string>();
    for (let next = await nextOf(deps, tried); next; next = await nextOf(deps, tried)) {
      tried.add(next.id);
      const sent = await send(deps, next);
      if (sent.type === 'silence') return sent;
      if (sent.type === 'refused') {
        if (!FOR_GOOD.has(sent.code)) return sent;
        await deps.store.refuse(next.id, sent.code);
        continue;
      }
      pushed += 1;
      deps.onWhole?.();
    }
    return { type: 'done', pushed, rows: 0, awaiting: false };
  },
});

// Asked anew each time: the network changes, and so does what is kept. What was wholly sent and is not told of yet is looked at again: a
// server that was set back may not have it.
const nextOf = async ({ store, arrived, link }: UploadDeps, tried: ReadonlySet<string>): Promise<HeldMedia | undefined> => {
  const there = await arrived();
  const waiting = (await store.held()).filter(({ id, refused }) => !there.has(id) && refused === undefined && !tried.has(id));
  return inOrder(waiting, link())[0];
};

const send = async (deps: UploadDeps, media: HeldMedia): Promise<Sent> => {
  const { store, wire } = deps;
  const bytes = await store.bytesOf(media.take);
  // Never acknowledged, or forgotten by a server that waited too long: both begin.
  const looked: Told = media.sent > 0 ? await answered(deps, () => wire.look(media)) : { type: 'problem', code: 'NotFound' };
  const isUnknown = looked.type === 'problem' && looked.code === 'NotFound';
  let told = isUnknown ? await answered(deps, () => wire.begin(media)) : looked;
  for (let mended = 0; ; ) {
    if (told.type === 'silence') return told;
    if (told.type === 'problem') {
      // Elsewhere than we thought, or a part came changed: it says where it stands, a few times.
      if ((told.code !== 'OffsetWrong' && told.code !== 'ChecksumWrong') || mended >= MENDS) return { type: 'refused', code: told.code };
      mended += 1;
      told = await answered(deps, () => wire.look(media));
      continue;
    }
    const { offset } = told;
    await store.sentUpTo(media.id, offset);
    if (offset >= media.size) return { type: 'whole' };
    const part = bytes.slice(offset, offset + partSize(deps.link()));
    told = await answered(deps, () => wire.append(media, offset, part));
  }
};

const MENDS = 3;

/** Asks, and once more after signing in if that was what was missing. */
const answered = async (deps: UploadDeps, question: () => Promise<Told>): Promise<Told> => {
  let told = await question();
  if (told.type === 'problem' && told.code === 'SignInNeeded' && (await deps.signIn())) told = await question();
  if (told.type !== 'silence') deps.onAnswer?.();
  return told;
};
