import { type JSX, Show } from 'solid-js';
import type { Draw } from '#domain/draw';
import type { BadgeId } from '#domain/ids';
import { useApp } from '../../app.ts';
import { Badge } from '../../parts/badge.tsx';
import { BigButton } from '../../parts/big-button.tsx';
import { GLYPHS } from '../../parts/glyphs.gen.ts';
import { Heading } from '../../parts/heading.tsx';
import { SafetyMark } from '../../parts/safety-mark.tsx';
import { useWords } from '../../words.tsx';
import { PersonScreen } from './person-screen.tsx';

/** The badge lands, with where it is now: its ribbon closes here if the network answers while one looks. */
export const ClaimTaken = (props: { readonly badge: BadgeId | undefined; readonly draw: Draw | undefined }): JSX.Element => {
  const app = useApp();
  const words = useWords();
  const held = () => app.badges().find((badge) => badge.id === props.badge);
  const safety = () => held()?.safety ?? 'kept-here';
  return (
    <PersonScreen name="taken" say={['title.taken', `label.${safety()}`]}>
      <Show when={held()?.draw ?? props.draw}>
        {(draw) => (
          <span class={`stage hue-${draw().hue}`} data-say="say.held">
            <Badge draw={draw()} level={held()?.level ?? 0} ribbon={held()?.ribbon ?? 'open'} landing class="fill" />
          </span>
        )}
      </Show>
      <Heading title={words.t('title.taken')} say="title.taken" />
      <p class="safety-line" data-say={`label.${safety()}`}>
        <SafetyMark safety={safety()} name="" />
        {words.t(`label.${safety()}`)}
      </p>
      <div class="actions">
        <BigButton tone="ink" primary glyph={GLYPHS['arrow-right']} label={words.t('label.go-on')} say="label.go-on" href="/" />
      </div>
    </PersonScreen>
  );
};
