import { createSignal } from 'solid-js';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { App } from '#client/ui/app';
import { CONSENT_TOPICS } from '#domain/consent';
import { openPerson } from './open-person.tsx';
import { leave, on, press, seen } from './open-screens.tsx';

const nobody = { who: () => 'nobody', me: () => undefined } as const satisfies Partial<App>;

afterEach(() => {
  vi.useRealTimers();
});

/** A phone nobody has touched yet. */
const newPhone = () => {
  const [greeted, setGreeted] = createSignal(false);
  const [sound, setSound] = createSignal<ReturnType<App['sound']>>('not-asked');
  return {
    ...nobody,
    greeted,
    greet: () => void setGreeted(true),
    sound,
    setSound,
    setLocale: vi.fn<App['setLocale']>(),
    say: vi.fn<App['say']>(),
  };
};

describe('a phone nobody has touched yet', () => {
  it('says nothing before it is touched, then the greeting that was, and asks whether that is the language', async () => {
    const phone = newPhone();
    const { place } = openPerson('/', phone);
    await on(place, 'language');
    expect(phone.say).not.toHaveBeenCalled();
    await press(place, '[data-say="hello.ar"]');
    expect(phone.setLocale).toHaveBeenCalledWith('ar');
    await on(place, 'hello');
    expect(phone.say).toHaveBeenCalledWith(['title.welcome', 'line.this-language']);
  });

  it('goes back to all greetings when it is another language', async () => {
    const { place } = openPerson('/', newPhone());
    await press(place, '[data-say="hello.uk"]');
    await press(place, '[data-say="label.another"]');
    await on(place, 'language');
  });

  it('asks for the sound, then shows something to try, and never asks again', async () => {
    const phone = newPhone();
    const { place, at } = openPerson('/', phone);
    await press(place, '[data-say="hello.fr"]');
    await press(place, '[data-say="label.yes"]');
    await press(place, '[data-say="label.quiet"]');
    await on(place, 'look');
    await vi.waitFor(() => expect(at()).toBe('/look'));
    leave();
    const again = openPerson('/', phone);
    await on(again.place, 'welcome');
  });

  it('lets a card be scanned instead, on every one of these screens', async () => {
    const { place } = openPerson('/', newPhone());
    const scan = (screen: string) => seen(place, `[data-screen="${screen}"] .bar [data-say="label.scan"]`);
    await scan('language');
    await press(place, '[data-say="hello.fr"]');
    await scan('hello');
    await press(place, '[data-say="label.yes"]');
    await scan('sound');
    await press(place, '[data-say="label.quiet"]');
    await scan('look');
    await press(place, '[data-say="label.try-it"]');
    await scan('look-question');
  });
});

describe('looking before leaping', () => {
  it('turns the badge over: who, what, and who saw it; back turns it again', async () => {
    const { place } = openPerson('/look', nobody);
    await press(place, '.look-front');
    expect((await seen(place, '.look-back')).querySelectorAll('[data-say]')).toHaveLength(3);
    await press(place, '[data-say="label.back"]');
    await seen(place, '.look-front');
  });

  it('takes any of three pictures for an answer, shows the way on only then, and ends where the card is asked for', async () => {
    const { place, at } = openPerson('/look?at=question', nobody);
    const screen = await on(place, 'look-question');
    expect(screen.querySelector('[data-say="label.go-on"]')).toBeNull();
    await press(place, '.look-three .tile:nth-child(3)');
    await press(place, '.look-three .tile:nth-child(1)');
    expect(place.querySelectorAll('[aria-pressed="true"]')).toHaveLength(1);
    await press(place, '[data-say="label.go-on"]');
    await on(place, 'welcome');
    await vi.waitFor(() => expect(at()).toBe('/'));
  });
});

describe('consent', () => {
  const answer = async (place: HTMLElement, keys: readonly string[]): Promise<void> => {
    for (const [i, key] of keys.entries()) {
      await seen(place, `[data-say="title.consent-${CONSENT_TOPICS[i]}"]`);
      await press(place, `[data-say="${key}"]`);
    }
  };
  const asking = (change: Partial<App> = {}) => {
    const [due, setDue] = createSignal(true);
    const sayConsent = vi.fn<App['sayConsent']>(async () => undefined);
    return { ...change, consentDue: due, askConsent: (now: boolean) => void setDue(now), sayConsent };
  };

  it('is asked between a card’s first time and home, and home brings back to it until it is said', async () => {
    const app = asking({ keptTicket: () => undefined });
    const { place, at } = openPerson('/', app);
    await on(place, 'consent');
    await answer(place, ['label.yes', 'label.not-now', 'label.yes']);
    await on(place, 'home');
    await vi.waitFor(() => expect(at()).toBe('/'));
    expect(app.sayConsent.mock.calls).toEqual([
      ['kept', 'yes'],
      ['team', 'later'],
      ['private', 'yes'],
    ]);
  });

  it('passes no idea unseen when an answer is touched twice while it is being kept', async () => {
    let keep = (): void => undefined;
    const sayConsent = vi.fn<App['sayConsent']>(() => new Promise((done) => (keep = done)));
    const { place } = openPerson('/consent', { ...asking(), sayConsent });
    for (const _ of [1, 2]) await press(place, '[data-say="label.yes"]');
    keep();
    await seen(place, '[data-say="title.consent-team"]');
    expect(sayConsent).toHaveBeenCalledTimes(1);
  });

  it('goes on after a phone that died where no answer was given yet', async () => {
    const { place } = openPerson('/consent', asking({ consents: async () => ({ kept: 'yes' }) }));
    await seen(place, '[data-say="title.consent-team"]');
  });

  it('leads to the badge that waited in the pocket', async () => {
    const { at, place } = openPerson('/consent', asking({ keptTicket: () => 'https://pepites.example/e#ticket' }));
    await answer(place, ['label.not-now', 'label.not-now', 'label.not-now']);
    await vi.waitFor(() => expect(at()).toBe('/e'));
  });

  it('can be looked at and changed, with what was said marked', async () => {
    const app = asking({ consents: async () => ({ kept: 'later', team: 'yes', private: 'yes' }) });
    const { place, at } = openPerson('/consent?from=me', app);
    expect((await seen(place, '[data-say="label.not-now"]')).getAttribute('aria-pressed')).toBe('true');
    await answer(place, ['label.yes', 'label.yes', 'label.yes']);
    await vi.waitFor(() => expect(at()).toBe('/me/data'));
    expect(app.sayConsent).toHaveBeenCalledTimes(3);
  });
});

describe('the icon on the phone’s own screen', () => {
  it('is asked for once, on the way home, and never where there is no way', async () => {
    const asked = vi.fn<App['installAsked']>();
    const first = openPerson('/', { installDue: () => true, installWay: () => 'ios', installAsked: asked });
    await on(first.place, 'install');
    expect(asked).toHaveBeenCalledTimes(1);
    leave();
    const other = openPerson('/', { installDue: () => false });
    await on(other.place, 'home');
  });

  it('comes with one touch where the browser has one', async () => {
    const install = vi.fn<App['install']>(async () => true);
    const { place, at } = openPerson('/install?from=me', { installWay: () => 'touch', install });
    await press(place, '[data-primary]');
    await vi.waitFor(() => expect(at()).toBe('/me/data'));
    expect(install).toHaveBeenCalledTimes(1);
  });

  it.each(['ios', 'firefox', 'samsung'] as const)('is told in pictures in the browser called %s', async (way) => {
    const { place } = openPerson('/install', { installWay: () => way });
    await on(place, 'install');
    expect(place.querySelectorAll('.install-steps > li')).toHaveLength(3);
  });
});

describe('my data', () => {
  it('are one touch away from a file, which can be sent from here where the phone can', async () => {
    const share = vi.fn<() => Promise<void>>(async () => undefined);
    const { place } = openPerson('/me/data', { takeAway: async () => ({ name: 'pepites.zip', share }) });
    await press(place, '[data-say="label.take-away"]');
    await press(place, '[data-screen="taken-away"] [data-primary]');
    expect(share).toHaveBeenCalledTimes(1);
  });

  it('that could not become a file are still here, and it can be tried again', async () => {
    const takeAway = vi.fn<App['takeAway']>(async () => null);
    const { place } = openPerson('/me/data', { takeAway });
    await press(place, '[data-say="label.take-away"]');
    await press(place, '[data-screen="refused"] [data-primary]');
    await vi.waitFor(() => expect(takeAway).toHaveBeenCalledTimes(2));
  });

  it('are erased only after what has not arrived was said, and ten seconds in which it can be undone', async () => {
    const erase = vi.fn<App['erase']>(async () => undefined);
    const { place, at } = openPerson('/me/data/erase', { safety: () => 'kept-here', erase });
    await seen(place, '[data-say="line.erase-waiting"]');
    await press(place, '[data-say="label.erase"]');
    await press(place, '[data-screen="erasing"] [data-primary]');
    await vi.waitFor(() => expect(at()).toBe('/me/data'));
    vi.useFakeTimers();
    vi.advanceTimersByTime(20_000);
    expect(erase).not.toHaveBeenCalled();
  });

  it('are gone when the ten seconds are over, and not before', async () => {
    const erase = vi.fn<App['erase']>(async () => undefined);
    const { place } = openPerson('/me/data/erase', { erase });
    const button = await seen(place, '[data-say="label.erase"]');
    vi.useFakeTimers();
    button.click();
    vi.advanceTimersByTime(9_900);
    expect(erase).not.toHaveBeenCalled();
    vi.advanceTimersByTime(200);
    expect(erase).toHaveBeenCalledTimes(1);
  });
});
