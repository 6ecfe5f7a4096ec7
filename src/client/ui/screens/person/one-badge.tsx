import { createMemo, type JSX, Show } from 'solid-js';
import type { BadgeView } from '#client/views/badge-view';
import { useApp } from '../../app.ts';
import { Badge } from '../../parts/badge.tsx';
import { BigButton } from '../../parts/big-button.tsx';
import { DayPicture } from '../../parts/day-picture.tsx';
import { SafetyMark } from '../../parts/safety-mark.tsx';
import { useWords } from '../../words.tsx';
import { ThinkButton } from './asking/think-button.tsx';
import { HeldBadge } from './held-badge.tsx';
import { PersonScreen } from './person-screen.tsx';
import { wallPage } from './wall-page.ts';

/** One badge: what it says of me, who gave it, when, where it is; and to show it. */
export const OneBadge = (): JSX.Element => <HeldBadge>{(badge, place) => <About badge={badge()} back={wallPage(place())} />}</HeldBadge>;

const About = (props: { readonly badge: BadgeView; readonly back: string }): JSX.Element => {
  const app = useApp();
  const words = useWords();
  // With levels there is something to grow in: to think about it again, or to see how far one has come.
  const growth = createMemo(() => (props.badge.level > 0 ? app.growth(props.badge.mould) : undefined));
  const again = () => {
    const request = app.pending().find(({ mould }) => mould === props.badge.mould)?.request;
    if (request) return { label: 'label.my-request', href: `/asked/${request}` } as const;
    const hasGrown = (growth()?.() ?? []).length > 0;
    return hasGrown
      ? ({ label: 'label.growth', href: `/growth/${props.badge.mould}` } as const)
      : ({ label: 'label.think', href: `/ask/${props.badge.mould}` } as const);
  };
  const isBad = () => props.badge.check === 'invalid';
  const ribbonSay = () => (isBad() ? 'line.not-signed' : props.badge.ribbon === 'closed' ? 'say.ribbon-closed' : 'say.ribbon-open');
  const criteriaSay = () => `mould.${props.badge.mould}.criteria`;
  return (
    <PersonScreen
      name="badge"
      say={[`mould.${props.badge.mould}`, ...(isBad() ? [] : [criteriaSay()]), ribbonSay(), `label.${props.badge.safety}`, 'label.show']}
      back={props.back}
    >
      <Badge
        draw={props.badge.draw}
        level={props.badge.level}
        ribbon={props.badge.ribbon}
        state={isBad() ? 'ended' : 'held'}
        class="fill"
        say={ribbonSay()}
      />
      <h1 class="title" data-say={`mould.${props.badge.mould}`}>
        {props.badge.draw.title}
      </h1>
      <Show when={isBad()}>
        <p class="line not-signed" data-say="line.not-signed">
          {words.t('line.not-signed')}
        </p>
      </Show>
      <Show when={!isBad() && props.badge.criteria}>
        {(criteria) => (
          <p class="line criteria" dir="auto" data-say={criteriaSay()}>
            {criteria()}
          </p>
        )}
      </Show>
      <div class="facts-row">
        <DayPicture at={props.badge.at} locale={words.locale} />
        <Show when={props.badge.structure}>
          {(structure) => (
            <span class="giver" dir="auto" data-say="say.a-structure">
              {structure()}
            </span>
          )}
        </Show>
        <SafetyMark safety={props.badge.safety} name={words.t(`label.${props.badge.safety}`)} />
      </div>
      <div class="actions" classList={{ 'badge-think': props.badge.level > 0 }}>
        <Show when={props.badge.level > 0}>
          <ThinkButton name={words.t(again().label)} say={again().label} href={again().href} />
        </Show>
        <BigButton
          tone="ink"
          primary
          picture="show-phones"
          label={words.t('label.show')}
          say="label.show"
          href={`/badges/${props.badge.id}/show`}
        />
      </div>
    </PersonScreen>
  );
};
