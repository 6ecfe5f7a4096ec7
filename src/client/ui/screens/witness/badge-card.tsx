import { type JSX, Show } from 'solid-js';
import { DayPicture } from '../../parts/day-picture.tsx';
import { Picture } from '../../parts/picture.tsx';
import { useWords } from '../../words.tsx';
import type { ShownBadge } from './public-facts.ts';

/** What a badge says of itself: picture, name, criteria, who gave it and when. Nothing here has been checked yet. */
export const BadgeCard = (props: { readonly badge: ShownBadge; readonly image?: string | undefined }): JSX.Element => {
  const words = useWords();
  const given = (): number | undefined => {
    const at = Date.parse(props.badge.awardedAt);
    return Number.isNaN(at) ? undefined : at;
  };
  return (
    <article class="public-card public-badge">
      {/* Only ever as an image: an SVG from elsewhere must not become part of this page. */}
      <Show when={props.image ?? props.badge.image} fallback={<Picture of="a-badge" class="public-image" />}>
        {(address) => <img class="public-image" src={address()} alt="" width="200" height="200" />}
      </Show>
      <div class="public-head">
        <h1 class="public-title" dir="auto">
          {props.badge.title || words.t('check.no-title')}
        </h1>
        <p class="public-criteria" dir="auto">
          {props.badge.criteria}
        </p>
      </div>
      <div class="public-given">
        <Show when={given()}>{(at) => <DayPicture at={at()} locale={words.locale} />}</Show>
        <p class="public-issuer">
          <span class="public-label">{words.t('fact.given-by')}</span>
          <strong dir="auto">{props.badge.issuer}</strong>
          <Show when={given()}>
            {(at) => <span class="public-label">{new Intl.DateTimeFormat(words.locale, { dateStyle: 'long' }).format(at())}</span>}
          </Show>
        </p>
      </div>
    </article>
  );
};
