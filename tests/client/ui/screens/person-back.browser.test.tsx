import { createSignal } from 'solid-js';
import { describe, expect, it, vi } from 'vitest';
import type { App } from '#client/ui/app';
import { AMINA, aRoad, badgeId, MANY_BADGES, SOME_BADGES } from '#client/ui/gallery/fixed-values';
import { openPerson } from '../open-person.tsx';
import { on, press, seen, touch } from '../open-screens.tsx';

const card = {
  who: () => 'nobody',
  me: () => undefined,
  cardSecret: () => 'the-secret',
  sound: () => 'quiet',
} as const satisfies Partial<App>;

const full = (place: HTMLElement): number => place.querySelectorAll('.code-slot-full').length;
const title = (place: HTMLElement): string | null => {
  const at = document.activeElement;
  return at instanceof HTMLHeadingElement && place.contains(at) ? at.textContent : null;
};

describe('the phone’s own Back, between the steps of a card', () => {
  it('is one step back, and the pictures chosen so far are kept', async () => {
    const { place, back, at } = openPerson('/c', card);
    await press(place, '[data-say="label.its-me"]');
    await touch(place, 3, 5);
    back();
    await on(place, 'who');
    expect(at()).toBe('/c');
    await press(place, '[data-say="label.its-me"]');
    await on(place, 'code');
    expect(full(place)).toBe(2);
  });

  it('asks for the sound again when the sound was the first question', async () => {
    const [sound, setSound] = createSignal<ReturnType<App['sound']>>('not-asked');
    const { place, back } = openPerson('/c', { ...card, sound, setSound });
    await press(place, '[data-say="label.quiet"]');
    await on(place, 'who');
    back();
    await on(place, 'sound');
  });

  it('from the story takes only the last picture back', async () => {
    const { place, back } = openPerson('/c', card);
    await press(place, '[data-say="label.its-me"]');
    await touch(place, 3, 5, 7, 9);
    await on(place, 'story');
    back();
    await on(place, 'code');
    expect(full(place)).toBe(3);
    await touch(place, 10);
    await on(place, 'story');
  });

  it('from showing them once more is the story again', async () => {
    const { place, back } = openPerson('/c', card);
    await press(place, '[data-say="label.its-me"]');
    await touch(place, 3, 5, 7, 9);
    await press(place, '[data-screen="story"] [data-primary]');
    await touch(place, 3);
    back();
    const story = await on(place, 'story');
    expect(story.querySelectorAll('.story-picture')).toHaveLength(4);
  });

  it('does what the arrow does', async () => {
    const { place, at } = openPerson('/c', card);
    await press(place, '[data-say="label.its-me"]');
    await touch(place, 3, 5, 7, 9);
    await press(place, '[data-screen="story"] [data-primary]');
    for (const step of ['code', 'story', 'code', 'who']) {
      await on(place, step);
      if (step !== 'who') await press(place, '[data-say="label.back"]');
    }
    expect(at()).toBe('/c');
  });

  it('from a wrong code is who it is, not the way out', async () => {
    const { place, back } = openPerson('/c', {
      ...card,
      openCard: async () => ({ me: AMINA, hasCode: true }),
      enrol: async () => 'CodeWrong',
    });
    await press(place, '[data-say="label.its-me"]');
    await touch(place, 1, 2, 3, 4);
    await on(place, 'refused');
    back();
    await on(place, 'who');
  });

  it('comes back from asking for help as if one had never left, without asking the server again', async () => {
    const openCard = vi.fn<App['openCard']>(async () => ({ me: AMINA, hasCode: false }));
    const { place, back, at } = openPerson('/c', { ...card, openCard });
    await press(place, '[data-say="label.its-me"]');
    await touch(place, 3, 5);
    await press(place, '[data-say="label.help"]');
    await vi.waitFor(() => expect(at()).toBe('/help'));
    back();
    await on(place, 'code');
    expect(full(place)).toBe(2);
    expect(openCard).toHaveBeenCalledOnce();
  });

  it('leads out of the app once the card is somebody’s: its steps are no longer behind home', async () => {
    const [me, setMe] = createSignal<ReturnType<App['me']>>();
    const enrol = vi.fn<App['enrol']>(async () => {
      setMe(AMINA);
      return 'enrolled';
    });
    const { place, at, back } = openPerson('/c', { ...card, me, who: () => (me() ? 'person' : 'nobody'), enrol });
    await press(place, '[data-say="label.its-me"]');
    await touch(place, 3, 5, 7, 9);
    await press(place, '[data-screen="story"] [data-primary]');
    await touch(place, 3, 5, 7, 9);
    await on(place, 'home');
    expect(at()).toBe('/');
    back();
    expect(at()).toBe('/elsewhere');
  });
});

describe('the way back', () => {
  it('from a badge is the page of the wall it stands on', async () => {
    const { place, at } = openPerson('/badges?n=2', { badges: () => MANY_BADGES });
    await press(place, '.wall-badge');
    await vi.waitFor(() => expect(at()).toBe(`/badges/${badgeId(9)}`));
    await press(place, '[data-say="label.back"]');
    await vi.waitFor(() => expect(at()).toBe('/badges?n=2'));
    expect((await seen(place, '.wall-badge')).getAttribute('href')).toBe(`/badges/${badgeId(9)}`);
  });

  it('turns pages without a step back for each of them', async () => {
    const { place, at, back } = openPerson('/badges', { badges: () => MANY_BADGES });
    await press(place, '[data-say="label.next"]');
    await vi.waitFor(() => expect(at()).toBe('/badges?n=1'));
    back();
    expect(at()).toBe('/elsewhere');
  });

  it('to a page that is no more is the last one', async () => {
    const { place } = openPerson('/badges?n=40', { badges: () => SOME_BADGES });
    await seen(place, '.wall-badge');
  });

  it('from a petal of the second road is the second road', async () => {
    const { place, at } = openPerson('/road?n=1', { roads: () => [aRoad(5), aRoad(1)] });
    await press(place, '[data-screen="road"] [data-primary]');
    await vi.waitFor(() => expect(at()).toBe('/road/1-1'));
    await press(place, '[data-screen="stop"] [data-say="label.back"]');
    await vi.waitFor(() => expect(at()).toBe('/road?n=1'));
  });

  it('from the next stop, opened at home, is home', async () => {
    const { place, at } = openPerson('/road/next', {});
    await press(place, '[data-say="label.back"]');
    await vi.waitFor(() => expect(at()).toBe('/'));
  });
});

describe('the focus', () => {
  it('goes to the title of each new screen and each new step', async () => {
    const { place } = openPerson('/c', card);
    await on(place, 'who');
    await vi.waitFor(() => expect(title(place)).toContain('C’est vous'));
    await press(place, '[data-say="label.its-me"]');
    await vi.waitFor(() => expect(title(place)).toBe('Choisissez quatre images'));
    await touch(place, 3, 5, 7, 9);
    await vi.waitFor(() => expect(title(place)).toBe('Votre histoire'));
    await press(place, '[data-screen="story"] [data-primary]');
    await vi.waitFor(() => expect(title(place)).toBe('Encore une fois'));
  });

  it('cannot be brought to a title by the Tab key', async () => {
    const { place } = openPerson('/', {});
    await on(place, 'home');
    expect([...place.querySelectorAll('h1')].map(({ tabIndex }) => tabIndex)).toEqual([-1]);
  });

  it('stays where it is while a screen only changes', async () => {
    const [badges, setBadges] = createSignal(SOME_BADGES);
    const { place } = openPerson('/', { badges });
    const help = await seen(place, '[data-say="label.help"]');
    help.focus();
    setBadges(MANY_BADGES);
    expect(document.activeElement).toBe(help);
  });
});
