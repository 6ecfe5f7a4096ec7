import { createMemoryHistory, MemoryRouter, Route } from '@solidjs/router';
import { render } from 'solid-js/web';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ENTRIES } from '#client/ui/gallery/entries';
import { Gallery } from '#client/ui/gallery/gallery.tsx';
import { GalleryEntry } from '#client/ui/gallery/gallery-entry.tsx';

const files = Object.keys(import.meta.glob(['../../../src/client/ui/parts/*.tsx', '../../../src/client/ui/screens/**/*.tsx'])).map((path) =>
  path.replace('../../../src/client/ui/', ''),
);

let leave: (() => void) | undefined;
let broken: string[];
const note = (event: ErrorEvent | PromiseRejectionEvent): void => {
  broken.push(event instanceof ErrorEvent ? event.message : String(event.reason));
};

beforeEach(() => {
  broken = [];
  window.addEventListener('error', note);
  window.addEventListener('unhandledrejection', note);
});
afterEach(() => {
  leave?.();
  leave = undefined;
  window.removeEventListener('error', note);
  window.removeEventListener('unhandledrejection', note);
});

/** Opens an address of the gallery and returns the place it is drawn in. */
const open = (address: string): HTMLElement => {
  const place = document.body.appendChild(document.createElement('div'));
  const history = createMemoryHistory();
  history.set({ value: address });
  const unmount = render(
    () => (
      <MemoryRouter history={history}>
        <Route path="/gallery" component={Gallery} />
        <Route path="/gallery/:name" component={GalleryEntry} />
      </MemoryRouter>
    ),
    place,
  );
  leave = () => {
    unmount();
    place.remove();
  };
  return place;
};

describe('the gallery', () => {
  it('shows every screen and every part', () => {
    const shown = new Set(ENTRIES.flatMap((entry) => entry.files));
    expect(files.length).toBeGreaterThan(0);
    expect(files.filter((file) => !shown.has(file))).toEqual([]);
  });

  it('names no file that is not there', () => {
    expect(ENTRIES.flatMap((entry) => entry.files.filter((file) => !files.includes(file)).map((file) => `${entry.name}: ${file}`))).toEqual(
      [],
    );
  });

  it('gives each thing an address of its own', () => {
    const names = ENTRIES.map(({ name }) => name);
    expect(names.filter((name, i) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) || names.indexOf(name) !== i)).toEqual([]);
  });

  it('lists everything', async () => {
    const place = open('/gallery');
    await vi.waitFor(() => expect(place.querySelectorAll('li')).toHaveLength(ENTRIES.length));
  });

  it('says nothing for a name it does not know', () => {
    expect(open('/gallery/no-such-thing').textContent).toBe('');
  });

  it.each(ENTRIES.map(({ name }) => name))('draws %s', async (name) => {
    const place = open(`/gallery/${name}`);
    await vi.waitFor(() => expect(place.querySelector('main')).not.toBeNull());
    // Left alone, nothing goes elsewhere.
    expect(place.querySelector('.gallery-left')).toBeNull();
    expect(broken).toEqual([]);
  });

  it('speaks the language it is asked for', async () => {
    const place = open('/gallery/event-over?locale=ar');
    await vi.waitFor(() => expect(place.querySelector('main')).not.toBeNull());
    expect(document.documentElement.dir).toBe('rtl');
  });

  it('presses its way to a state', async () => {
    const place = open('/gallery/join-cardvoid');
    await vi.waitFor(() => expect(place.querySelector('.notice-refusal')).not.toBeNull());
  });
});
