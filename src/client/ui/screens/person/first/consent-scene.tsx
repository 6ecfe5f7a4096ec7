import type { JSX } from 'solid-js';
import { pictureHref } from '#artwork/picture-href';
import type { PictureName } from '#artwork/picture-list';
import type { ConsentTopic } from '#domain/consent';

interface ConsentSceneProps {
  readonly of: ConsentTopic;
  /** Hers. */
  readonly figure: string;
}

const PADLOCK = 'M5 21h30a4 4 0 0 1 4 4v20a4 4 0 0 1-4 4H5a4 4 0 0 1-4-4V25a4 4 0 0 1 4-4zM8 21v-7a12 12 0 0 1 24 0v7';

/** One idea: her things in a locked phone · the people of one house who see them · a wall between them and everybody else. */
export const ConsentScene = (props: ConsentSceneProps): JSX.Element => {
  const scenes = { kept: Kept, team: Team, private: Private };
  return (
    <svg class="consent-scene" viewBox="0 0 300 190" aria-hidden="true">
      {scenes[props.of]({ figure: props.figure })}
    </svg>
  );
};

const Figure = (props: { readonly of: string; readonly x: number; readonly y: number; readonly size: number }): JSX.Element => (
  <image href={pictureHref(props.of as PictureName)} x={props.x} y={props.y} width={props.size} height={props.size} />
);

/** A badge small enough to be any badge. */
const Token = (props: { readonly x: number; readonly y: number; readonly hue: string }): JSX.Element => (
  <g transform={`translate(${props.x} ${props.y})`}>
    <path d="M0-18l15.600 9V9L0 18l-15.600-9V-9z" fill={props.hue} />
    <circle r="9" fill="#fff" />
    <circle r="12" fill="none" stroke="#ffd34e" stroke-width="3" stroke-dasharray="20 5.100" />
  </g>
);

const Padlock = (props: { readonly x: number; readonly y: number }): JSX.Element => (
  <g transform={`translate(${props.x} ${props.y})`}>
    <path d={PADLOCK} fill="#ffd34e" stroke="#201a16" stroke-width="4" stroke-linejoin="round" />
    <path d="M8 21v-7a12 12 0 0 1 24 0v7" fill="none" stroke="#201a16" stroke-width="4" />
    <circle cx="20" cy="33" r="4" fill="#201a16" />
    <path d="M20 33v8" stroke="#201a16" stroke-width="4" stroke-linecap="round" />
  </g>
);

const Kept = (props: { readonly figure: string }): JSX.Element => (
  <>
    <Figure of={props.figure} x={8} y={46} size={128} />
    <rect x="160" y="8" width="104" height="174" rx="18" fill="#37474f" />
    <rect x="169" y="24" width="86" height="138" rx="6" fill="#fff" />
    <Token x={193} y={54} hue="#3c4bb0" />
    <Token x={232} y={54} hue="#217a49" />
    <path d="M181 88h62M181 102h44" stroke="#cfc3ad" stroke-width="7" stroke-linecap="round" />
    <Padlock x={192} y={110} />
  </>
);

const Team = (props: { readonly figure: string }): JSX.Element => (
  <>
    <Figure of={props.figure} x={2} y={62} size={112} />
    <Token x={134} y={98} hue="#3c4bb0" />
    <path d="M156 98h16m-8-9l9 9-9 9" fill="none" stroke="#201a16" stroke-width="5" stroke-linecap="round" stroke-linejoin="round" />
    <path d="M186 74l52-44 52 44v104H186z" fill="#fcefd2" stroke="#5c3d00" stroke-width="5" stroke-linejoin="round" />
    <Figure of="figure-22" x={192} y={78} size={52} />
    <Figure of="figure-12" x={234} y={78} size={52} />
    <path d="M186 134h104" stroke="#5c3d00" stroke-width="4" />
    <Token x={238} y={156} hue="#3c4bb0" />
  </>
);

const Private = (props: { readonly figure: string }): JSX.Element => (
  <>
    <Figure of={props.figure} x={4} y={40} size={108} />
    <Token x={40} y={168} hue="#3c4bb0" />
    <Token x={78} y={168} hue="#217a49" />
    <path d="M128 10h30v172h-30z" fill="#6e2a10" />
    <path
      d="M128 38h30M128 66h30M128 94h30M128 122h30M128 150h30M143 10v28M136 38v28M150 66v28M136 94v28M150 122v28M143 150v32"
      stroke="#fbe6dc"
      stroke-width="3"
    />
    <Padlock x={123} y={72} />
    <g opacity=".55">
      <image href={pictureHref('everyone')} x="176" y="34" width="120" height="120" />
    </g>
  </>
);
