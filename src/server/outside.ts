import { lookup as systemLookup } from 'node:dns';
import { request as askHttp, type IncomingMessage } from 'node:http';
import { request as askHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { concatBytes } from '#base/bytes';
import { err, ok, type Result } from '#base/result';
import type { AskOutside, FromOutside, OutsideRefusal } from '#server/actions/fetch-document';
import { isPublicAddress } from './public-address.ts';

/** How the outside is asked; all but `own` only changes in tests, which have no public address to ask. */
export interface OutsideOptions {
  /** Our own origin, asked even over http and on a private address; never reached by a redirect. */
  readonly own?: string;
  readonly lookup?: LookupFunction;
  readonly isPublic?: (address: string) => boolean;
  readonly ports?: readonly number[];
  /** Certificates to trust instead of the system's, in PEM. */
  readonly ca?: string;
  /** Milliseconds until a connection must stand, and until everything must be there, redirects included. */
  readonly connectMs?: number;
  readonly totalMs?: number;
}

const ACCEPT = 'application/vc, application/did+json;q=0.9, application/json;q=0.8, application/ld+json;q=0.7, */*;q=0.1';
// Documents, tokens and pictures; many hosts say nothing better than plain text or bytes. Never a page.
const READABLE = /^(?:|application\/(?:json|did|vc|jwt|octet-stream|[\w.-]+(?:\+ld)?\+(?:json|jwt))|text\/plain|image\/(?:png|svg\+xml))$/;
const MAX_ADDRESS = 2048;
const MAX_REDIRECTS = 3;
// Names of a house, a machine or a cloud's inside: not even asked of the DNS.
const INNER_NAME = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home\.arpa|onion)\.?$/;

/**
 * Asks addresses somebody else wrote (in a badge, in a form) without ever reaching what is not public: https on port 443, addresses checked
 * as they are written and again as the name resolves, at the very connection; each redirect from the start. No cookie, no credentials;
 * everything limited in time and size. A refusal is a value, nothing is thrown.
 */
export const openOutside = (options: OutsideOptions = {}): AskOutside => {
  const { totalMs = 10_000 } = options;
  return async (address, maxBytes) => {
    const timer = new AbortController();
    const timeout = setTimeout(() => timer.abort(), totalMs);
    try {
      return await follow(address, maxBytes, { ...options, signal: timer.signal });
    } catch (error) {
      return err(timer.signal.aborted ? 'too-slow' : refusalOf(error));
    } finally {
      clearTimeout(timeout);
    }
  };
};

interface Asking extends OutsideOptions {
  readonly signal: AbortSignal;
}
type Answer = Result<FromOutside, OutsideRefusal>;

const follow = async (address: string, maxBytes: number, asking: Asking): Promise<Answer> => {
  let next = address;
  for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
    const url = allowed(next, hop === 0 ? asking : { ...asking, own: undefined });
    if (!url.ok) return url;
    const response = await answerOf(url.value, asking);
    const { statusCode = 0, headers } = response;
    if (![301, 302, 303, 307, 308].includes(statusCode)) return readAnswer(response, url.value, maxBytes);
    response.destroy();
    if (headers.location === undefined || !URL.canParse(headers.location, url.value.href)) return err('bad-address');
    next = new URL(headers.location, url.value).href;
  }
  return err('too-many-redirects');
};

type Rules = Pick<OutsideOptions, 'ports' | 'isPublic'> & { readonly own?: string | undefined };

/** The address as it will be asked, or why it never will be. */
const allowed = (address: string, { own, ports = [443], isPublic = isPublicAddress }: Rules): Result<URL, OutsideRefusal> => {
  if (address.length > MAX_ADDRESS || !URL.canParse(address)) return err('bad-address');
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') return err('bad-address');
  if (url.origin === own) return ok(url);
  if (url.protocol !== 'https:' || !ports.includes(Number(url.port || 443))) return err('bad-address');
  // The parser of addresses has made one form of 2130706433, 0x7f.1, 0177.0.0.1 and [::ffff:127.0.0.1].
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(literal) !== 0) return isPublic(literal) ? ok(url) : err('not-public');
  return url.hostname.includes('.') && !INNER_NAME.test(url.hostname) ? ok(url) : err('not-public');
};

const answerOf = (url: URL, asking: Asking): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const { isPublic = isPublicAddress, lookup = systemLookup as LookupFunction, connectMs = 5000, signal, ca, own } = asking;
    const inside = url.origin === own;
    const ask = url.protocol === 'http:' ? askHttp : askHttps;
    const request = ask(url, {
      agent: false,
      signal,
      maxHeaderSize: 16_384,
      headers: { accept: ACCEPT, 'accept-encoding': 'identity', 'user-agent': 'pepites' },
      ...(inside ? {} : { lookup: guarded(lookup, isPublic) }),
      ...(ca === undefined ? {} : { ca }),
    });
    const impatient = setTimeout(() => request.destroy(refused('too-slow')), connectMs);
    request.once('socket', (socket) => {
      // The last word: where the socket says it has come to.
      socket.once('connect', () => {
        if (!inside && !isPublic(socket.remoteAddress ?? '')) request.destroy(refused('not-public'));
      });
      socket.once(url.protocol === 'http:' ? 'connect' : 'secureConnect', () => clearTimeout(impatient));
    });
    request.once('close', () => clearTimeout(impatient));
    request.once('error', reject);
    request.once('response', resolve);
    request.end();
  });

/** A name leads nowhere unless all of its addresses are public; what is checked here is what is connected to. */
const guarded =
  (lookup: LookupFunction, isPublic: (address: string) => boolean): LookupFunction =>
  (name, options, done) =>
    lookup(name, { ...options, all: true }, (error, found) => {
      const addresses = Array.isArray(found) ? found : [];
      const [first] = addresses;
      if (error || first === undefined) return done(error ?? refused('unreachable'), '');
      if (!addresses.every(({ address }) => isPublic(address))) return done(refused('not-public'), '');
      return options.all === true ? done(null, addresses) : done(null, first.address, first.family);
    });

const readAnswer = async (response: IncomingMessage, { href }: URL, maxBytes: number): Promise<Answer> => {
  const coding = response.headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
  const refusal = refusalOfHead(response, coding, maxBytes);
  if (refusal !== null) {
    response.destroy();
    return err(refusal);
  }
  const bytes = await readAtMost(coding === 'gzip' ? pipeline(response, createGunzip(), () => undefined) : response, maxBytes);
  return bytes === null ? err('too-big') : ok({ bytes, address: href });
};

const refusalOfHead = ({ statusCode, headers }: IncomingMessage, coding: string, maxBytes: number): OutsideRefusal | null => {
  if (statusCode !== 200) return statusCode === 410 ? 'gone' : 'bad-status';
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (!READABLE.test(type) || (coding !== 'identity' && coding !== 'gzip')) return 'wrong-type';
  return Number(headers['content-length'] ?? 0) > maxBytes ? 'too-big' : null;
};

// Leaving the loop early ends the stream and with it the connection.
const readAtMost = async (body: Readable, limit: number): Promise<FromOutside['bytes'] | null> => {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > limit) return null;
    parts.push(part);
  }
  return concatBytes(...parts);
};

// Streams carry errors, not values: an error of ours says which refusal it stands for.
const refused = (code: OutsideRefusal): NodeJS.ErrnoException => Object.assign(new Error(code), { refusal: code });

const refusalOf = (error: unknown): OutsideRefusal =>
  error instanceof Error && 'refusal' in error ? (error.refusal as OutsideRefusal) : 'unreachable';
