import { useSearchParams } from '@solidjs/router';
import { createSignal, For, type JSX, Match, Show, Switch } from 'solid-js';
import type { LinkView } from '#client/views/links-view';
import type { LinkId } from '#domain/ids';
import { useApp } from '../../../app.ts';
import { Badge } from '../../../parts/badge.tsx';
import { BigButton } from '../../../parts/big-button.tsx';
import { DayPicture } from '../../../parts/day-picture.tsx';
import { GLYPHS } from '../../../parts/glyphs.gen.ts';
import { Heading } from '../../../parts/heading.tsx';
import { Pager, pagerNames } from '../../../parts/pager.tsx';
import { Picture } from '../../../parts/picture.tsx';
import { Press } from '../../../parts/press.tsx';
import { SafetyMark } from '../../../parts/safety-mark.tsx';
import { useWords } from '../../../words.tsx';
import { PersonScreen } from '../person-screen.tsx';
import './sending.css';

const A_PAGE = 2;

/** The links I gave: which badge, until when; each can be taken back, and thought of again. */
export const MyLinks = (): JSX.Element => {
  const app = useApp();
  const [search] = useSearchParams<{ from?: string }>();
  const [chosen, setChosen] = createSignal<LinkId>();
  const open = () => (app.links() ?? []).filter((link) => link.open);
  const one = () => app.links()?.find(({ id }) => id === chosen());
  const back = () => (search.from === undefined ? '/me' : `/badges/${search.from}/send`);
  const leave = (): void => void setChosen(undefined);
  return (
    <Switch>
      <Match when={one()}>
        {(link) => (
          <Show when={link().open} fallback={<Ended link={link()} onBack={leave} />}>
            <OneLink link={link()} onBack={leave} />
          </Show>
        )}
      </Match>
      <Match when={open().length > 0}>
        <AllLinks links={open()} back={back()} onChosen={setChosen} />
      </Match>
      <Match when={app.links()}>
        <NoLinks back={back()} />
      </Match>
    </Switch>
  );
};

interface AllLinksProps {
  readonly links: readonly LinkView[];
  readonly back: string;
  readonly onChosen: (link: LinkId) => void;
}

const AllLinks = (props: AllLinksProps): JSX.Element => {
  const words = useWords();
  const [turned, setPage] = createSignal(0);
  const pages = () => Math.ceil(props.links.length / A_PAGE);
  const page = () => Math.min(turned(), pages() - 1);
  return (
    <PersonScreen name="my-links" say={['label.my-links', 'say.links']} back={props.back}>
      <h1 class="title" data-say="label.my-links">
        {words.t('label.my-links')}
      </h1>
      <ul class="send-links fill" data-primary="">
        <For each={props.links.slice(page() * A_PAGE, page() * A_PAGE + A_PAGE)}>
          {(link) => (
            <li class="send-place">
              <Press
                class="send-link"
                say="label.see-link"
                name={`${words.t('label.see-link')} · ${link.draw.title}`}
                onPress={() => props.onChosen(link.id)}
              >
                <Badge draw={link.draw} state="held" class="send-small" />
                <DayPicture at={link.until} locale={words.locale} />
                <SafetyMark safety={link.safety} name={words.t(`label.${link.safety}`)} />
              </Press>
            </li>
          )}
        </For>
      </ul>
      <Show when={pages() > 1}>
        <Pager pages={pages()} page={page()} onPage={setPage} names={pagerNames(words, page(), pages())} />
      </Show>
    </PersonScreen>
  );
};

const OneLink = (props: { readonly link: LinkView; readonly onBack: () => void }): JSX.Element => {
  const app = useApp();
  const words = useWords();
  return (
    <PersonScreen name="one-link" say={['title.link-open', 'line.link-made', 'label.take-back']} back={props.onBack}>
      <Badge draw={props.link.draw} state="held" class="fill" say="line.link-made" />
      <Heading title={words.t('title.link-open')} say="title.link-open" line={words.t('line.link-made')} lineSay="line.link-made" />
      <div class="facts-row">
        <DayPicture at={props.link.until} locale={words.locale} />
        <SafetyMark safety={props.link.safety} name={words.t(`label.${props.link.safety}`)} />
      </div>
      <div class="actions">
        <BigButton
          tone="ink"
          primary
          picture="gone-back"
          label={words.t('label.take-back')}
          say="label.take-back"
          onPress={() => void app.endLink(props.link.id, false)}
        />
      </div>
    </PersonScreen>
  );
};

/** Taken back at once; thinking again gives it back as it was, for no longer. */
const Ended = (props: { readonly link: LinkView; readonly onBack: () => void }): JSX.Element => {
  const app = useApp();
  const words = useWords();
  return (
    <PersonScreen name="link-ended" say={['title.link-ended', 'label.undo']} back={props.onBack}>
      <Picture of="link-over" class="fill" say="title.link-ended" />
      <Heading title={words.t('title.link-ended')} say="title.link-ended" />
      <div class="facts-row">
        <SafetyMark safety={props.link.safety} name={words.t(`label.${props.link.safety}`)} />
      </div>
      <div class="actions">
        <BigButton
          tone="ink"
          primary
          glyph={GLYPHS.again}
          label={words.t('label.undo')}
          say="label.undo"
          onPress={() => void app.endLink(props.link.id, true)}
        />
      </div>
    </PersonScreen>
  );
};

const NoLinks = (props: { readonly back: string }): JSX.Element => {
  const words = useWords();
  return (
    <PersonScreen name="no-links" say={['title.no-links']} back={props.back} backIsPrimary>
      <Picture of="link-over" class="fill" say="title.no-links" />
      <Heading title={words.t('title.no-links')} say="title.no-links" />
    </PersonScreen>
  );
};
