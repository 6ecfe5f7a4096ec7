import { type JSX, Show } from 'solid-js';
import { useApp } from '../../app.ts';
import { Glyph } from '../../parts/glyph.tsx';
import { GLYPHS } from '../../parts/glyphs.gen.ts';
import { Picture } from '../../parts/picture.tsx';
import { Press } from '../../parts/press.tsx';
import { useWords } from '../../words.tsx';
import { BadgeCard } from './badge-card.tsx';
import { BadgeFile } from './badge-file.tsx';
import { Checked } from './checked.tsx';
import type { ShownBadge } from './public-facts.ts';
import { PublicPage } from './public-page.tsx';

/** A badge somebody shows to whoever has this link, for a while: as its public page would, in anybody's browser, without an account. */
export const LinkPage = (): JSX.Element => {
  const app = useApp();
  // The address is bare after a reload: what it brought is gone with the page.
  const found = () => {
    const secret = app.linkSecret();
    return secret === undefined ? ({ state: 'not-shown' } as const) : app.linkedBadge(secret)();
  };
  return (
    <PublicPage
      found={found()}
      shown={(badge) => <Shown badge={badge()} />}
      notShown={<Nothing picture="link-over" about="fact.link.nothing" />}
      noNetwork={<Nothing picture="no-network" about="fact.no-network" />}
    />
  );
};

const Shown = (props: { readonly badge: ShownBadge }): JSX.Element => {
  const words = useWords();
  return (
    <>
      <BadgeCard badge={props.badge} />
      <Checked badge={props.badge} />
      <p class="public-line public-about">{words.t('fact.link.for-you')}</p>
      <p class="public-line public-about">{words.t('fact.what-is-this')}</p>
      <div class="public-actions">
        <Press class="public-button" say="label.print" onPress={() => window.print()}>
          <Glyph of={GLYPHS.printer} />
          {words.t('label.print')}
        </Press>
        <BadgeFile json={props.badge.json} />
      </div>
    </>
  );
};

interface NothingProps {
  readonly picture: 'link-over' | 'no-network';
  readonly about: 'fact.link.nothing' | 'fact.no-network';
}

const Nothing = (props: NothingProps): JSX.Element => {
  const app = useApp();
  const words = useWords();
  return (
    <div class="public-card public-alone">
      <Picture of={props.picture} />
      <h1 class="public-title">{words.t(props.about)}</h1>
      <p class="public-line">{words.t(`${props.about}.why`)}</p>
      <Show when={app.linkSecret()}>
        {(secret) => (
          <Press class="public-button" say="label.try" onPress={() => app.askLinkAgain(secret())}>
            <Glyph of={GLYPHS.again} />
            {words.t('label.try')}
          </Press>
        )}
      </Show>
    </div>
  );
};
