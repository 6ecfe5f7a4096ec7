import { useNavigate, useSearchParams } from '@solidjs/router';
import { createEffect, createResource, createSignal, type JSX, Show, untrack } from 'solid-js';
import { CONSENT_TOPICS, type ConsentTopic, type Consent as Said } from '#domain/consent';
import { useApp } from '../../../app.ts';
import type { Consents } from '../../../app-first.ts';
import { Glyph } from '../../../parts/glyph.tsx';
import { GLYPHS } from '../../../parts/glyphs.gen.ts';
import { Heading } from '../../../parts/heading.tsx';
import { Picture } from '../../../parts/picture.tsx';
import { Tile } from '../../../parts/tile.tsx';
import { useWords } from '../../../words.tsx';
import { PersonScreen } from '../person-screen.tsx';
import { ConsentScene } from './consent-scene.tsx';
import './first.css';

/** What she agrees to, one idea a page, before home the first time (`/consent`), and whenever she likes (`?from=me`). */
export const ConsentScreen = (): JSX.Element => {
  const app = useApp();
  const navigate = useNavigate();
  const [search] = useSearchParams<{ from?: string }>();
  const [said, { mutate }] = createResource(() => app.consents());
  const again = (): boolean => search.from === 'me';
  const leave = (): void => {
    app.askConsent(false);
    if (again()) navigate('/me/data');
    else navigate(app.keptTicket() ? '/e' : '/', { replace: true });
  };
  // A phone that died soon after her last answer may have forgotten that it had asked; what she said is kept.
  const [looked, setLooked] = createSignal(false);
  createEffect(() => {
    const now = said();
    if (!now || looked()) return;
    if (!again() && CONSENT_TOPICS.every((topic) => now[topic] !== undefined)) leave();
    else setLooked(true);
  });
  return (
    <Show when={looked() && said()} fallback={<div class="waiting" aria-busy="true" />}>
      {(now) => (
        <Pages
          said={now()}
          again={again()}
          onSay={(topic, answer) => {
            mutate({ ...now(), [topic]: answer });
            return app.sayConsent(topic, answer);
          }}
          onEnd={leave}
        />
      )}
    </Show>
  );
};

interface PagesProps {
  readonly said: Consents;
  readonly again: boolean;
  readonly onSay: (topic: ConsentTopic, said: Said['said']) => Promise<void>;
  readonly onEnd: () => void;
}

const Pages = (props: PagesProps): JSX.Element => {
  // After a phone that died in the middle, the first page that has no answer yet.
  const first = untrack(() => (props.again ? 0 : CONSENT_TOPICS.findIndex((topic) => props.said[topic] === undefined)));
  const [page, setPage] = createSignal(Math.max(0, first));
  let saying = false;
  const say = async (topic: ConsentTopic, said: Said['said']): Promise<void> => {
    // A trembling finger touches twice while the first answer is being kept: the next idea is not passed unseen.
    if (saying) return;
    saying = true;
    await props.onSay(topic, said).finally(() => {
      saying = false;
    });
    if (page() + 1 < CONSENT_TOPICS.length) setPage(page() + 1);
    else props.onEnd();
  };
  const before = (): void => void setPage(page() - 1);
  const back = (): (() => void) | string | undefined => {
    if (page() > 0) return before;
    return props.again ? '/me/data' : undefined;
  };
  return (
    // A screen of its own for each idea: it begins at its title, and no answer stays under the finger.
    <Show when={CONSENT_TOPICS[page()]} keyed>
      {(topic) => <Page topic={topic} at={page()} said={props.said[topic]} back={back()} onSay={(said) => void say(topic, said)} />}
    </Show>
  );
};

interface PageProps {
  readonly topic: ConsentTopic;
  readonly at: number;
  readonly said: Said['said'] | undefined;
  readonly back: string | (() => void) | undefined;
  readonly onSay: (said: Said['said']) => void;
}

/** Two answers of one size, neither of them the darker. */
const Page = (props: PageProps): JSX.Element => {
  const app = useApp();
  const words = useWords();
  const title = () => `title.consent-${props.topic}` as const;
  const line = () => `line.consent-${props.topic}` as const;
  return (
    <PersonScreen
      name="consent"
      say={[title(), line(), 'line.change-later', 'label.not-now', 'label.yes']}
      steps={{ at: props.at, of: CONSENT_TOPICS.length }}
      {...(props.back !== undefined && { back: props.back })}
    >
      <span class="fill consent-stage" data-say={line()}>
        <ConsentScene of={props.topic} figure={app.me()?.figure ?? 'figure-05'} />
      </span>
      <Heading title={words.t(title())} say={title()} line={words.t(line())} lineSay={line()} />
      {/* biome-ignore lint/a11y/useSemanticElements: two equal answers, not a form */}
      <div class="actions actions-equal consent-answers" role="group" aria-label={words.t(title())} data-primary="">
        <Tile label={words.t('label.not-now')} say="label.not-now" pressed={props.said === 'later'} onPress={() => props.onSay('later')}>
          <Picture of="badge-pocket" class="answer-picture" />
        </Tile>
        <Tile label={words.t('label.yes')} say="label.yes" pressed={props.said === 'yes'} onPress={() => props.onSay('yes')}>
          <Glyph of={GLYPHS.tick} class="big-glyph" />
        </Tile>
      </div>
    </PersonScreen>
  );
};
