import { useParams } from '@solidjs/router';
import { type JSX, Show } from 'solid-js';
import type { BadgeView } from '#client/views/badge-view';
import { useApp } from '../../app.ts';
import { NotHere } from './not-here.tsx';

interface HeldBadgeProps {
  /** `place`: how many stand before it on the wall. */
  readonly children: (badge: () => BadgeView, place: () => number) => JSX.Element;
}

/** The badge the address names (`:id`), or that it is not here; nothing while it is not known whose this device is. */
export const HeldBadge = (props: HeldBadgeProps): JSX.Element => {
  const app = useApp();
  const params = useParams<{ id: string }>();
  const place = () => app.badges().findIndex(({ id }) => id === params.id);
  return (
    <Show
      when={app.badges()[place()]}
      fallback={
        <Show when={app.who() !== 'unknown'}>
          <NotHere back="/badges" />
        </Show>
      }
    >
      {(found) => props.children(found, place)}
    </Show>
  );
};
