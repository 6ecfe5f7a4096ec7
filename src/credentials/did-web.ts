// Host name or `localhost`, port after `%3A`, then path segments. did:web allows no IP address: the last label starts with a letter.
const DID_WEB = /^did:web:((?:[A-Za-z0-9-]{1,63}\.)*[A-Za-z][A-Za-z0-9-]{0,62})(?:%3[Aa]([1-9][0-9]{0,4}))?((?::[A-Za-z0-9._~%-]+)*)$/;
const MAX_DID = 1024;

interface DidWeb {
  readonly host: string;
  readonly port: string | undefined;
  readonly path: readonly string[];
}

const parseDidWeb = (did: string): DidWeb | null => {
  const match = did.length > MAX_DID ? null : DID_WEB.exec(did);
  if (match === null) return null;
  const [, host = '', port, rest = ''] = match;
  const path = rest === '' ? [] : rest.slice(1).split(':');
  if (Number(port ?? 1) > 65535 || !path.every(isPlainSegment)) return null;
  return { host: host.toLowerCase(), port, path };
};

// A segment must stay one segment after any server or cache has percent-decoded it.
const isPlainSegment = (segment: string): boolean => {
  if (/%(?![0-9A-Fa-f]{2})/.test(segment)) return false;
  return !/%(?:2f|5c|3f|23|25|[01][0-9a-f]|7f)/i.test(segment) && !/^(?:\.|%2e){1,2}$/i.test(segment);
};

/** The `did:web` of a path on a host (`example.org`, `localhost:8080`); segments are put in as they are, already URL-safe. */
export const didWeb = (host: string, ...path: readonly string[]): string => ['did:web', host.replace(':', '%3A'), ...path].join(':');

/** Where the document of a `did:web` lies (https always; did:web §3.2), or null when it is no well-formed `did:web`. */
export const didWebAddress = (did: string): string | null => {
  const parts = parseDidWeb(did);
  if (parts === null) return null;
  const path = parts.path.length === 0 ? '.well-known' : parts.path.join('/');
  return `https://${parts.host}${parts.port === undefined ? '' : `:${parts.port}`}/${path}/did.json`;
};

/** Host (with port, as in a URL) and path segments of a `did:web`, or null when it is no well-formed `did:web`. */
export const didWebParts = (did: string): { readonly host: string; readonly path: readonly string[] } | null => {
  const parts = parseDidWeb(did);
  return parts === null ? null : { host: parts.port === undefined ? parts.host : `${parts.host}:${parts.port}`, path: parts.path };
};

/** The `did:web` whose document lies at an address, or null when the address holds none (`https://…/did.json`). */
export const didWebOfAddress = (address: string): string | null => {
  const match = /^https:\/\/([^/?#@]+)\/(?:\.well-known|([^?#]+))\/did\.json$/.exec(address);
  if (match === null) return null;
  const [, host = '', path] = match;
  const did = didWeb(host, ...(path === undefined ? [] : path.split('/')));
  return didWebAddress(did) === address ? did : null;
};
