import type { BadgeView } from '#client/views/badge-view';

export type Network = 'linkedin' | 'x' | 'facebook' | 'mail';

/**
 * Where a network takes a badge that is shown to the world: documented addresses, opened by the person herself, nothing of theirs is loaded
 * here. LinkedIn: "Add to profile", its own parameters, the date in the badge's day.
 */
export const networkAddress = (network: Network, badge: BadgeView, address: string): string => {
  const { title } = badge.draw;
  switch (network) {
    case 'linkedin': {
      const day = new Date(badge.at);
      return `https://www.linkedin.com/profile/add?${query({
        startTask: 'CERTIFICATION_NAME',
        name: title,
        ...(badge.structure && { organizationName: badge.structure }),
        issueYear: String(day.getFullYear()),
        issueMonth: String(day.getMonth() + 1),
        certUrl: address,
        certId: badge.id,
      })}`;
    }
    case 'x':
      return `https://x.com/intent/post?${query({ text: title, url: address })}`;
    case 'facebook':
      return `https://www.facebook.com/sharer/sharer.php?${query({ u: address })}`;
    case 'mail':
      return `mailto:?${query({ subject: title, body: `${title}\r\n${address}` })}`;
  }
};

// Mail programs take a plus for a plus.
const query = (values: { readonly [name: string]: string }): string =>
  Object.entries(values)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
