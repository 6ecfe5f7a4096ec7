import { type Bytes, utf8 } from '#base/bytes';
import { templatesFrom } from '#client/actions/badge-templates';
import { type KeptDocument, makeKeptDocuments } from '#client/device/kept-documents';
import type { BroughtBadge } from '#client/ui/app';
import { unpackBadge } from '#credentials/pack-badge';
import { addScan, type Frames, NO_FRAMES } from '#credentials/qr-frames';
import type { Report } from '#credentials/report';
import { type Find, type Found, sourcesFrom } from '#credentials/sources';
import { verifyFile } from '#credentials/verify-file';
import { CATALOGUE } from '#domain/ids';
import type { Records } from '#domain/record';
import { DOCUMENT_PATH } from '#protocol/document';
import { meaningsOf } from './badge-problems.ts';
import { describe, isObject } from './describe-credential.ts';

const SILENCE = { state: 'nothing', problems: ['to-ask'] } as const;

/** What this device keeps of moulds and organisations; undefined on a device that is nobody's. */
export type ReadCatalogue = () => Promise<Records | undefined>;

/** Checks badges that somebody brings (a file, a pasted text, a scanned code, an address), in this very browser. */
export const makeCheckBadge = (origin: string, catalogue: ReadCatalogue): ((brought: Blob | string) => Promise<BroughtBadge>) => {
  const find = finder(origin, catalogue);
  let frames: Frames = NO_FRAMES;
  // The code for those who know the mould comes again at each turn.
  let strange: string | undefined;
  const fromText = async (text: string): Promise<Bytes | BroughtBadge> => {
    if (text === strange) return whatIsMissing(frames);
    const scan = addScan(frames, text);
    frames = scan.frames;
    if (scan.packed) {
      const badge = await unpacked(scan.packed, origin, catalogue);
      if (badge !== 'mould unknown') return badge;
      strange = text;
      return whatIsMissing(frames);
    }
    if (scan.progress) return { state: 'more', ...scan.progress };
    if (!isAddress(text)) return utf8(text);
    const found = await find(text, text);
    if (found?.gone) return utf8(text);
    if (!found) return SILENCE;
    return utf8(typeof found.content === 'string' ? found.content : JSON.stringify(found.content));
  };
  return async (brought) => {
    const file = typeof brought === 'string' ? await fromText(brought.trim()) : new Uint8Array(await brought.arrayBuffer());
    if (!(file instanceof Uint8Array)) return file;
    return told(await verifyFile(file, { at: Date.now(), ...sourcesFrom(find) }));
  };
};

const unpacked = async (packed: Bytes, origin: string, catalogue: ReadCatalogue): Promise<Bytes | BroughtBadge | 'mould unknown'> => {
  const badge = await unpackBadge(packed, async (id) => {
    const records = await catalogue();
    return records && templatesFrom(records, { origin })(id);
  });
  if (badge.ok) return utf8(JSON.stringify(badge.value));
  return badge.error.type === 'template-not-at-hand' ? 'mould unknown' : { state: 'nothing', problems: ['unreadable'] };
};

// The codes that tell everything go by in turn with the one that does not.
const whatIsMissing = (frames: Frames): BroughtBadge => {
  const last = frames.at(-1);
  return { state: 'more', have: last?.parts.size ?? 0, of: last?.of ?? 2 };
};

const told = ({ credential, verdict, signature, securedBy, issuer, status, statusAsOf, problems }: Report): BroughtBadge => {
  const meanings = meaningsOf(problems);
  if (credential === null) return { state: 'nothing', problems: meanings };
  return {
    ...describe(credential, undefined),
    verdict,
    signature: securedBy === 'hosted' ? 'hosted' : signature,
    issuerKnown: issuer,
    status,
    statusAsOf: statusAsOf === null ? undefined : new Date(statusAsOf).toISOString(),
    problems: meanings,
  };
};

const isAddress = (text: string): boolean => /^https?:\/\/\S+$/.test(text) && URL.canParse(text);

/**
 * Documents from our own host directly, from others through it; with no network, as they were when they were last seen here or came with what
 * this device keeps.
 */
const finder = (origin: string, catalogue: ReadCatalogue): Find => {
  const kept = makeKeptDocuments();
  return async (id, address) => {
    if (address === null) return undefined;
    const found = await ask(origin, address);
    if (found === 'silence') {
      const [before, held] = [await kept.get(address), inCatalogue(await catalogue(), id)];
      const newer = held && (!before || held.asOf > before.asOf) ? held : before;
      return newer && { content: newer.document, asOf: newer.asOf };
    }
    if (found && !found.gone) void kept.put(address, { document: found.content, asOf: found.asOf });
    return found;
  };
};

const inCatalogue = (records: Records | undefined, id: string): KeptDocument | undefined => {
  for (const { body } of records?.list(CATALOGUE, 'issuer') ?? []) {
    if (body.did === id) return { document: body.document, asOf: body.asOf };
    if (body.statusList['id'] === id) return { document: body.statusList, asOf: body.asOf };
  }
  return undefined;
};

// A network that answers nothing at all is none.
const PATIENCE_MS = 8000;

// did:web says https even of the demonstration on localhost: a host that is ours is asked at our own address.
const ask = async (origin: string, address: string): Promise<Found | undefined | 'silence'> => {
  if (!URL.canParse(address)) return undefined;
  const { host, pathname, search } = new URL(address);
  const isOurs = host === new URL(origin).host;
  const from = isOurs ? `${origin}${pathname}${search}` : `${origin}${DOCUMENT_PATH}?url=${encodeURIComponent(address)}`;
  try {
    const response = await fetch(from, {
      headers: { accept: 'application/vc, application/did+json, application/json' },
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (isOurs && response.status === 410) return { gone: true, asOf: Date.now() };
    if (!response.ok) return response.status >= 500 ? 'silence' : undefined;
    const body: unknown = await response.json();
    if (isOurs) return { content: body, asOf: Date.now() };
    return isObject(body) && typeof body['asOf'] === 'number' ? { content: body['document'], asOf: body['asOf'] } : undefined;
  } catch {
    return 'silence';
  }
};
