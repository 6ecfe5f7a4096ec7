import type { JSX } from 'solid-js';
import { INK, LIGHT } from '#artwork/hues';
import { pictureHref } from '#artwork/picture-href';
import type { PictureName } from '#artwork/picture-list';
import { useApp } from '../../../app.ts';
import { Press } from '../../../parts/press.tsx';
import '../../../css/asking.css';

interface ThinkButtonProps {
  readonly href: string;
  readonly name: string;
  readonly say: string;
}

/** To think about it again: my own figure beside a small strip of my answers. */
export const ThinkButton = (props: ThinkButtonProps): JSX.Element => {
  const app = useApp();
  return (
    <Press class="asking-company" href={props.href} name={props.name} say={props.say}>
      <svg class="picture" viewBox="0 0 128 128" aria-hidden="true">
        <image href={pictureHref((app.me()?.figure ?? 'figure-13') as PictureName)} x="-6" y="26" width="88" height="88" />
        <rect x="84" y="8" width="38" height="34" rx="7" fill="#fff" stroke={INK} stroke-width="4" />
        <rect x="84" y="47" width="38" height="34" rx="7" fill={LIGHT} stroke={INK} stroke-width="4" />
        <rect x="84" y="86" width="38" height="34" rx="7" fill="#fff" stroke={INK} stroke-width="4" />
        <path d="M95 64l6 6 11-12" fill="none" stroke={INK} stroke-width="5" stroke-linecap="round" stroke-linejoin="round" />
      </svg>
    </Press>
  );
};
