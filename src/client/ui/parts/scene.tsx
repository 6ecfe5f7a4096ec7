import { type JSX, Match, Show, Switch } from 'solid-js';
import { pictureHref } from '#artwork/picture-href';
import type { PictureName } from '#artwork/picture-list';
import { FIRST } from './first-pictures.gen.ts';
import { Glyph } from './glyph.tsx';
import { Picture } from './picture.tsx';

/** What a large picture is made of: one of the product's, a printed card (with the face on it when one knows whose), or the app's own icon on a phone. */
export type SceneOf = { readonly picture: PictureName } | { readonly card: string | null } | { readonly app: true };

interface SceneProps {
  readonly of: SceneOf;
  /** A sign in the corner: what about it. */
  readonly sign?: string | undefined;
  readonly class?: string;
  readonly say?: string;
}

/** A large picture, with a sign in its corner when it says something about the thing (unknown, closed, a newer one). */
export const Scene = (props: SceneProps): JSX.Element => (
  <span class={`scene ${props.class ?? ''}`} data-say={props.say}>
    <span class="scene-box">
      <Switch>
        <Match when={'picture' in props.of && props.of}>{(of) => <Picture of={of().picture} />}</Match>
        <Match when={'card' in props.of && props.of}>{(of) => <CardPicture figure={of().card} />}</Match>
        <Match when={'app' in props.of}>
          <AppPicture />
        </Match>
      </Switch>
      <Show when={props.sign}>
        {(sign) => (
          <span class="scene-sign">
            <Glyph of={sign()} />
          </span>
        )}
      </Show>
    </span>
  </span>
);

const QR =
  'M0 0h14v14H0zm3 3v8h8V3zm2 2h4v4H5zM20 0h14v14H20zm3 3v8h8V3zm2 2h4v4h-4zM0 20h14v14H0zm3 3v8h8v-8zm2 2h4v4H5zM16 2h2v6h-2zM16 12h2v4h4v2h-6zM20 20h5v5h-5zM28 18h6v4h-6zM16 24h2v10h-2zM27 26h7v3h-7zM22 30h3v4h-3zM30 31h4v3h-4z';

/** The printed card: a face and a code. Without a figure, anybody's. */
const CardPicture = (props: { readonly figure: string | null }): JSX.Element => (
  <svg class="picture" viewBox="0 0 128 128" aria-hidden="true">
    <g transform="rotate(-7 64 64)">
      <rect x="5" y="27" width="120" height="79" rx="11" fill="#cfc3ad" />
      <rect x="4" y="24" width="120" height="78" rx="11" fill="#fff" stroke="#201a16" stroke-width="3" />
      <path d="M5.500 44V35a9.500 9.500 0 0 1 9.500-9.500H113a9.500 9.500 0 0 1 9.500 9.500v9z" fill="#3c4bb0" />
      <Show when={props.figure} fallback={<path d="M38 52a12 12 0 1 1-.1 0zM17 96c0-13 9-19 21-19s21 6 21 19z" fill="#918470" />}>
        {(figure) => <image href={pictureHref(figure() as PictureName)} x="15" y="50" width="46" height="46" />}
      </Show>
      <g transform="translate(72 52)scale(1.240)">
        <path d={QR} fill="#201a16" fill-rule="evenodd" />
      </g>
    </g>
  </svg>
);

/** A phone with the product's icon on it, and nothing else to touch. */
const AppPicture = (): JSX.Element => (
  <svg class="picture" viewBox="0 0 128 128" aria-hidden="true">
    <rect x="30" y="3" width="68" height="122" rx="13" fill="#37474f" />
    <path d="M37 14h54v98H37z" fill="#b3e5fc" />
    <path d="M56 117h16v3H56z" fill="#fff" />
    <rect x="43" y="42" width="42" height="42" rx="11" fill="#fff" stroke="#201a16" stroke-width="2" />
    <image href={FIRST['app-icon'] ?? ''} x="44" y="43" width="40" height="40" />
  </svg>
);
