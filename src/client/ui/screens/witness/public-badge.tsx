import { useParams } from '@solidjs/router';
import { createEffect, createMemo, type JSX, onCleanup } from 'solid-js';
import { useApp } from '../../app.ts';
import type { PublicBadge } from '../../app-public.ts';
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

/** A badge somebody chose to show, in anybody's browser: what it says, who gave it, and what this very browser could check. */
export const PublicBadgeScreen = (): JSX.Element => {
  const app = useApp();
  const words = useWords();
  const params = useParams();
  const found = createMemo((): PublicBadge => app.publicBadge(params['id'] ?? '')());
  return (
    <PublicPage
      found={found()}
      shown={(badge) => <Shown badge={badge()} address={app.addressOf(params['id'] as Parameters<typeof app.addressOf>[0])} />}
      notShown={
        <div class="public-card public-alone">
          <Glyph of={GLYPHS.lock} />
          <h1 class="public-title">{words.t('fact.not-shown')}</h1>
          <p class="public-line">{words.t('fact.not-shown.why')}</p>
        </div>
      }
      noNetwork={
        <div class="public-card public-alone">
          <Picture of="no-network" />
          <h1 class="public-title">{words.t('fact.no-network')}</h1>
          <p class="public-line">{words.t('fact.no-network.why')}</p>
          <Press class="public-button" say="label.try" onPress={() => app.reload()}>
            <Glyph of={GLYPHS.again} />
            {words.t('label.try')}
          </Press>
        </div>
      }
    />
  );
};

const Shown = (props: { readonly badge: ShownBadge; readonly address: string }): JSX.Element => {
  const words = useWords();
  createEffect(() => onCleanup(announceJson(props.address)));
  return (
    <>
      <BadgeCard badge={props.badge} />
      <Checked badge={props.badge} />
      <p class="public-line public-about">{words.t('fact.what-is-this')}</p>
      <Actions badge={props.badge} address={props.address} />
    </>
  );
};

const Actions = (props: { readonly badge: ShownBadge; readonly address: string }): JSX.Element => {
  const words = useWords();
  return (
    <div class="public-actions">
      <Press class="public-button" say="label.print" onPress={() => window.print()}>
        <Glyph of={GLYPHS.printer} />
        {words.t('label.print')}
      </Press>
      <BadgeFile json={props.badge.json} />
      <p class="public-address">{props.address}</p>
    </div>
  );
};

/** Tells programs that the same address is a credential too, when it is asked for as one. Returns its undoing. */
const announceJson = (address: string): (() => void) => {
  const link = document.createElement('link');
  link.rel = 'alternate';
  link.type = 'application/vc+ld+json';
  link.href = address;
  document.head.append(link);
  return () => link.remove();
};
