import { createSignal } from 'solid-js';
import type { PublicBadge } from '#client/ui/app-public';
import { BADGE_PATH } from '#protocol/scan';
import { describe, firstOf, isObject, type Json, partOf, textOf } from './describe-credential.ts';

/** Public badges by id, each fetched and checked once, in this very browser. */
export const makePublicBadges = (origin: string): ((badge: string) => () => PublicBadge) => {
  const seen = new Map<string, () => PublicBadge>();
  return (badge) => {
    const known = seen.get(badge);
    if (known) return known;
    const [state, setState] = createSignal<PublicBadge>({ state: 'loading' });
    seen.set(badge, state);
    void look(origin, badge, setState);
    return state;
  };
};

const look = async (origin: string, badge: string, tell: (state: PublicBadge) => void): Promise<void> => {
  const credential = await getJson(`${origin}${BADGE_PATH}/${encodeURIComponent(badge)}`, 'application/vc');
  if (credential === 'silence' || credential === 'none') return tell({ state: credential === 'none' ? 'not-shown' : 'no-network' });
  await checkPublic(origin, credential, `${BADGE_PATH}/${encodeURIComponent(badge)}/image.svg`, tell);
};

/** Tells what a credential of this host says, then what this browser finds out about it. `image`: its address. */
export const checkPublic = async (origin: string, credential: Json, image: string, tell: (state: PublicBadge) => void): Promise<void> => {
  const shown = describe(credential, image);
  tell({ ...shown, verdict: 'checking' });
  const report = await verify(origin, credential);
  tell({
    ...shown,
    verdict: report.verdict,
    signature: report.signature,
    issuerKnown: report.issuer,
    status: report.status,
    statusAsOf: report.statusAsOf === null ? undefined : new Date(report.statusAsOf).toISOString(),
  });
};

/** A JSON object from our own host, `none` when there is none there, `silence` when nobody answers. */
const getJson = async (address: string, accept: string): Promise<Json | 'none' | 'silence'> => {
  try {
    const response = await fetch(address, { headers: { accept }, redirect: 'error', cache: 'no-store' });
    if (response.status === 404 || response.status === 410) return 'none';
    const body: unknown = response.ok ? await response.json() : null;
    return isObject(body) ? body : 'silence';
  } catch {
    return 'silence';
  }
};

/** Fetches the issuer's document and status list, from this host and from nowhere else, and verifies. */
const verify = async (origin: string, credential: Json) => {
  const [{ verifyWithIssuers }, { didWeb, didWebParts }] = await Promise.all([
    import('#client/actions/verify-with-issuers'),
    import('#credentials/did-web'),
  ]);
  const did = textOf(partOf(credential['issuer'], 'id'));
  const parts = didWebParts(did);
  const isOurs = parts !== null && did === didWeb(new URL(origin).host, ...parts.path);
  const list = textOf(partOf(firstOf(credential['credentialStatus']), 'statusListCredential'));
  const [document, statusList] = await Promise.all([
    isOurs ? getJson(`${origin}/${parts.path.map(encodeURIComponent).join('/')}/did.json`, 'application/did+json') : null,
    list.startsWith(`${origin}/`) ? getJson(list, 'application/vc') : null,
  ]);
  return verifyWithIssuers(credential, [{ did, document, statusList, asOf: Date.now() }], Date.now());
};
