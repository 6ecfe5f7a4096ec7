import { useParams } from '@solidjs/router';
import { type JSX, Show } from 'solid-js';
import type { BadgeView } from '#client/views/badge-view';
import { useApp } from '../../app.ts';
import { Badge } from '../../parts/badge.tsx';
import { BigButton } from '../../parts/big-button.tsx';
import { DayPicture } from '../../parts/day-picture.tsx';
import { SafetyMark } from '../../parts/safety-mark.tsx';
import { useWords } from '../../words.tsx';
import { NotHere } from './not-here.tsx';
import { PersonScreen } from './person-screen.tsx';
import { wallPage } from './wall-page.ts';

/** One badge: what it says of me, who gave it, when, where it is; and to show it. */
export const OneBadge = (): JSX.Element => {
  const app = useApp();
  const params = useParams<{ id: string }>();
  const index = () => app.badges().findIndex(({ id }) => id === params.id);
  const badge = () => app.badges()[index()];
  return (
    <Show
      when={badge()}
      fallback={
        <Show when={app.who() !== 'unknown'}>
          <NotHere back="/badges" />
        </Show>
      }
    >
      {(found) => <About badge={found()} back={wallPage(index())} />}
    </Show>
  );
};

const About = (props: { readonly badge: BadgeView; readonly back: string }): JSX.Element => {
  const words = useWords();
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
      <div class="actions">
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
