import type { JSX } from 'solid-js';

/** The signs of a recipe as they stand in the browsers. */
export const INSTALL_SIGNS = {
  'ios-share': 'M24 30V6m-9 9l9-9 9 9M15 21H9v22h30V21h-6',
  'ios-add': 'M9 9h30v30H9zM24 16v16M16 24h16',
  dots: 'M24 9v.1M24 24v.1M24 39v.1',
  lines: 'M9 13h30M9 24h30M9 35h30',
  'add-phone': 'M33 20v-9a4 4 0 0 0-4-4H13a4 4 0 0 0-4 4v26a4 4 0 0 0 4 4h8M33 27v14M26 34h14',
} as const;

interface InstallSceneProps {
  readonly sign: keyof typeof INSTALL_SIGNS;
  /** Where the sign is on the phone. */
  readonly at: 'bottom' | 'bottom-end' | 'list';
}

const PLACES = { bottom: [60, 148], 'bottom-end': [86, 148], list: [38, 92] } as const;

/** A phone in its browser, and on it, large and lit, the one sign to touch next. */
export const InstallScene = (props: InstallSceneProps): JSX.Element => {
  const place = (): readonly [number, number] => PLACES[props.at];
  return (
    <svg class="install-scene" viewBox="0 0 120 182" aria-hidden="true">
      <rect x="9" y="2" width="102" height="162" rx="16" fill="#37474f" />
      <rect x="16" y="12" width="88" height="142" rx="5" fill="#fff" />
      <path
        d={props.at === 'list' ? 'M16 52h88M16 74h88M16 118h88M26 63h44M26 85h52M48 96h44M26 129h50' : 'M26 56h68M26 72h52M26 88h60'}
        stroke="#cfc3ad"
        stroke-width="5"
        stroke-linecap="round"
      />
      <circle cx={place()[0]} cy={place()[1]} r="31" fill="#ffd34e" stroke="#201a16" stroke-width="3" />
      <g transform={`translate(${place()[0] - 14.4} ${place()[1] - 14.4})scale(.6)`}>
        <path
          d={INSTALL_SIGNS[props.sign]}
          fill="none"
          stroke="#201a16"
          stroke-width={props.sign === 'dots' ? 9 : 5}
          stroke-linecap="round"
          stroke-linejoin="round"
        />
      </g>
    </svg>
  );
};
