import { useNavigate } from '@solidjs/router';
import { createSignal, For, type JSX } from 'solid-js';
import { LOCALES } from '#i18n/locales';
import { useApp } from '../../app.ts';
import { Pager, pagerNames } from '../../parts/pager.tsx';
import { Tile } from '../../parts/tile.tsx';
import { useWords } from '../../words.tsx';
import { PersonScreen } from './person-screen.tsx';

const PER_PAGE = 4;

interface LanguagesProps {
  /** Nobody has chosen one yet: none is marked, and a card can be scanned instead. */
  readonly first?: boolean;
  readonly onChosen: (tag: string) => void;
}

/** Every language by its greeting, in its own letters and voice; no flags, which are countries. */
export const Languages = (props: LanguagesProps): JSX.Element => {
  const words = useWords();
  const pages = Math.ceil(LOCALES.length / PER_PAGE);
  const [page, setPage] = createSignal(0);
  const shown = () => LOCALES.slice(page() * PER_PAGE, page() * PER_PAGE + PER_PAGE);
  return (
    <PersonScreen
      name="language"
      say={['title.language', ...shown().map(({ tag }) => `hello.${tag}`)]}
      {...(props.first ? { scan: 'shown' } : { back: '/me' })}
    >
      <h1 class="title" data-say="title.language">
        {words.t('title.language')}
      </h1>
      {/* biome-ignore lint/a11y/useSemanticElements: equal answers, not a form */}
      <div class="four" role="group" aria-label={words.t('title.language')} data-primary="">
        <For each={shown()}>
          {(locale) => (
            <Tile
              label={locale.name}
              say={`hello.${locale.tag}`}
              {...(!props.first && { pressed: words.locale === locale.tag })}
              onPress={() => props.onChosen(locale.tag)}
            >
              <span class="hello" lang={locale.tag} dir={locale.dir}>
                {locale.hello}
              </span>
            </Tile>
          )}
        </For>
      </div>
      <Pager pages={pages} page={page()} onPage={setPage} names={pagerNames(words, page(), pages)} />
    </PersonScreen>
  );
};

/** The language, chosen again by whoever wants to change it. */
export const Language = (): JSX.Element => {
  const app = useApp();
  const navigate = useNavigate();
  const choose = (tag: string): void => {
    app.setLocale(tag);
    navigate('/me');
  };
  return <Languages onChosen={choose} />;
};
