import { For, type JSX } from 'solid-js';
import type { With } from '#domain/reflection';
import { useApp } from '../../../app.ts';
import type { Asking } from '../../../app-asking.ts';
import { Tile } from '../../../parts/tile.tsx';
import { useWords } from '../../../words.tsx';
import { PersonScreen } from '../person-screen.tsx';
import { CompanyPicture } from './company-picture.tsx';

const COMPANY = ['self', 'advisor', 'peer', 'interpreter'] as const satisfies readonly With[];

/** Who is there while it is answered; said as it is, and changed back in one tap. */
export const Company = (props: { readonly asking: Asking; readonly onBack: () => void }): JSX.Element => {
  const app = useApp();
  const words = useWords();
  const choose = (company: With): void => {
    props.asking.setCompany(company);
    props.onBack();
  };
  return (
    <PersonScreen name="company" say={['title.company', ...COMPANY.map((one) => `label.with-${one}`)]} back={props.onBack}>
      <h1 class="title asking-title" data-say="title.company">
        {words.t('title.company')}
      </h1>
      {/* biome-ignore lint/a11y/useSemanticElements: pictures to touch, not a form */}
      <div class="choices choices-4" role="group" aria-label={words.t('title.company')} data-primary="">
        <For each={COMPANY}>
          {(one) => (
            <Tile
              class="choice"
              label={words.t(`label.with-${one}`)}
              say={`label.with-${one}`}
              pressed={props.asking.company() === one}
              onPress={() => choose(one)}
            >
              <CompanyPicture of={one} figure={app.me()?.figure ?? 'figure-13'} />
            </Tile>
          )}
        </For>
      </div>
    </PersonScreen>
  );
};
