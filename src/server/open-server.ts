import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Chance, Clock } from '#base/ambient';
import { err, ok, type Result } from '#base/result';
import type { BadgeId, StructureId } from '#domain/ids';
import type { BoxKeyPair } from '#protocol/box';
import type { Site } from '#protocol/site';
import { acceptBox } from '#server/actions/accept-box';
import { acceptPush } from '#server/actions/accept-push';
import { answerPull } from '#server/actions/answer-pull';
import { personDocument, statusList, structureDocument } from '#server/actions/did-documents';
import { enrol } from '#server/actions/enrol';
import { exportToken } from '#server/actions/export-token';
import { type AskOutside, documentFetcher } from '#server/actions/fetch-document';
import { openCard } from '#server/actions/open-card';
import { openLink } from '#server/actions/open-link';
import { openQuestion } from '#server/actions/open-question';
import { createPokes, type Pokes } from '#server/actions/pokes';
import { mouldImage, type PictureOf, publicAchievement, publicCredential, publicImage } from '#server/actions/public-badge';
import { publishBoxKey } from '#server/actions/publish-box-key';
import { publishIssuers } from '#server/actions/publish-issuer';
import { mediaLinks, openMedia } from '#server/actions/read-media';
import { openReceiver, type Receiver } from '#server/actions/receive-media';
import { createScopeSums } from '#server/actions/scope-sums';
import { sealBadge } from '#server/actions/seal-badge';
import { installKit } from '#server/actions/set-up';
import { challenge, SIGNED_IN_MS, signedIn, signIn } from '#server/actions/sign-in';
import { createSnapshots } from '#server/actions/snapshots';
import type { Admit } from '#server/actions/tokens';
import type { Actions } from '#server/http/actions';
import { createApp } from '#server/http/app';
import { ROUTES } from '#server/http/routes';
import { openAssetFiles } from './asset-files.ts';
import { openBoxKey } from './box-key.ts';
import { demoAddresses, seedDemo } from './demo.ts';
import { hmacTokens } from './hmac-tokens.ts';
import { keepHouse } from './housekeeping.ts';
import { keepBackup } from './keep-backup.ts';
import { minuteLimits } from './minute-limits.ts';
import { bindData, type Data, openData } from './open-data.ts';
import { openOutside } from './outside.ts';
import { packText } from './pack-text.ts';
import { openPictureFiles } from './picture-files.ts';
import { sha256Running } from './running-hash.ts';
import { scryptCode } from './scrypt-code.ts';
import type { Settings } from './settings.ts';

/** The server without its port. */
export interface OpenServer {
  readonly origin: string;
  /** True for addresses the server answers itself; the rest belongs to the app's files. `accept`: the request's Accept header. */
  readonly ownsPath: (pathname: string, accept?: string) => boolean;
  readonly fetch: (request: Request) => Response | Promise<Response>;
  /** One line per address to open; demonstration data only. */
  readonly addresses: readonly string[];
  /** Ends what would stay open by itself: before the port is closed. */
  readonly hush: () => void;
  readonly close: () => Promise<void>;
}

export interface OpenOptions {
  readonly settings: Settings;
  readonly origin: string;
  readonly clock?: Clock;
  /** Takes the structured log lines (default: one JSON line each on stdout). */
  readonly said?: (line: object) => void;
  /** The disk cannot be trusted any more: end the process. */
  readonly onFatal?: (error: Error) => void;
  /** Folder of the built app. */
  readonly dist?: string;
  /** How other hosts are asked for public documents. */
  readonly outside?: AskOutside;
}

/** What a server without the demonstration says to whoever started it. */
const EMPTY = 'No demonstration here: `npm run cli` tells how to add structures, people and events.';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Opens storage and keys, seeds, and puts the HTTP side over the actions; an error is one line that says what to do. */
export const openServer = async (options: OpenOptions): Promise<Result<OpenServer, string>> => {
  const { settings, origin } = options;
  const data = await openData(settings, options.onFatal ?? die);
  if (!data.ok) return data;
  const ready = await prepare(data.value, settings, { origin });
  if (!ready.ok) {
    await data.value.store.close();
    return ready;
  }
  const site = { origin };
  const clock = options.clock ?? Date.now;
  const dist = options.dist ?? join(root, 'dist');
  const said = options.said ?? say;
  const admit = minuteLimits(clock);
  const { store, media, backup: target } = data.value;
  const backup = target && keepBackup({ ...data.value, target, clock, said });
  const deps = {
    ...data.value,
    site,
    clock,
    said,
    admit,
    isBackedUp: () => backup !== undefined,
    receiver: openReceiver({ store, place: media, clock, admit, hash: sha256Running }),
    epoch: ready.value.epoch,
    pokes: createPokes(store),
    outside: options.outside ?? openOutside(),
    boxKey: await openBoxKey(data.value.keys.serverSecret()),
    pictureOf: openPictureFiles(join(dist, 'pictures'), join(root, 'public/pictures')),
  };
  const app = createApp({
    actions: actionsOver(deps),
    findAsset: openAssetFiles(dist),
    origin,
    signedInSeconds: SIGNED_IN_MS / 1000,
    clock,
    after,
    log: said,
    broken: (error) => said({ level: 'error', error: error instanceof Error ? error.message : 'unknown' }),
  });
  // Before the first pull: phones check badges with what is published.
  await publishIssuers(deps);
  await publishBoxKey(data.value.store, deps.boxKey.publicKey);
  const rest = keepHouse(deps, said);
  const close = async (): Promise<void> => {
    deps.pokes.close();
    await rest();
    await backup?.close();
    await data.value.store.close();
  };
  const demo = (await data.value.store.meta('seed')) === 'demo';
  return ok({ origin, ownsPath, fetch: app.fetch, addresses: demo ? demoAddresses(site) : [EMPTY], hush: deps.pokes.close, close });
};

const prepare = async ({ store, keys }: Data, settings: Settings, site: Site): Promise<Result<{ readonly epoch: string }, string>> => {
  const bound = await bindData(store, site.origin);
  if (!bound.ok) return bound;
  const seed = await store.meta('seed');
  if (seed === 'demo' && !isLoopback(settings.host))
    return err('These data are a demonstration with fixed secrets: they may be served on localhost only.');
  if (seed === undefined) await store.setMeta('seed', settings.seed);
  await installKit(store);
  if ((seed ?? settings.seed) === 'demo') {
    const seeded = await seedDemo(store, keys, site);
    if (!seeded.ok) return seeded;
  }
  // Data of before tokens were signed.
  for (const scope of await store.scopes('s')) keys.complete(scope.slice(2) as StructureId);
  return bound;
};

const after = (ms: number, work: () => void): (() => void) => {
  const timer = setTimeout(work, ms);
  timer.unref();
  return () => clearTimeout(timer);
};

const isLoopback = (host: string): boolean => ['localhost', '127.0.0.1', '::1'].includes(host);

const chance: Chance = (size) => new Uint8Array(randomBytes(size));

interface Outside extends Data {
  readonly site: Site;
  readonly epoch: string;
  readonly clock: Clock;
  readonly pictureOf: PictureOf;
  readonly said: (line: object) => void;
  readonly outside: AskOutside;
  readonly admit: Admit;
  readonly isBackedUp: () => boolean;
  readonly receiver: Receiver;
  readonly pokes: Pokes;
  readonly boxKey: BoxKeyPair;
}

const actionsOver = (outside: Outside): Actions => {
  const { store, keys, media, site, pictureOf, receiver } = outside;
  const shared = { ...outside, chance, tokens: hmacTokens(keys.serverSecret()), hashCode: scryptCode };
  const deps = { ...shared, seal: (badges: readonly BadgeId[]) => sealAll(outside, badges) };
  const snapshots = createSnapshots({ ...shared, pack: packText });
  const pulling = { ...shared, sums: createScopeSums(store), snapshots };
  return {
    openCard: (secret) => openCard(deps, secret),
    openQuestion: (secret) => openQuestion(deps, secret),
    openLink: (secret) => openLink(deps, secret),
    challenge: () => challenge(deps),
    enrol: (said) => enrol(deps, said),
    signIn: (said) => signIn(deps, said),
    signedIn: (token) => signedIn(deps, token),
    push: (request) => acceptPush(deps, request),
    pull: (who, request) => answerPull(pulling, who, request),
    box: (who, request) => acceptBox({ ...deps, ...pulling }, who, request),
    listen: (who, poked) => outside.pokes.listen(who, poked),
    snapshot: snapshots.find,
    badgeCredential: (badge) => publicCredential(store, badge),
    badgeToken: (badge, asker) => exportToken(shared, badge, asker?.device.actor),
    badgeImage: (badge) => publicImage(store, pictureOf, badge),
    structureDocument: (structure) => structureDocument(deps, structure),
    personDocument: (part) => personDocument(store, site, part),
    statusList: (structure) => statusList(deps, structure),
    achievement: (mould) => publicAchievement(store, site, mould),
    mouldImage: (mould) => mouldImage(store, pictureOf, mould),
    beginUpload: receiver.begin,
    uploadProgress: receiver.progress,
    appendUpload: receiver.append,
    abandonUpload: receiver.abandon,
    mediaLinks: (who, request) => mediaLinks(shared, who, request),
    openMedia: (link) => openMedia({ ...shared, place: media }, link),
    fetchDocument: documentFetcher(shared),
    health: async () => {
      await store.meta('epoch');
    },
  };
};

/** What cannot be signed now is already a job: it is said here, and done later. */
const sealAll = async (outside: Outside, badges: readonly BadgeId[]): Promise<void> => {
  for (const badge of badges) {
    const error = await sealBadge(outside, badge).then(
      (sealed) => (sealed.ok ? undefined : sealed.error.type),
      (thrown: unknown) => (thrown instanceof Error ? thrown.message : 'unknown'),
    );
    if (error !== undefined) outside.said({ level: 'error', task: 'seal', error });
  }
};

// The page of a badge is the app's, its credential the server's.
const ownsPath = (pathname: string, accept = 'text/html'): boolean => {
  if (pathname.startsWith('/api/')) return true;
  const route = ROUTES.find(({ path }) => new RegExp(`^${path.replaceAll(/:[a-z]+/g, '[^/]+')}$`).test(pathname));
  return route !== undefined && !(route.path === '/b/:badge' && accept.includes('text/html'));
};

const say = (line: object): void => {
  process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), ...line })}\n`);
};

const die = (error: Error): void => {
  say({ level: 'fatal', error: error.message });
  process.exit(1);
};
