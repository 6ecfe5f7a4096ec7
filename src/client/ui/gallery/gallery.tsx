import { A } from '@solidjs/router';
import { For, type JSX } from 'solid-js';
import { LOCALES } from '#i18n/locales';
import { ENTRIES } from './entries.ts';
import './gallery.css';

/** The first folder of what an entry shows: parts, person, organiser, witness. */
const groupOf = (files: readonly string[]): string => files[0]?.replace('screens/', '').split('/')[0] ?? '';
const GROUPS = [...new Set(ENTRIES.map(({ files }) => groupOf(files)))];

/** Every part and every screen in every state, for those who build the product. Names are those of the code, in no language. */
export const Gallery = (): JSX.Element => (
  <main class="gallery">
    <h1>{ENTRIES.length}</h1>
    <For each={GROUPS}>
      {(group) => (
        <section>
          <h2>{group}</h2>
          <ul>
            <For each={ENTRIES.filter(({ files }) => groupOf(files) === group)}>
              {(entry) => (
                <li>
                  <A href={`/gallery/${entry.name}`}>{entry.name}</A>
                  <For each={LOCALES.filter(({ tag }) => tag !== 'fr')}>
                    {({ tag }) => (
                      <A href={`/gallery/${entry.name}?locale=${tag}`} aria-label={`${entry.name} ${tag}`}>
                        {tag}
                      </A>
                    )}
                  </For>
                </li>
              )}
            </For>
          </ul>
        </section>
      )}
    </For>
  </main>
);
