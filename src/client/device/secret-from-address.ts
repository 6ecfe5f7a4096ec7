// No import here: this runs before every other script, so that no later one can see the secret in the address.

/** What the address brought: a card's, an invitation's, a witness's or a link's secret, or the whole address of an event ticket. */
export type Brought =
  | { readonly kind: 'card'; readonly secret: string }
  | { readonly kind: 'invitation'; readonly secret: string }
  | { readonly kind: 'witness'; readonly secret: string }
  | { readonly kind: 'link'; readonly secret: string }
  | { readonly kind: 'ticket'; readonly text: string };

// The paths of protocol/scan and protocol/ticket; a test holds them equal.
const kinds = { '/c': 'card', '/o': 'invitation', '/w': 'witness', '/k': 'link', '/e': 'ticket' } as const;

const isKnown = (path: string): path is keyof typeof kinds => path in kinds;

/**
 * Reads the fragment of a /c, /o, /w, /k or /e address and takes it out of the address bar and the history at once; null when there is none.
 * Nothing is checked: the server judges secrets, protocol/ticket judges tickets. Call it again on `hashchange`: a second card opened in
 * the same tab changes only the fragment.
 */
export const takeFromAddress = (place: Location = location, past: History = history): Brought | null => {
  const { pathname, hash, origin } = place;
  const fragment = hash.slice(1);
  if (fragment === '' || !isKnown(pathname)) return null;
  past.replaceState(past.state, '', pathname);
  const kind = kinds[pathname];
  return kind === 'ticket' ? { kind, text: `${origin}${pathname}#${fragment}` } : { kind, secret: fragment };
};
